import 'server-only'
import type { Actor } from '@/lib/access/types'
import type { CertificateState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { uuid } from '../database/ids'
import { pagesOf } from '../input/keyset'
import { cursorParam } from '../input/search'
import type { CertificateData } from '../print/render-certificate'

export const certificatesSearch = { after: cursorParam(uuid()) }

export interface CertificateRow {
  id: string
  number: string
  code: string
  state: CertificateState
  kind: 'year' | 'term'
  /** The credit year twice, or the first and last of a term. */
  years: { from: number; to: number }
  total: number
  professional: number
  issuedAt: string
}

const pages = pagesOf(20)

/** One's own certificates, the latest first. */
export async function readMyCertificates(
  actor: Actor,
  search: { after: string | null },
): Promise<{ rows: CertificateRow[]; next: string | null }> {
  const found = await db.certificate.findMany({
    where: { personId: actor.personId ?? '', ...(search.after ? { id: { lt: search.after } } : {}) },
    orderBy: { id: 'desc' },
    take: pages.take,
    select: {
      id: true,
      number: true,
      code: true,
      state: true,
      issuedAt: true,
      kind: true,
      content: true,
    },
  })
  const { rows, next } = pages.cut(found, ({ id }) => id)
  const shown = rows.map(({ content, issuedAt, ...row }) => {
    // What the certificate says, also where the year holds more since.
    const { years, totals } = content as unknown as Pick<CertificateData, 'years' | 'totals'>
    return { ...row, issuedAt: issuedAt.toISOString(), years, total: totals.total, professional: totals.professional }
  })
  return { rows: shown, next }
}
