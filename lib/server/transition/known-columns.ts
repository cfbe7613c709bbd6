import 'server-only'
import { PLAIN_COLUMNS, type PlainTable, WORKFLOW_TABLES, type WorkflowTable } from './tables'

type Columns = Record<string, unknown>

const SET = new Map<string, ReadonlySet<string>>()
const ROW = new Map<string, ReadonlySet<string>>()
for (const [table, { columns, fixed }] of Object.entries(WORKFLOW_TABLES)) {
  SET.set(table, new Set(columns))
  ROW.set(table, new Set([...columns, ...fixed]))
}
for (const [table, columns] of Object.entries(PLAIN_COLUMNS)) ROW.set(table, new Set(columns))

/** What a transition changes, as it was given. Throws where it names a column that no transition of the table may write. */
export function checkedSet(table: WorkflowTable, set: Columns): Columns {
  return checked(table, SET.get(table), set)
}

/** A new row, as it was given. Throws where it names a column that the table does not have. */
export function checkedRow(table: WorkflowTable | PlainTable, row: Columns): Columns {
  return checked(table, ROW.get(table), row)
}

/** The compiler refuses an unknown column in a literal; one that got past it (a spread, a cast) PostgreSQL would drop in silence. */
function checked(table: string, known: ReadonlySet<string> | undefined, row: Columns): Columns {
  for (const name in row) if (!known?.has(name)) throw new Error(`an act cannot write ${table}.${name}`)
  return row
}
