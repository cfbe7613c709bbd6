import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClaimsKeys, readClaimsKeys } from '@/lib/server/certificate/jws'
import { makeSigningKeys } from '@/lib/server/certificate/make-signing-keys'
import { type PdfSigner, readPdfSigner } from '@/lib/server/print/sign-pdf'

export interface TestKeys {
  folder: string
  claims: ClaimsKeys
  pdf: PdfSigner
  remove(): Promise<void>
}

/** Keys as the embedded default makes them, in a folder of their own for what a test writes. */
export async function makeTestKeys(): Promise<TestKeys> {
  const folder = await mkdtemp(join(tmpdir(), 'xueshi-certificate-'))
  const files = await makeSigningKeys(join(folder, 'secrets'))
  return {
    folder,
    claims: await readClaimsKeys(files.signingKeyFile),
    pdf: await readPdfSigner(files.p12File, files.p12Password),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
