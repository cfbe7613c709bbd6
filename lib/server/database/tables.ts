import 'server-only'
import type { ColumnType } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { DB } from '@/prisma/generated/kysely/tables'

/** Columns whose name ends with `_on` hold calendar dates; a test holds the names against the types that the database has. */
type DateColumn = `${string}_on` | 'date'

/** Numbers and hashes of the chains, which only triggers write (chain_event, chain_audit). */
type ChainColumn = 'seq' | 'previous' | 'hash'

/** As the generated types, with calendar dates as they are read (db.ts sets the parser): text without a zone. */
type Column<Table, Name, Type> = Name extends DateColumn
  ? ColumnType<PlainDate | Extract<Type, null>, string | Extract<Type, null>>
  : [Table, Name] extends ['event' | 'audit', ChainColumn]
    ? ColumnType<Type, never, never>
    : Type

/** The tables as SQL names them, generated from prisma/schema: a column that is renamed there fails the type check of every statement. */
export type Tables = { [Table in keyof DB]: { [Name in keyof DB[Table]]: Column<Table, Name, DB[Table][Name]> } }
export type TableName = keyof Tables
