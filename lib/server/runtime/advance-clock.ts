import 'server-only'
import { sql } from 'kysely'
import { databaseNow, statement } from '../database/statement'
import { notFound } from '../input/errors'
import { readDemonstration } from './read-demonstration'

const DAY_MS = 86_400_000
const MAX_DAYS = 31

const advance = statement('demonstration-advance', (db, given: { milliseconds: number }) =>
  db
    .updateTable('setting')
    .set((eb) => ({
      value: sql`jsonb_set(${eb.ref('value')}, '{offsetMs}', to_jsonb((${eb.ref('value')}->>'offsetMs')::bigint + ${given.milliseconds}))`,
      changed_at: databaseNow,
    }))
    .where('key', '=', 'demonstration'),
)

/** Moves the demonstration's day forward, never back. */
export async function advanceClock(days: number): Promise<void> {
  if (!(await readDemonstration()) || !Number.isInteger(days) || days < 1 || days > MAX_DAYS) throw notFound()
  await advance({ milliseconds: days * DAY_MS })
}
