import 'server-only'
import type { Prisma } from '@/prisma/generated/client/client'
import { statement } from '../database/statement'
import { FILING_NAMES, gramsOf, hasGrams, patternOf } from '../find/name-ngrams'
import { escapeLike } from '../input/search'

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

/**
 * The filings with these words in their title, a number of theirs or the name of who holds them. Few are named one by one, from the indexes of
 * names; where there are more, whoever reads them in order soon meets enough.
 */
export async function filingsMatching(q: string): Promise<Prisma.FilingWhereInput> {
  if (q === '') return {}
  const rows = await named({ pattern: patternOf(q), grams: gramsOf([q]) })
  if (rows.length <= FEW) return { id: { in: rows.map(({ id }) => id) } }
  const words = { contains: escapeLike(q), mode: 'insensitive' as const }
  return { OR: [{ title: words }, { number: words }, { outsideNumber: words }, { organizer: words }, { provider: { name: words } }] }
}
