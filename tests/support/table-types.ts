import { readFileSync } from 'node:fs'
import type pg from 'pg'
import * as enums from '@/prisma/generated/kysely/enums'

/** A column as the generated types have it. */
interface TypedColumn {
  type: string
  nullable: boolean
  /** May be left out of an INSERT. */
  generated: boolean
}

/** The tables as the generated types name them, read from their text: types leave nothing behind when the program runs. */
export function typedTables(): Map<string, Map<string, TypedColumn>> {
  const text = readFileSync('prisma/generated/kysely/tables.ts', 'utf8').replace(/\/\*\*.*?\*\//gs, '')
  const bodies = new Map([...text.matchAll(/export type (\w+) = \{\n(.*?)\n\};/gs)].map(([, name = '', body = '']) => [name, body]))
  const tables = membersOf(bodies.get('DB') ?? '')
  return new Map(
    [...tables].map(([table, name]) => {
      const columns = membersOf(bodies.get(name) ?? '')
      return [table, new Map([...columns].map(([column, type]) => [column, typedColumn(type)]))]
    }),
  )
}

function membersOf(body: string): Map<string, string> {
  return new Map([...body.matchAll(/^ +(\w+): (.+);$/gm)].map(([, name = '', type = '']) => [name, type]))
}

function typedColumn(text: string): TypedColumn {
  const generated = /^Generated<(.*)>$/.exec(text)?.[1]
  const [type = '', nullable] = (generated ?? text).split(/ (\| null)$/)
  return { type, nullable: nullable !== undefined, generated: generated !== undefined }
}

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  defaulted: boolean
  /** The values of an enum. */
  values: string[] | null
}

/** What the pg driver makes of a column of a type, as the generated types call it. */
const AS_TYPED: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  bpchar: 'string',
  int4: 'number',
  bool: 'boolean',
  numeric: 'ColumnType<string, number | string, number | string>',
  date: 'Timestamp',
  timestamptz: 'Timestamp',
  jsonb: 'unknown',
  bytea: 'Buffer',
  _text: 'string[]',
  _uuid: 'string[]',
  // pg knows the arrays of PostgreSQL's own types only: that of an enum is read as text, or cast.
  _subject: 'string',
}

/** Everything in which the generated types, or the names that tables.ts goes by, do not fit the database. Empty: they fit. */
export async function misfits(database: pg.Pool): Promise<string[]> {
  const typed = typedTables()
  const { rows } = await database.query<Column>(COLUMNS)
  const found = rows.flatMap((column) => problemsOf(column, typed.get(column.table)?.get(column.name)))
  const known = new Set(rows.map(({ table, name }) => `${table}.${name}`))
  const missing = [...typed].flatMap(([table, columns]) => [...columns.keys()].map((name) => `${table}.${name}`))
  return [...found, ...missing.filter((name) => !known.has(name)).map((name) => `${name}: not in the database`)]
}

function problemsOf(column: Column, typed: TypedColumn | undefined): string[] {
  const at = `${column.table}.${column.name}`
  if (!typed) return [`${at}: not in the types`]
  const expected = column.values ? enumNamed(typed.type, column.values) : AS_TYPED[column.type]
  return [
    ...(expected === undefined ? [`${at}: ${column.type} has no type here`] : []),
    ...(expected !== undefined && typed.type !== expected ? [`${at}: ${column.type} as ${typed.type}`] : []),
    // Prisma makes no list NOT NULL, and never writes null into one.
    ...(typed.nullable === column.nullable || column.type.startsWith('_') ? [] : [`${at}: null in one of both only`]),
    ...(typed.generated === column.defaulted ? [] : [`${at}: a default in one of both only`]),
    ...(/(^|_)date$|_on$/.test(column.name) === (column.type === 'date') ? [] : [`${at}: ${column.type} by the name of a calendar date`]),
    ...(/(^|_)at$|_(since|until)$/.test(column.name) === (column.type === 'timestamptz')
      ? []
      : [`${at}: ${column.type} by the name of an instant`]),
  ]
}

/** The type's own name where it is the enum of these values. */
function enumNamed(type: string, values: readonly string[]): string {
  const known = Object.values((enums as Record<string, Record<string, string>>)[type] ?? {})
  return known.toSorted().join() === values.toSorted().join() ? type : `an enum of ${values.join(', ')}`
}

const COLUMNS = `
  SELECT c.table_name AS "table", c.column_name AS name, c.udt_name AS type, c.is_nullable = 'YES' AS nullable,
    c.column_default IS NOT NULL AS defaulted,
    (SELECT array_agg(e.enumlabel::text) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = c.udt_name) AS values
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations' ORDER BY 1, c.ordinal_position`
