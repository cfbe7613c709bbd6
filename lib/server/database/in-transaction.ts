import 'server-only'
import { sql } from 'kysely'
import { pool } from './db'
import { type Queryable, statement } from './statement'

/** Longer than any act takes; work on a whole city's rows says its own. */
const TIMEOUT_MS = 5_000

/**
 * Runs the work in a transaction on one connection of the pool: what it writes through `on` is kept as a whole, or not at all where it
 * throws. Its statements run one after the other. None of them, and no pause between two, may last longer than the timeout.
 */
export async function inTransaction<Answer>(
  work: (on: Queryable) => Promise<Answer>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<Answer> {
  const client = await pool.connect()
  let broken: Error | undefined
  const breaks = (error: Error) => {
    broken = error
  }
  client.on('error', breaks)
  try {
    // One round trip. A process that stands still in between holds no rows for ever: the database ends its session.
    await client.query(`BEGIN; SET LOCAL statement_timeout = ${timeoutMs}; SET LOCAL idle_in_transaction_session_timeout = ${timeoutMs}`)
    const answer = await work(client)
    // PostgreSQL answers ROLLBACK, and no error, where a statement failed and the work went on regardless.
    const { command } = await client.query('COMMIT')
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed and its error was swallowed: nothing was kept')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch(breaks)
    throw error
  } finally {
    client.removeListener('error', breaks)
    client.release(broken)
  }
}

const lock = statement('lock-until-commit', (db, given: { name: string }) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock(hashtextextended(${given.name}::text, 0))`.as('locked')),
)

/** Lets one transaction after the other do what only one may do at a time, such as adding a row that another might add as well. */
export async function lockUntilCommit(on: Queryable, name: string): Promise<void> {
  await lock({ name }, on)
}
