import 'server-only'
import { DatabaseError, Pool } from 'pg'

/**
 * pg's pool closes the connection of a statement that failed, and the next one opens another with all its statements to be planned anew.
 * One that the database merely refused (somebody was first, a duplicate) is sound: it goes on.
 */
export class ResilientPool extends Pool {}

ResilientPool.prototype.query = async function query(this: Pool, ...given: unknown[]) {
  const client = await this.connect()
  let broken: Error | undefined
  const breaks = (error: Error) => {
    broken = error
  }
  client.once('error', breaks)
  try {
    return await Reflect.apply(client.query, client, given)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.severity === 'ERROR')) broken = error as Error
    throw error
  } finally {
    client.removeListener('error', breaks)
    client.release(broken)
  }
} as typeof Pool.prototype.query
