import 'server-only'
import { runOnce } from '../database/statement'
import { escapeLike } from '../input/search'

/** So many people are looked up one by one; of more the name is compared row by row. */
const MAX_PEOPLE = 2_000

/** The people whose name begins so; null where they are too many to be named. */
export async function peopleNamed(name: string): Promise<string[] | null> {
  // Without a name on purpose: only a plan made for this very text can use the index of beginnings.
  const rows = await runOnce((db) =>
    db
      .selectFrom('person')
      .select('id')
      .where('name', 'like', `${escapeLike(name)}%`)
      .limit(MAX_PEOPLE + 1),
  )
  return rows.length > MAX_PEOPLE ? null : rows.map(({ id }) => id)
}
