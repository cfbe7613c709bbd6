import 'server-only'
import type { Prisma } from '@/prisma/generated/client/client'
import type { Move } from './plan-moves'
import type { Stream } from './running-deadlines'

const ON =
  'FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "from" date, "to" date, provisional boolean, "startsOn" date) WHERE r.id = m.id'

/** One statement a table. A deadline moves only from the day that was read: what somebody decided meanwhile has a new one of its own. */
const STATEMENTS: Record<Stream, string> = {
  record: `UPDATE hour_record r SET due_on = m."to", due_provisional = m.provisional ${ON} AND r.due_on = m."from" RETURNING r.id`,
  objection: `UPDATE objection r SET due_on = m."to", due_provisional = m.provisional ${ON} AND r.due_on = m."from" RETURNING r.id`,
  year: `UPDATE year r SET due_on = m."to", due_provisional = m.provisional ${ON} AND r.due_on = m."from" RETURNING r.id`,
  case: `UPDATE case_file r SET due_on = m."to" ${ON} AND r.due_on = m."from" RETURNING r.id`,
  filing: `UPDATE filing r SET due_on = m."to" ${ON} AND r.due_on = m."from" RETURNING r.id`,
  batch: `UPDATE publicity_batch r SET starts_on = m."startsOn", ends_on = m."to", provisional = m.provisional ${ON} AND r.ends_on = m."from" RETURNING r.id`,
}

/**
 * Writes the new days, no states: nobody acted on these things, the calendar did, and the change keeps what it moved. Answers the moves that
 * were made, those whose day only became certain left out.
 */
export async function moveDeadlines(tx: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>, moves: readonly Move[]): Promise<Move[]> {
  const made: Move[] = []
  for (const [stream, mine] of Map.groupBy(moves, (move) => move.stream)) {
    const rows = await tx.$queryRawUnsafe<{ id: string }[]>(STATEMENTS[stream], JSON.stringify(mine))
    const ids = new Set(rows.map(({ id }) => id))
    made.push(...mine.filter((move) => ids.has(move.id) && move.from !== move.to))
  }
  return made
}
