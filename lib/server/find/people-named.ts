import 'server-only'
import { pool } from '../database/db'
import { literally } from './scan'

/** So many people are looked up one by one; of more the name is compared row by row. */
const MOST = 2_000

/** The people whose name begins so; null where they are too many to be named. */
export async function peopleNamed(name: string): Promise<string[] | null> {
  // Unnamed on purpose: only a plan made for this very text can use the index of beginnings.
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM person WHERE name LIKE $1 LIMIT ${MOST + 1}`, [`${literally(name)}%`])
  return rows.length > MOST ? null : rows.map(({ id }) => id)
}
