import 'server-only'
import { z } from 'zod'

/** The columns of a roster, in the order of the template. The day of completion may be left out: then it is the training's last day. */
export const ROSTER_COLUMNS = ['name', 'number', 'days', 'result', 'completedOn'] as const
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]
export const OPTIONAL_COLUMNS: readonly RosterColumn[] = ['completedOn']

/** What can be wrong with a row; each has its sentence under `roster.row`. */
export const ROW_PROBLEMS = [
  'missing',
  'too_long',
  'control_characters',
  'number_turned',
  'number_length',
  'number_characters',
  'number_birthday',
  'number_check',
  'number_twice',
  'days_number',
  'days_date',
  'days_step',
  'days_more',
  'date_wrong',
  'date_outside',
  'person_unknown',
  'name_differs',
  'on_roster',
  'own_entry',
] as const
export type RowProblemCode = (typeof ROW_PROBLEMS)[number]

/** These say something without being wrong: the row is right, only no record comes of it. */
const NOTES: readonly RowProblemCode[] = ['own_entry']

export interface RowProblem {
  code: RowProblemCode
  column: RosterColumn
  values?: Record<string, string | number>
}

/** As they are stored with a row. */
export const rowProblems = z.array(
  z.object({
    code: z.enum(ROW_PROBLEMS),
    column: z.enum(ROSTER_COLUMNS),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
)

/** Whether it keeps the roster from being confirmed. */
export function isWrong(problem: { code: RowProblemCode }): boolean {
  return !NOTES.includes(problem.code)
}

/** Whether the row is right and becomes a record. */
export function becomesRecord(problems: readonly RowProblem[]): boolean {
  return problems.length === 0
}
