import 'server-only'
import { type Expression, expressionBuilder, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { type Builder, int, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import { escapeLike } from '../input/search'

const on = expressionBuilder<Tables, never>()

/** Whether these words stand in the column, literally. */
export function contains(column: Expression<string | null>, words: string): RawBuilder<boolean> {
  return sql`${column} LIKE ${`%${escapeLike(words)}%`}`
}

/** Whether they stand in the person's name. Asked of each row on purpose: as EXISTS the whole table would be read and kept beside. */
export function personNamed(personId: Expression<string>, words: string): Expression<SqlBool> {
  const person = on.selectFrom('person as named').where('named.id', '=', personId)
  return person.select((eb) => contains(eb.ref('named.name'), words).as('is')).$asScalar()
}

/** The same of an organization; null where there is none. */
export function organizationNamed(organizationId: Expression<string | null>, words: string): Expression<SqlBool> {
  const organization = on.selectFrom('organization as named').where('named.id', '=', organizationId)
  return organization.select((eb) => contains(eb.ref('named.name'), words).as('is')).$asScalar()
}

/** What comes after a row in a list that goes by the column and then by key, the least first: an index on both is entered there. */
export function comesAfter<At>(
  column: Expression<At>,
  id: Expression<string>,
  row: { at: NonNullable<At>; id: string },
): Expression<SqlBool> {
  return sql`(${column}, ${id}) > (${row.at}, ${row.id})`
}

/** The same where the greatest comes first. */
export function comesBefore<At>(
  column: Expression<At>,
  id: Expression<string>,
  row: { at: NonNullable<At>; id: string },
): Expression<SqlBool> {
  return sql`(${column}, ${id}) < (${row.at}, ${row.id})`
}

/**
 * How many rows the queue has, counted no further than `most`. It is given in its order: so the index that it is read by is counted along,
 * and nothing is sorted.
 */
export async function countUpTo<From, Table extends keyof From, Row>(
  most: number,
  queue: (db: Builder) => SelectQueryBuilder<From, Table, Row>,
): Promise<number> {
  const [counted] = await runOnce((db) =>
    db.selectFrom(queue(db).select(sql.lit(1).as('one')).limit(most).as('c')).select((eb) => int(eb.fn.countAll()).as('count')),
  )
  return counted?.count ?? 0
}
