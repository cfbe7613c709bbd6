import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { YearResult } from '@/lib/rules/types'
import { isInGroup } from '@/lib/workflow/state-groups'
import { act } from '../consequence/act'
import { dropStep, guardOf } from '../consequence/ledger-consequences'
import { newId } from '../database/ids'
import { statement } from '../database/statement'
import { actorOf } from '../job/actor-of'
import { type Progress, saveProgress, type TakenJob } from '../job/lease'
import { type ChunkPerson, type ChunkQuery, countLedgers, ledgerChunks, readLedgersAgain, type StandingYear } from '../ledger/ledger-chunks'
import { evaluatePersonYear, yearInputs } from '../ledger/ledgers'
import type { LedgerWrite } from '../ledger/types'
import { freshRules } from '../rule-set/in-force'
import { now } from '../runtime/clock'
import { StaleLedger } from '../transition/fresh-ledgers'
import type { Notification } from '../transition/notification-rows'
import type { Step } from '../transition/step'
import { directionOf } from './run-impact'

const TRIES = 6
/** People in one commit: more would hold their rows too long for whoever acts on one of them. */
const BATCH_SIZE = 250
/** Commits under way at once: while the database writes one, the next is computed. */
const CONCURRENCY = 2

/** Rewrites the ledgers that a version rules and that are not certified; whoever's hours change is told, with what they were and are. */
export async function runRecompute(job: TakenJob, signal: AbortSignal): Promise<void> {
  const { code, title } = await versionOf(job.ruleSetId)
  const at = await now()
  const nowLeft = async (): Promise<ChunkQuery> => ({ years: await yearsRuledBy(code), otherThan: code, on: dateInShanghai(at) })
  let query = await nowLeft()
  const actor = await actorOf(job.createdBy)
  const progress: Progress = { position: null, done: job.done, total: job.total, counts: job.counts }
  if (progress.total === null) {
    progress.total = (await countLedgers(query)).people
    await saveProgress(job, progress)
  }
  // What is done drops out of the query: a run that was killed begins again with what is left. Once more at the end, for what came meanwhile.
  for (; (await countLedgers(query)).people > 0; query = await nowLeft()) {
    for await (const people of ledgerChunks(query, null)) {
      for (let from = 0; from < people.length; from += CONCURRENCY * BATCH_SIZE) {
        if (signal.aborted) return
        const groups = Array.from({ length: CONCURRENCY }, (_, place) =>
          people.slice(from + place * BATCH_SIZE, from + (place + 1) * BATCH_SIZE),
        )
        const done = await Promise.all(groups.map((group) => rewrite(group, query, { actor, at, version: { code, title } })))
        for (const counts of done) {
          for (const [name, count] of Object.entries(counts)) progress.counts[name] = (progress.counts[name] ?? 0) + count
        }
        progress.done += groups.reduce((sum, group) => sum + group.length, 0)
        progress.total = Math.max(progress.total, progress.done)
        await saveProgress(job, progress)
      }
    }
  }
}

const versionById = statement('recompute-version', (db, given: { id: string | null }) =>
  db.selectFrom('rule_set_version').select(['code', 'title']).where('id', '=', given.id),
)
const yearsWithLedgers = statement('recompute-years', (db, _: object) => db.selectFrom('year').select('year').distinct().orderBy('year'))

async function versionOf(id: string | null): Promise<{ code: string; title: string }> {
  const [version] = await versionById({ id })
  if (!version) throw new Error('no version to recount by')
  return version
}

/** The credit years in which anybody has a ledger and this version is in force. */
async function yearsRuledBy(code: string): Promise<number[]> {
  const [{ sets }, rows] = await Promise.all([freshRules(), yearsWithLedgers({})])
  return rows.map(({ year }) => year).filter((year) => ruleSetFor(year, sets).id === code)
}

interface Work {
  actor: Actor
  at: Date
  version: { code: string; title: string }
}

/** Some people's ledgers in one commit; where somebody acts on one of them meanwhile, all of them once more as they then stand. */
async function rewrite(people: readonly ChunkPerson[], query: ChunkQuery, work: Work): Promise<Record<string, number>> {
  let standing = people
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write(standing, work)
    } catch (error) {
      if (!(error instanceof StaleLedger) || attempt === TRIES) throw error
      standing = await readLedgersAgain(
        query,
        people.map(({ personId }) => personId),
      )
    }
  }
}

async function write(people: readonly ChunkPerson[], { actor, at, version }: Work): Promise<Record<string, number>> {
  if (people.length === 0) return {}
  const rules = await freshRules()
  const counts: Record<string, number> = { years: 0 }
  const ledgers: LedgerWrite[] = []
  const drops: Step[] = []
  const notification: Notification[] = []
  for (const person of people) {
    for (const year of person.years) {
      const result = evaluatePersonYear({ ...person, rules }, year.year, yearInputs(person.registered, year.year), year.choiceId)
      ledgers.push(ledgerOf(person, year, result))
      counts.years = (counts.years ?? 0) + 1
      const after = { ...result.totals, met: result.met }
      const direction = directionOf(year, after)
      if (!direction) continue
      counts[direction] = (counts[direction] ?? 0) + 1
      notification.push(notice({ personId: person.personId, machine: 'year', year: year.year, yearId: year.id }, year, after, version, at))
      if (!after.met && isInGroup('year', year.state, 'certification')) drops.push(await dropStep({ now: at }, year, person.personId))
    }
  }
  await act(actor, { steps: drops, ledgers, people: people.map((person) => guardOf({ ...person, rules })), inserts: { notification } }, at)
  return counts
}

function ledgerOf({ personId }: ChunkPerson, year: StandingYear, result: YearResult): LedgerWrite {
  const { totals, met, ruleSet } = result
  return {
    ...{ id: year.id, personId, year: year.year, version: year.version, choiceId: year.choiceId },
    ...{ total: totals.total, professional: totals.professional, public: totals.public, met, ruleSet, result },
  }
}

type Hours = Pick<StandingYear, 'total' | 'professional'>

/** What the person is told: which version, what the hours were and what they are. */
function notice(
  { personId, ...concern }: { personId: string; [key: string]: unknown },
  before: Hours,
  after: Hours,
  version: Work['version'],
  at: Date,
): Notification {
  const hours = ({ total, professional }: Hours) => ({ total, professional })
  const data = { ...concern, ruleSet: version.code, rules: version.title || version.code, before: hours(before), after: hours(after) }
  return { id: newId(), person_id: personId, kind: 'rules_changed', data, at }
}
