import 'server-only'
import { sql } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { type Queryable, type Statement, statement } from '../database/statement'
import type { Move, Stream } from './moved-deadline-types'

interface MoveRow {
  id: string
  from: PlainDate
  to: PlainDate
  provisional: boolean
  startsOn: PlainDate
}

/** The moves as the rows of a table `m`. */
function moved(moves: string) {
  return sql<MoveRow>`jsonb_to_recordset(${moves}::jsonb)`.as<'m'>(
    sql`m(id uuid, "from" date, "to" date, provisional boolean, "startsOn" date)`,
  )
}

type MoveStatement = Statement<{ moves: string }, { id: string }>

/** One statement a table. A deadline moves only from the day that was read: what somebody decided meanwhile has a new one of its own. */
const STATEMENTS: Record<Stream, MoveStatement> = {
  record: statement('move-records', (db, given: { moves: string }) =>
    db
      .updateTable('hour_record as r')
      .from(moved(given.moves))
      .set((eb) => ({ due_on: eb.ref('m.to'), due_provisional: eb.ref('m.provisional') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.due_on', '=', 'm.from')
      .returning('r.id'),
  ),
  objection: statement('move-objections', (db, given: { moves: string }) =>
    db
      .updateTable('objection as r')
      .from(moved(given.moves))
      .set((eb) => ({ due_on: eb.ref('m.to'), due_provisional: eb.ref('m.provisional') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.due_on', '=', 'm.from')
      .returning('r.id'),
  ),
  year: statement('move-years', (db, given: { moves: string }) =>
    db
      .updateTable('year as r')
      .from(moved(given.moves))
      .set((eb) => ({ due_on: eb.ref('m.to'), due_provisional: eb.ref('m.provisional') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.due_on', '=', 'm.from')
      .returning('r.id'),
  ),
  case: statement('move-cases', (db, given: { moves: string }) =>
    db
      .updateTable('case_file as r')
      .from(moved(given.moves))
      .set((eb) => ({ due_on: eb.ref('m.to') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.due_on', '=', 'm.from')
      .returning('r.id'),
  ),
  filing: statement('move-filings', (db, given: { moves: string }) =>
    db
      .updateTable('filing as r')
      .from(moved(given.moves))
      .set((eb) => ({ due_on: eb.ref('m.to') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.due_on', '=', 'm.from')
      .returning('r.id'),
  ),
  batch: statement('move-batches', (db, given: { moves: string }) =>
    db
      .updateTable('publicity_batch as r')
      .from(moved(given.moves))
      .set((eb) => ({ starts_on: eb.ref('m.startsOn'), ends_on: eb.ref('m.to'), provisional: eb.ref('m.provisional') }))
      .whereRef('r.id', '=', 'm.id')
      .whereRef('r.ends_on', '=', 'm.from')
      .returning('r.id'),
  ),
}

/**
 * Writes the new days, no states: nobody acted on these things, the calendar did, and the change keeps what it moved. Answers the moves that
 * were made, those whose day only became certain left out.
 */
export async function moveDeadlines(on: Queryable, moves: readonly Move[]): Promise<Move[]> {
  const made: Move[] = []
  for (const [stream, mine] of Map.groupBy(moves, (move) => move.stream)) {
    const rows = await STATEMENTS[stream]({ moves: JSON.stringify(mine) }, on)
    const ids = new Set(rows.map(({ id }) => id))
    made.push(...mine.filter((move) => ids.has(move.id) && move.from !== move.to))
  }
  return made
}
