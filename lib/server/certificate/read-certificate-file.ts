import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { notFound } from '../input/errors'
import type { CertificateData } from '../print/render-certificate'
import { certificateScope } from './scope'
import { signedCertificate, signedMarkedCopy } from './signed-certificate'

/** The signed PDF, each time the same bytes. One that no longer holds says so across every page, whoever takes a copy. */
export async function readCertificateFile(actor: Actor, id: string): Promise<{ bytes: Uint8Array; name: string }> {
  const certificate = await db.certificate.findFirst({
    where: { AND: [{ id }, certificateScope(actor)] },
    select: { content: true, number: true, issuedAt: true, changedAt: true, state: true },
  })
  if (!certificate) throw notFound()
  const { number, issuedAt, changedAt, state } = certificate
  const content = certificate.content as unknown as CertificateData
  if (isInGroup('certificate', state, 'valid')) return { bytes: await signedCertificate(content, issuedAt), name: number }
  const became = isInGroup('certificate', state, 'revoked') ? 'revoked' : 'superseded'
  const mark = { state: became, on: dateInShanghai(changedAt) } as const
  return { bytes: await signedMarkedCopy(content, mark, changedAt), name: `${number}-${became}` }
}
