import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { CertificateState } from '@/lib/workflow/states'
import { db } from '../db'
import { cursor, encodeCursor } from '../search'

export const certificatesSearch = { after: cursor(z.object({ id: z.uuid() })) }

export interface CertificateRow {
  id: string
  number: string
  code: string
  state: CertificateState
  year: number | null
  total: number | null
  professional: number | null
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
      yearOf: { select: { year: true, total: true, professional: true } },
    },
  })
  const shown = rows.slice(0, PAGE).map(({ yearOf, issuedAt, ...row }) => ({
    ...row,
    issuedAt: issuedAt.toISOString(),
    year: yearOf?.year ?? null,
    total: yearOf ? Number(yearOf.total) : null,
    professional: yearOf ? Number(yearOf.professional) : null,
  }))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? encodeCursor({ id: last.id }) : null }
}
