import 'server-only'
import type { ColumnType } from 'kysely'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { DB } from '@/prisma/generated/kysely/tables'

/** Columns whose name ends with `_on` hold calendar dates; a test holds the names against the types that the database has. */
type DateColumn = `${string}_on` | 'date'

/** As the generated types, with calendar dates as they are read (db.ts sets the parser): text without a zone. */
type Column<Name, Type> = Name extends DateColumn ? ColumnType<PlainDate | Extract<Type, null>, string | Extract<Type, null>> : Type

/** The tables as SQL names them, generated from prisma/schema: a column that is renamed there fails the type check of every statement. */
export type Tables = { [Table in keyof DB]: { [Name in keyof DB[Table]]: Column<Name, DB[Table][Name]> } }
export type TableName = keyof Tables
