import 'server-only'
import { z } from 'zod'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { withValidChoice, yearTotals } from '@/lib/rules/evaluate-year'
import { parseRuleSet } from '@/lib/rules/parse-rule-set'
import type { RuleSet } from '@/lib/rules/types'
import { pool } from '../database/db'
import { type Progress, saveProgress, type TakenJob } from '../job/lease'
import { type ChunkPerson, countLedgers, ledgerChunks, type StandingYear } from '../ledger/ledger-chunks'
import { yearCaseOf, yearInputs } from '../ledger/ledgers'
import { freshRules } from '../rule-set/in-force'
import { now } from '../runtime/clock'

/** What a run is asked: the draft as it stood, and the credit years. */
export const impactPayload = z.object({ years: z.array(z.number().int()).min(1), content: z.unknown() })

export const DIRECTIONS = ['lost', 'gained', 'less', 'more', 'moved'] as const
export type Direction = (typeof DIRECTIONS)[number]

interface Change {
  person: ChunkPerson
  year: StandingYear
  direction: Direction
  total: number
  professional: number
}

/** What a draft would make of everybody's uncertified years: those that change are kept one by one, and counted by county and employer. */
export async function runImpact(job: TakenJob, signal: AbortSignal): Promise<void> {
  const { years, content } = impactPayload.parse(job.payload)
  const ruleSet = await draftOf(content)
  const query = { years, on: dateInShanghai(await now()) }
  const progress: Progress = { position: job.position, done: job.done, total: job.total, counts: job.counts }
  if (progress.total === null) {
    progress.total = (await countLedgers(query)).people
    await saveProgress(job, progress)
  }
  for await (const people of ledgerChunks(query, progress.position)) {
    if (signal.aborted) return
    const changes = people.flatMap((person) => person.years.flatMap((year) => changeOf(person, year, ruleSet) ?? []))
    progress.position = people.at(-1)?.personId ?? null
    progress.done += people.length
    for (const { direction } of changes) progress.counts[direction] = (progress.counts[direction] ?? 0) + 1
    progress.counts.years = (progress.counts.years ?? 0) + people.reduce((sum, person) => sum + person.years.length, 0)
    await keep(job, changes, progress)
  }
  if (!signal.aborted) await countGroups(job)
}

/** As if it ruled every year that is asked about, with the platforms of the register. */
async function draftOf(content: unknown): Promise<RuleSet> {
  const parsed = parseRuleSet(content)
  if (!parsed.ok) throw new Error('the draft is no rule set')
  const { untilYear: _, ...draft } = parsed.value
  const platforms = (await freshRules()).sets[0]?.platforms ?? []
  return { ...draft, platforms }
}

function changeOf(person: ChunkPerson, year: StandingYear, ruleSet: RuleSet): Change | null {
  const input = yearCaseOf(person, year.year, yearInputs(person.registered, year.year), year.choiceId)
  const after = yearTotals(withValidChoice(input, { ruleSet }), { ruleSet })
  const direction = directionOf(year, after)
  return direction && { person, year, direction, total: after.total, professional: after.professional }
}

type Figures = Pick<StandingYear, 'total' | 'professional' | 'met'>

/** Null where nothing changes. */
export function directionOf(before: Figures, after: Figures): Direction | null {
  if (before.met !== after.met) return after.met ? 'gained' : 'lost'
  if (before.total !== after.total) return after.total > before.total ? 'more' : 'less'
  return before.professional === after.professional ? null : 'moved'
}

/** A chunk's changes and the mark that it is done, both or neither: a run that is killed goes on where this one ended. */
async function keep(job: TakenJob, changes: readonly Change[], progress: Progress): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // Many rows at once: one statement with arrays, a tenth of the time of as many inserts.
    await client.query(
      `INSERT INTO impact_change (job_id, year_id, person_id, year, direction, region_code, organization_id,
         total_before, professional_before, total_after, professional_after)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::impact_direction[], $6::text[], $7::uuid[],
         $8::numeric[], $9::numeric[], $10::numeric[], $11::numeric[])`,
      [
        job.id,
        changes.map(({ year }) => year.id),
        changes.map(({ person }) => person.personId),
        changes.map(({ year }) => year.year),
        changes.map(({ direction }) => direction),
        changes.map(({ person }) => person.regionCode),
        changes.map(({ person }) => person.organizationId),
        changes.map(({ year }) => year.total),
        changes.map(({ year }) => year.professional),
        changes.map(({ total }) => total),
        changes.map(({ professional }) => professional),
      ],
    )
    await saveProgress(job, progress, client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function countGroups(job: TakenJob): Promise<void> {
  await pool.query(
    `WITH gone AS (DELETE FROM impact_group WHERE job_id = $1)
     INSERT INTO impact_group (id, job_id, year, direction, region_code, organization_id, people)
     SELECT gen_random_uuid(), $1, year, direction, region_code, organization_id, count(*) FROM impact_change
     WHERE job_id = $1 GROUP BY year, direction, region_code, organization_id`,
    [job.id],
  )
}
