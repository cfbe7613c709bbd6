import 'server-only'
import { pool } from '../database/db'
import { literally } from './scan'

/** So many employers are gone through one by one. */
const MOST = 50

/** The employers of these territories whose name contains the text: all where they are few; more are said to be too many. */
export async function employersNamed(name: string, regions: readonly string[]): Promise<{ ids: string[]; tooMany: boolean }> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM organization WHERE kind = 'employer' AND region_code = ANY($1) AND name LIKE $2 ORDER BY name, id LIMIT ${MOST + 1}`,
    [regions, `%${literally(name)}%`],
  )
  return { ids: rows.slice(0, MOST).map(({ id }) => id), tooMany: rows.length > MOST }
}
