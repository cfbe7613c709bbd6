import 'server-only'
import type { Prisma } from '@/prisma/generated/client/client'
import { pool } from '../database/db'
import { FILING_NAMES, gramsOf, hasGrams, patternOf } from '../find/name-ngrams'
import { escapeLike } from '../input/search'

const FEW = 500

/**
 * The filings with these words in their title, a number of theirs or the name of who holds them. Few are named one by one, from the indexes of
 * names; where there are more, whoever reads them in order soon meets enough.
 */
export async function filingsMatching(q: string): Promise<Prisma.FilingWhereInput> {
  if (q === '') return {}
  const { rows } = await pool.query<{ id: string }>({
    name: 'filings-holding',
    text: `(SELECT f.id FROM filing f WHERE ${hasGrams(FILING_NAMES, '$2')} AND ${FILING_NAMES} ILIKE $1 LIMIT ${FEW + 1})
      UNION
      (SELECT f.id FROM filing f JOIN organization o ON o.id = f.provider_id WHERE ${hasGrams('o.name', '$2')} AND o.name ILIKE $1 LIMIT ${FEW + 1})`,
    values: [patternOf(q), gramsOf([q])],
  })
  if (rows.length <= FEW) return { id: { in: rows.map(({ id }) => id) } }
  const words = { contains: escapeLike(q), mode: 'insensitive' as const }
  return { OR: [{ title: words }, { number: words }, { outsideNumber: words }, { organizer: words }, { provider: { name: words } }] }
}
