import 'server-only'
import { type Expression, expressionBuilder, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { type Builder, int, runOnce } from '../database/statement'
import type { Tables } from '../database/tables'
import type { Keyset } from '../input/keyset'
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

/**
 * Whether a row lies behind the one of the key, in a list that goes by this column and then by id: an index on both is entered there. All do
 * on the first page.
 */
export function liesBehind(
  column: Expression<unknown>,
  id: Expression<string>,
  order: 'asc' | 'desc',
  after: Keyset | null,
): Expression<SqlBool> {
  if (after === null) return on.lit(true)
  return sql`(${column}, ${id}) ${sql.raw(order === 'asc' ? '>' : '<')} (${after[0]}, ${after[1]})`
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
