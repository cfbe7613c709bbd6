import { beforeAll, describe, expect, test } from 'vitest'
import { act } from '@/lib/server/consequence/act'
import { verifyChains } from '@/lib/server/integrity/verify-chains'
import { recountLedgers } from '@/lib/server/ledger/recount-ledgers'
import { MACHINES } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import { testDatabase } from '@/tests/support/database'
import { declared } from './every-row/declared'
import { seen } from './every-row/seen'
import { makeThing } from './every-row/things'
import { everyWalk } from './every-row/walks'
import { makeWorld, NOW, type World } from './every-row/world'
import { mark, writtenBy } from './every-row/written'

// Every row of every table, from every state, by everybody who may: what the row declares is what `act` writes, in any table, and nothing more.

let world: World
const walks = everyWalk()

beforeAll(async () => {
  world = await makeWorld()
})

test('every row is walked from every state, for each of its parties', () => {
  const walked = new Set(
    walks.map(({ row, from, who }) => `${tableOf('record').indexOf(row as never)} ${JSON.stringify(row)} ${from} ${who.rule}`),
  )
  const asked = MACHINES.flatMap((machine) =>
    tableOf(machine).flatMap((row) =>
      row.from.flatMap((from) => row.by.map((rule) => `${tableOf('record').indexOf(row as never)} ${JSON.stringify(row)} ${from} ${rule}`)),
    ),
  )
  expect(asked.filter((row) => !walked.has(row))).toEqual([])
  expect(walks.length).toBeGreaterThan(asked.length)
})

describe.each(MACHINES)('a %s', (machine) => {
  test.each(walks.filter((walk) => walk.machine === machine).map((walk) => [walk.name, walk] as const))('%s', async (_name, walk) => {
    const begun = await mark()
    const thing = await makeThing(world, walk)
    const actor = walk.who.actor(world, thing.person)
    const changes = await writtenBy(begun, () => act(actor, { steps: [thing.step] }, NOW))
    const expected = declared(walk, thing, world)
    expect(seen(changes, Object.keys(expected.thing), walk, thing, world)).toEqual(expected)
    const event = changes.find(({ table, after }) => table === 'event' && after['stream_id'] === thing.id)?.after
    expect(event).toMatchObject({
      actor_id: actor.accountId,
      actor_role: actor.role,
      office_id: actor.organizationId,
      reason: thing.context.reason,
    })
  })
})

test('afterwards every ledger equals a recount, and the chains of events hold', async () => {
  expect(await recountLedgers()).toEqual([])
  expect(await verifyChains()).toEqual([])
  expect((await testDatabase().owner.query('SELECT FROM event')).rowCount).toBeGreaterThan(walks.length)
})
