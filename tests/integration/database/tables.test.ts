import { afterEach, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { misfits, typedTables } from '@/tests/support/table-types'

const { owner } = testDatabase()

test('every column of the generated types is in the database with a type that fits, and the other way round', async () => {
  const typed = typedTables()
  expect(typed.size).toBeGreaterThan(40)
  expect([...typed.values()].reduce((sum, columns) => sum + columns.size, 0)).toBeGreaterThan(400)
  expect(await misfits(owner)).toEqual([])
})

// Each of these a schema could be changed by, past the types.
let undo = ''
afterEach(() => owner.query(undo))

test.each([
  [
    'a column of its own',
    'ALTER TABLE person ADD COLUMN planted text',
    'ALTER TABLE person DROP COLUMN planted',
    ['person.planted: not in the types'],
  ],
  [
    'another name',
    'ALTER TABLE year RENAME COLUMN region_code TO region',
    'ALTER TABLE year RENAME COLUMN region TO region_code',
    ['year.region: not in the types', 'year.region_code: not in the database'],
  ],
  [
    'an instant for a day',
    'ALTER TABLE appointment ALTER COLUMN until_on TYPE timestamptz',
    'ALTER TABLE appointment ALTER COLUMN until_on TYPE date',
    ['appointment.until_on: timestamptz by the name of a calendar date', 'appointment.until_on: timestamptz by the name of an instant'],
  ],
  [
    'another type',
    'ALTER TABLE job ALTER COLUMN done TYPE numeric',
    'ALTER TABLE job ALTER COLUMN done TYPE int',
    ['job.done: numeric as number'],
  ],
  [
    'null where the types know none',
    'ALTER TABLE person ALTER COLUMN name DROP NOT NULL',
    'ALTER TABLE person ALTER COLUMN name SET NOT NULL',
    ['person.name: null in one of both only'],
  ],
  [
    'a default less',
    'ALTER TABLE year ALTER COLUMN version DROP DEFAULT',
    'ALTER TABLE year ALTER COLUMN version SET DEFAULT 1',
    ['year.version: a default in one of both only'],
  ],
  [
    'another enum',
    'ALTER TABLE impact_group ALTER COLUMN direction TYPE batch_state USING NULL',
    'ALTER TABLE impact_group ALTER COLUMN direction TYPE impact_direction USING NULL',
    ['impact_group.direction: batch_state as ImpactDirection'],
  ],
])('what does not fit is seen: %s', async (_, change, back, expected) => {
  undo = back
  await owner.query(change)
  expect(await misfits(owner)).toEqual(expected)
})
