import 'server-only'
import { anyOf, runOnce } from '../database/statement'
import { escapeLike } from '../input/search'

/** So many employers are gone through one by one. */
const MAX_EMPLOYERS = 50

/** The employers of these territories whose name contains the text: all where they are few; more are said to be too many. */
export async function employersNamed(name: string, regions: readonly string[]): Promise<{ ids: string[]; tooMany: boolean }> {
  const rows = await runOnce((db) =>
    db
      .selectFrom('organization')
      .select('id')
      .where('kind', '=', 'employer')
      .where('region_code', '=', anyOf(regions, 'bpchar'))
      .where('name', 'like', `%${escapeLike(name)}%`)
      .orderBy('name')
      .orderBy('id')
      .limit(MAX_EMPLOYERS + 1),
  )
  return { ids: rows.slice(0, MAX_EMPLOYERS).map(({ id }) => id), tooMany: rows.length > MAX_EMPLOYERS }
}
