import 'server-only'
import { newId } from '../database/ids'
import type { PlainRow } from '../transition/tables'
import type { FoundRow } from './find-people'

/** A line as the draft keeps it, by column. */
export function columnsOfRow(rosterId: string, row: FoundRow, byHand: boolean): PlainRow<'roster_row'> {
  return {
    id: newId(),
    roster_id: rosterId,
    line: row.line,
    by_hand: byHand,
    name: row.name,
    number_index: row.numberIndex,
    number_mask: row.numberMask,
    person_id: row.personId,
    days_typed: row.daysTyped,
    days: row.days,
    result: row.result,
    completed_on: row.completedOn,
    problems: row.problems,
  }
}
