import 'server-only'
import type { Actor } from '@/lib/access/types'
import { stateIs } from '@/lib/workflow/ask'
import { isBureau } from '@/lib/workflow/parties'
import { db } from '../db'
import { notFound } from '../errors'
import type { CertificateData } from './render-certificate'
import { certificateScope } from './scope'
import { signedCertificate } from './signed-certificate'

/** The signed PDF, each time the same bytes. One that no longer holds is printed for the bureau only. */
export async function readCertificateFile(actor: Actor, id: string): Promise<{ bytes: Uint8Array; number: string }> {
  const certificate = await db.certificate.findFirst({
    where: { AND: [{ id }, certificateScope(actor)] },
    select: { content: true, number: true, issuedAt: true, state: true },
  })
  if (!certificate) throw notFound()
  if (!stateIs('certificate', certificate.state, 'valid') && !isBureau(actor.role)) throw notFound()
  const content = certificate.content as unknown as CertificateData
  return { bytes: await signedCertificate(content, certificate.issuedAt), number: certificate.number }
}
