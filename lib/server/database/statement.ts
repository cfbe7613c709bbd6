import 'server-only'
import {
  type AliasedRawBuilder,
  type Compilable,
  type DeleteResult,
  DummyDriver,
  type Expression,
  type InsertResult,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
  type UpdateResult,
} from 'kysely'
import type { Pool } from 'pg'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { pool } from './db'
import type { Tables } from './tables'

export type Builder = Kysely<Tables>

/** Stands for a value that is given when the statement runs. */
class Placeholder {
  constructor(readonly name: string) {}
}

/**
 * Writes a constant of a statement into its text: only so does a partial index (`WHERE state = 'submitted'`) serve, and the planner know a
 * LIMIT, once PostgreSQL has planned the statement for all values.
 */
class ConstantsInText extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (CONSTANTS.includes(typeof value)) this.appendImmediateValue(value)
    else super.appendValue(value)
  }
}

const CONSTANTS: readonly string[] = ['string', 'number', 'boolean']

/** Writes SQL, and never runs any: connections are the pool's. */
function builderWith(createQueryCompiler: () => PostgresQueryCompiler): Builder {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler,
    },
  })
}

const forAllValues = builderWith(() => new ConstantsInText())
const forTheseValues = builderWith(() => new PostgresQueryCompiler())

/** The values of a statement while it is written: each stands where its type may stand. */
export type Placeholders<Values> = { readonly [Name in keyof Values]-?: Values[Name] }

/** Where a statement runs: the pool, or a connection of it that holds a transaction. */
export type Queryable = Pick<Pool, 'query'>

/** The rows that come back: of a statement that writes and has no RETURNING none, whatever Kysely's own driver would count. */
export type Returned<Row> = Row extends InsertResult | UpdateResult | DeleteResult ? never : Row

export type Statement<Values, Row> = (values: Values, on?: Queryable) => Promise<Returned<Row>[]>

/**
 * A statement with a name of its own: written and compiled at its first run, planned by PostgreSQL once a connection; later runs send the
 * values alone. What depends on the case (a filter that may be absent) is a statement of another name.
 */
export function statement<Values extends object, Row>(
  name: string,
  write: (db: Builder, given: Placeholders<Values>) => Compilable<Row>,
): Statement<Values, Row> {
  let compiled: { text: string; values: (values: Values) => unknown[] } | undefined
  return async (values, on = pool) => {
    compiled ??= compile(write)
    const { rows } = await on.query({ name, text: compiled.text, values: compiled.values(values) })
    return rows as Returned<Row>[]
  }
}

/** Writes and compiles a statement that is not known beforehand, and runs it without a name: for lists with many filters. */
export async function runOnce<Row>(write: (db: Builder) => Compilable<Row>, on: Queryable = pool): Promise<Returned<Row>[]> {
  const { sql: text, parameters } = write(forTheseValues).compile()
  const { rows } = await on.query({ text, values: [...parameters] })
  return rows as Returned<Row>[]
}

function compile<Values extends object, Row>(write: (db: Builder, given: Placeholders<Values>) => Compilable<Row>) {
  const given = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) }) as Placeholders<Values>
  const { sql: text, parameters } = write(forAllValues, given).compile()
  const values = (from: Values) =>
    parameters.map((value) => (value instanceof Placeholder ? (from as Record<string, unknown>)[value.name] : value))
  return { text, values }
}

/** `= ANY(…)`: the right side of a comparison with a list that is given as one value. `type` is PostgreSQL's, such as `uuid`. */
export function anyOf<Value>(list: readonly Value[], type: string): RawBuilder<Value> {
  return sql<Value>`ANY(${list}::${sql.raw(type)}[])`
}

/** A numeric column as a number: PostgreSQL hands it over as text otherwise. */
export function float<Value extends string | null>(column: Expression<Value>): RawBuilder<number | Extract<Value, null>> {
  return sql`${column}::float`
}

/** How many rows, as a number: PostgreSQL hands a bigint over as text otherwise. */
export function int(count: Expression<string | number | bigint>): RawBuilder<number> {
  return sql`${count}::int`
}

/** The day in Shanghai of an instant. */
export function dayOf<Value extends Date | null>(instant: Expression<Value>): RawBuilder<PlainDate | Extract<Value, null>> {
  return sql`(${instant} AT TIME ZONE 'Asia/Shanghai')::date`
}

/** The one column of a query as an array: empty where no row is found. */
export function arrayOf<Row>(query: Expression<Row>): RawBuilder<Row[keyof Row][]> {
  return sql`ARRAY${query}`
}

/** The database's own clock, as it stood at the beginning of the transaction. */
export const databaseNow: RawBuilder<Date> = sql`now()`

export function secondsAgo(seconds: number): RawBuilder<Date> {
  return sql`now() - make_interval(secs => ${seconds})`
}

export function secondsFromNow(seconds: number): RawBuilder<Date> {
  return sql`now() + make_interval(secs => ${seconds})`
}

/** A column that holds an array of an enum's values, as an array: pg knows the arrays of PostgreSQL's own types only. */
export function textArray<Value extends string>(column: Expression<string>): RawBuilder<Value[]> {
  return sql`${column}::text[]`
}

/**
 * Lists of one length as the rows of a table, one column each, of these types of PostgreSQL: many rows are written by one statement with
 * as many values as columns.
 */
export function rowsOf<Row extends object, Alias extends string>(
  alias: Alias,
  types: { readonly [Name in keyof Row]: string },
  lists: { readonly [Name in keyof Row]: readonly Row[Name][] },
): AliasedRawBuilder<Row, Alias> {
  const names = Object.keys(types) as (keyof Row & string)[]
  const values = sql.join(names.map((name) => sql`${lists[name]}::${sql.raw(types[name])}[]`))
  return sql<Row>`unnest(${values})`.as<Alias>(sql`${sql.id(alias)}(${sql.join(names.map((name) => sql.id(name)))})`)
}
