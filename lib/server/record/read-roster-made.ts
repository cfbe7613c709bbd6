import 'server-only'
import { db } from '../database/db'

/** Which of these records a roster made: of such a draft its person is asked, not expected to write it. */
export async function rosterCreatedIds(recordIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (recordIds.length === 0) return new Set()
  const rows = await db.rosterRow.findMany({ where: { id: { in: [...recordIds] } }, select: { id: true } })
  return new Set(rows.map(({ id }) => id))
}
