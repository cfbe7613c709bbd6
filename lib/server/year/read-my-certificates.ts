import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { CertificateState } from '@/lib/workflow/states'
import { db } from '../database/db'
import { cursorParam, encodeCursor } from '../input/search'
import type { CertificateData } from '../print/render-certificate'

export const certificatesSearch = { after: cursorParam(z.object({ id: z.uuid() })) }

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

const PAGE = 20

/** One's own certificates, the latest first. */
export async function readMyCertificates(
  actor: Actor,
  search: { after: { id: string } | null },
): Promise<{ rows: CertificateRow[]; next: string | null }> {
  const rows = await db.certificate.findMany({
    where: { personId: actor.personId ?? '', ...(search.after ? { id: { lt: search.after.id } } : {}) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
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
  const shown = rows.slice(0, PAGE).map(({ content, issuedAt, ...row }) => {
    // What the certificate says, also where the year holds more since.
    const { years, totals } = content as unknown as Pick<CertificateData, 'years' | 'totals'>
    return { ...row, issuedAt: issuedAt.toISOString(), years, total: totals.total, professional: totals.professional }
  })
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? encodeCursor({ id: last.id }) : null }
}
