import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { readLastEvent } from '@/lib/server/database/read-last-event'
import type { Expected } from '@/lib/server/input/errors'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { withFreshLedgers } from '@/lib/server/transition/fresh-ledgers'
import { atOnce } from '@/tests/support/barrier'
import { testDatabase } from '@/tests/support/database'
import { expected } from '@/tests/support/expected'

/** How often each race is run: `npm run test:nightly` says a hundred. */
export const REPEATS = Number(process.env.XUESHI_REPEATS ?? 20)

/** What somebody may do with a thing; two people who may, where the act meets itself. */
export interface Act<Thing> {
  name: string
  /** What it leaves in the log, whichever of them is the last. */
  events: readonly string[]
  actors: (thing: Thing) => readonly [Actor, Actor]
  run: (actor: Actor, thing: Thing) => Promise<unknown>
}

/** Every act against every other, and against itself. */
export function pairsOf<Thing>(acts: readonly Act<Thing>[]): [string, Act<Thing>, Act<Thing>][] {
  return acts.flatMap((one, index) =>
    acts.slice(index).map((other): [string, Act<Thing>, Act<Thing>] => [`${one.name} × ${other.name}`, one, other]),
  )
}

export interface Outcome {
  won: boolean
  error: Expected | null
}

/** Both at once, each as an action runs it; how each ended. Anything but an expected error fails. */
export async function contest(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[Outcome, Outcome]> {
  const [outcomes] = await contests([[one, other]])
  if (!outcomes) throw new Error('two were asked for')
  return outcomes
}

type Two = readonly [one: () => Promise<unknown>, other: () => Promise<unknown>]

/** Several contests at once: all stand at the door before the first goes in. */
async function contests(pairs: readonly Two[]): Promise<[Outcome, Outcome][]> {
  const settled = await atOnce(...pairs.flat().map((work) => () => withFreshLedgers(work)))
  const outcomes = await Promise.all(settled.map(outcomeOf))
  return pairs.map((_, index) => outcomes.slice(2 * index, 2 * index + 2) as [Outcome, Outcome])
}

async function outcomeOf(settled: PromiseSettledResult<unknown>): Promise<Outcome> {
  if (settled.status === 'fulfilled') return { won: true, error: null }
  return { won: false, error: await expected(Promise.reject(settled.reason)) }
}

/** One wins; the other reads who was first, and with what. */
export async function oneWins<Thing>(thing: Thing, one: Act<Thing>, other: Act<Thing>): Promise<void> {
  await eachOneWins([thing], one, other)
}

async function eachOneWins<Thing>(things: readonly Thing[], one: Act<Thing>, other: Act<Thing>): Promise<void> {
  const who = things.map((thing) => [one.actors(thing)[0], other.actors(thing)[1]] as const)
  const works = things.map(
    (thing, index): Two => [() => one.run(who[index]?.[0] as Actor, thing), () => other.run(who[index]?.[1] as Actor, thing)],
  )
  for (const [index, [first, second]] of (await contests(works)).entries()) {
    expect([first, second].filter(({ won }) => won)).toHaveLength(1)
    const winner = first.won ? one : other
    const lost = await toldOf(first.won ? second.error : first.error)
    expect(lost).toMatchObject({ code: 'conflict', by: await nameOf(who[index]?.[first.won ? 0 : 1] as Actor) })
    expect(winner.events).toContain(lost?.code === 'conflict' ? lost.event : null)
  }
}

/** What the loser is told: one who read only after the winner had written is refused by the workflow, and told the same. */
export async function toldOf(error: Expected | null): Promise<Expected | null> {
  const late = error?.code === 'refused' && error.of && error.refusals.some(({ code }) => code === 'not_from_here')
  return late && error.of ? { code: 'conflict', ...(await readLastEvent([error.of])) } : error
}

/** Every pair of these acts, fought over by as many things as there are repeats; then everything holds. */
export function fight<Thing>(
  title: string,
  make: (count: number) => Promise<Thing[]>,
  acts: readonly Act<Thing>[],
  { together = 10 } = {},
): void {
  describe(title, { timeout: 900_000 }, () => {
    test.each(pairsOf(acts))('%s', async (_name, one, other) => {
      const things = await make(REPEATS)
      for (let from = 0; from < things.length; from += together) await eachOneWins(things.slice(from, from + together), one, other)
    })
    afterAll(allHolds, 300_000)
  })
}

const names = new Map<string, string | null>()

async function nameOf({ accountId }: Actor): Promise<string | null> {
  if (accountId === null) return null
  if (!names.has(accountId)) {
    const account = await db.account.findUnique({ where: { id: accountId }, select: { displayName: true } })
    names.set(accountId, account?.displayName ?? null)
  }
  return names.get(accountId) ?? null
}

const EVENTFUL = ['hour_record', 'publicity_batch', 'objection', 'certificate', 'filing'] as const

/** Ledgers equal a recount, chains hold, everything stands where its last event left it and has an event for every version. */
export async function allHolds(): Promise<void> {
  expect(await recountLedgers()).toEqual([])
  expect(await verifyChains()).toEqual([])
  for (const table of EVENTFUL) {
    const { rows } = await testDatabase().owner.query(
      `SELECT t.id, t.state, t.version, e.events, e.last FROM ${table} t LEFT JOIN LATERAL
         (SELECT count(*)::int AS events, (array_agg(e.to_state ORDER BY e.seq DESC))[1] AS last FROM event e WHERE e.stream_id = t.id) e ON true
       WHERE e.last IS DISTINCT FROM t.state::text OR e.events > t.version`,
    )
    expect(rows, table).toEqual([])
  }
  const { rows } = await testDatabase().owner.query(
    `SELECT y.id FROM year y WHERE y.state::text <> coalesce((SELECT e.to_state FROM event e WHERE e.stream_id = y.id ORDER BY e.seq DESC LIMIT 1), 'open')`,
  )
  expect(rows, 'year').toEqual([])
  expect(await badCertificates(), 'certificate').toEqual([])
}

/** Valid without a certified year, a certified year without exactly one, or one that counts a record which is not registered. */
async function badCertificates(): Promise<unknown[]> {
  const { rows } = await testDatabase().owner.query(
    `SELECT y.id, y.state, c.valid, l.lost FROM year y
       CROSS JOIN LATERAL (SELECT count(*)::int AS valid FROM certificate c WHERE c.year_id = y.id AND c.state = 'valid') c
       CROSS JOIN LATERAL (SELECT count(*)::int AS lost FROM jsonb_array_elements(y.result->'lines') AS lines(entry)
         JOIN hour_record r ON r.id = (lines.entry->>'id')::uuid WHERE (lines.entry->>'counted')::numeric > 0 AND r.state <> 'registered') l
     WHERE c.valid <> CASE WHEN y.state = 'certified' THEN 1 ELSE 0 END OR l.lost > 0`,
  )
  return rows
}
