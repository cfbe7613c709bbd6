import 'server-only'
import { type CertificateData, type CertificateMark, renderCertificate } from '../print/render-certificate'
import { type PdfSigner, signPdf } from '../print/sign-pdf'

/** The certificate as its holder gets it: PDF/A, signed with the moment of issue as signing time, so that each copy is the same, byte for byte. */
export async function signedCertificate(data: CertificateData, issuedAt: Date, by?: PdfSigner): Promise<Uint8Array> {
  return signPdf(await renderCertificate(data), issuedAt, by)
}

/** A copy of one that no longer holds: marked on every page, signed as of the moment from which it does not. */
export async function signedMarkedCopy(data: CertificateData, mark: CertificateMark, markedAt: Date, by?: PdfSigner): Promise<Uint8Array> {
  return signPdf(await renderCertificate(data, mark), markedAt, by)
}
