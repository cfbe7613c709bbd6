import { beforeAll, expect, test } from 'vitest'
import { ACHIEVEMENTS } from '@/lib/rules/types'
import { db } from '@/lib/server/database/db'
import { ExpectedError } from '@/lib/server/input/errors'
import { withFreshLedgers } from '@/lib/server/transition/fresh-ledgers'
import { seededRandom } from '@/prisma/seed/demo/random'
import { noon } from '@/tests/builders/city'
import { testDatabase } from '@/tests/support/database'
import { allHolds } from './contest'
import { ACTS } from './random-acts'
import { makeWorld, type World } from './world'

// Random sequences of several actors on a real PostgreSQL, some acts at once. XUESHI_SEED repeats a run.

const SEED = Number(process.env.XUESHI_SEED ?? Date.now() % 1_000_000)
const SEQUENCES = 40
const STEPS = 60
const ENOUGH_MS = 50_000
const DAY = 86_400_000

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

async function none(what: string, sql: string, values: unknown[] = []): Promise<void> {
  const { rows } = await testDatabase().owner.query(sql, values)
  expect(rows, what).toEqual([])
}

async function invariantsHold(): Promise<void> {
  await allHolds()
  for (const table of ['hour_record', 'publicity_batch', 'objection', 'certificate'])
    await none(
      `every version of ${table} has its event`,
      `SELECT t.id, t.version FROM ${table} t WHERE t.version <> (SELECT count(*) FROM event e WHERE e.stream_id = t.id)`,
    )
  await none(
    'every event begins where the one before it ended',
    `SELECT id, stream, event FROM (SELECT e.*, lag(to_state) OVER (PARTITION BY stream_id ORDER BY seq) AS before FROM event e) e
      WHERE from_state IS DISTINCT FROM before AND NOT (stream IN ('year', 'term') AND before IS NULL AND from_state = 'open')`,
  )
  const counted = `year y CROSS JOIN LATERAL jsonb_array_elements(y.result->'lines') AS lines(entry)
    JOIN hour_record r ON r.id = (lines.entry->>'id')::uuid WHERE (lines.entry->>'counted')::numeric > 0`
  await none(
    'an achievement is credited to somebody once, ever',
    `SELECT r.person_id, r.achievement FROM ${counted} AND r.achievement IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1`,
  )
  await none('one option a year', `SELECT y.id FROM ${counted} AND r.category::text = ANY($1) GROUP BY 1 HAVING count(*) > 1`, [
    [...ACHIEVEMENTS],
  ])
  await none(
    'nobody decided on their own record',
    `SELECT e.id, e.event FROM event e JOIN hour_record r ON r.id = e.stream_id JOIN account a ON a.id = e.actor_id WHERE a.person_id = r.person_id AND e.event IN
      ('accept', 'confirm', 'verify', 'reject', 'return', 'dismiss', 'uphold', 'allow', 'refuse', 'correct', 'revoke', 'reopen', 'publicize', 'take_out')`,
  )
  await none(
    'nobody decided on their own year',
    `SELECT e.id, e.event FROM event e JOIN year y ON y.id = e.stream_id JOIN account a ON a.id = e.actor_id
      WHERE a.person_id = y.person_id AND e.event IN ('certify', 'return', 'revoke', 'authority_review')`,
  )
  await none(
    'nobody verified what they entered',
    `SELECT e.id FROM event e JOIN hour_record r ON r.id = e.stream_id WHERE e.event = 'verify' AND e.actor_id = r.created_by`,
  )
  await none(
    'whoever answered an appeal had not made the decision',
    `SELECT e.id FROM event e WHERE e.stream = 'record' AND e.event IN ('allow', 'refuse') AND e.actor_id =
      (SELECT d.actor_id FROM event d WHERE d.stream_id = e.stream_id AND d.seq < e.seq AND d.event IN ('reject', 'revoke', 'uphold') ORDER BY d.seq DESC LIMIT 1)`,
  )
}

test(`what must always hold does, after random sequences of several actors (seed ${SEED})`, { timeout: 400_000 }, async () => {
  const random = seededRandom(SEED)
  const started = performance.now()
  const codes: string[] = []
  const seen = { done: 0, refused: 0 }
  let now = noon('2025-12-15')
  for (let sequence = 0; sequence < SEQUENCES && performance.now() - started < ENOUGH_MS; sequence += 1) {
    for (let step = 0; step < STEPS; step += 1) {
      if (random.chance(0.2)) now = new Date(now.getTime() + random.whole(1, 4) * DAY)
      const at = now
      const together = random.chance(0.3) ? random.whole(2, 4) : 1
      const acts = Array.from({ length: together }, () => random.pick(ACTS))
      const ends = await Promise.allSettled(acts.map((act) => withFreshLedgers(() => act({ world, random, now: at, codes }))))
      for (const end of ends) {
        if (end.status === 'fulfilled') seen.done += 1
        else if (end.reason instanceof ExpectedError) seen.refused += 1
        else throw new Error(`seed ${SEED}, sequence ${sequence}, step ${step}: ${String(end.reason)}`, { cause: end.reason })
      }
    }
    await invariantsHold()
  }
  // A sequence in which nothing is allowed would hold everything.
  expect(seen.done).toBeGreaterThan(100)
  // Not what stands at the end: a sequence may well close with everything revoked.
  expect(await db.event.count({ where: { stream: 'record', toState: 'registered' } })).toBeGreaterThan(5)
})
