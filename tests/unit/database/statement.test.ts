import { describe, expect, test } from 'vitest'
import { anyOf, type Queryable, runOnce, statement } from '@/lib/server/database/statement'

interface Sent {
  name?: string
  text: string
  values: unknown[]
}

/** A connection that keeps what it is sent. */
function recorder(): { sent: Sent[]; on: Queryable } {
  const sent: Sent[] = []
  const query = async (given: Sent) => {
    sent.push(given)
    return { rows: [] }
  }
  return { sent, on: { query } as unknown as Queryable }
}

describe('a statement', () => {
  const find = statement('find', (db, given: { ids: readonly string[]; year: number }) =>
    db
      .selectFrom('hour_record as r')
      .select('r.id')
      .where('r.id', '=', anyOf(given.ids, 'uuid'))
      .where((eb) => eb.or([eb('r.year', '=', given.year), eb('r.credited_in', '=', given.year)]))
      .where('r.state', 'in', ['submitted', 'accepted'])
      .where('r.title', '<>', "it's")
      .where('r.due_provisional', '=', false)
      .limit(20),
  )

  test('has its constants in its text, so that partial indexes serve it, and is sent the values alone', async () => {
    const { sent, on } = recorder()
    await find({ ids: ['a', 'b'], year: 2025 }, on)
    await find({ ids: [], year: 2024 }, on)
    const [first, second] = sent
    expect(first?.text).toContain(`"r"."state" in ('submitted', 'accepted')`)
    expect(first?.text).toContain(`"r"."title" <> 'it''s'`)
    expect(first?.text).toContain('"r"."due_provisional" = false')
    expect(first?.text).toContain('limit 20')
    expect(first?.values).toEqual([['a', 'b'], 2025, 2025])
    expect(second).toEqual({ name: 'find', text: first?.text, values: [[], 2024, 2024] })
  })
})

test('what is run once sends every value beside its text: it may be what somebody typed', async () => {
  const { sent, on } = recorder()
  await runOnce((db) => db.selectFrom('person').select('id').where('name', 'like', "'; DROP%").limit(20), on)
  expect(sent).toEqual([{ text: 'select "id" from "person" where "name" like $1 limit $2', values: ["'; DROP%", 20] }])
})
