import 'server-only'
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { P12Signer, PDF } from '@libpdf/core'
import { env } from '../runtime/env'

export interface PdfSigner {
  signer: P12Signer
  /** True of the embedded default: the certificate is its own issuer, and no viewer trusts it by itself. */
  selfSigned: boolean
  /** Bytes to keep free for the signature: what the certificates take, and room for the rest. */
  space: number
}

let kept: Promise<PdfSigner> | undefined

/** The site's signer, from XUESHI_P12_FILE; read once. */
export function sitePdfSigner(): Promise<PdfSigner> {
  kept ??= readPdfSigner(env().XUESHI_P12_FILE, env().XUESHI_P12_PASSWORD).catch((error) => {
    kept = undefined
    throw error
  })
  return kept
}

/** Opens a PKCS #12 file. Its key must be RSA: the signatures of other keys have a random part, and one certificate would give other bytes each time. */
export async function readPdfSigner(file: string, password: string): Promise<PdfSigner> {
  const signer = await P12Signer.create(await readFile(file), password)
  if (signer.keyType !== 'RSA')
    throw new Error(`The key in the PKCS #12 file (XUESHI_P12_FILE) is ${signer.keyType}; an RSA key is needed.`)
  const certificate = new X509Certificate(signer.certificate)
  const chain = [signer.certificate, ...signer.certificateChain]
  return {
    signer,
    selfSigned: certificate.subject === certificate.issuer,
    space: 2048 + chain.reduce((bytes, one) => bytes + one.length, 0),
  }
}

/**
 * Signs a PDF with PAdES (B-B: no timestamp service is asked) as an incremental update, which leaves the PDF/A as it was.
 * `signingTime` is a claim, not a proof; given the time of issue, the same certificate gives the same bytes.
 */
export async function signPdf(pdf: Uint8Array, signingTime: Date, by?: PdfSigner): Promise<Uint8Array> {
  const { signer, space } = by ?? (await sitePdfSigner())
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({ signer, signingTime, level: 'B-B', fieldName: 'Issuer', estimatedSize: space })
  return bytes
}
