import 'server-only'
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { anyOf, statement } from '../database/statement'
import type { Tables } from '../database/tables'
import { FILING_NAMES, gramsOf, hasGrams, patternOf } from '../find/name-ngrams'

const FEW = 500

const named = statement('filings-holding', (db, given: { pattern: string; grams: readonly string[] }) => {
  const filings = db.selectFrom('filing as f').select('f.id')
  const byOwnNames = filings
    .where(hasGrams(FILING_NAMES, given.grams))
    .where(FILING_NAMES, 'ilike', given.pattern)
    .limit(FEW + 1)
  const byProvider = filings
    .innerJoin('organization as o', 'o.id', 'f.provider_id')
    .where((eb) => hasGrams(eb.ref('o.name'), given.grams))
    .where('o.name', 'ilike', given.pattern)
    .limit(FEW + 1)
  return db
    .selectFrom(byOwnNames.as('a'))
    .select('a.id')
    .union(db.selectFrom(byProvider.as('b')).select('b.id'))
})

const f = expressionBuilder<Tables & { f: Tables['filing'] }, 'f'>()

/**
 * The filings (`f`) with these words in their title, a number of theirs or the name of who holds them. Few are named one by one, from the
 * indexes of names; where there are more, whoever reads them in order soon meets enough.
 */
export async function filingsMatching(q: string): Promise<Expression<SqlBool>> {
  if (q === '') return f.lit(true)
  const [pattern, grams] = [patternOf(q), gramsOf([q])]
  const rows = await named({ pattern, grams })
  if (rows.length <= FEW) return f('f.id', '=', anyOf(idsOf(rows), 'uuid'))
  const provider = f
    .selectFrom('organization as o')
    .select((eb) => eb('o.name', 'ilike', pattern).as('is'))
    .whereRef('o.id', '=', 'f.provider_id')
  const inOwn = (['f.title', 'f.number', 'f.outside_number', 'f.organizer'] as const).map((name) => f(name, 'ilike', pattern))
  return f.or([...inOwn, provider.$asScalar()])
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}
