import { NextResponse } from 'next/server'
import { currentActor } from '@/lib/server/account/read-session'
import { readCertificateFile } from '@/lib/server/certificate/read-certificate-file'
import { isUuid } from '@/lib/server/database/ids'
import { notFound } from '@/lib/server/input/errors'
import { guarded } from '@/lib/server/web/route'

/** The certificate as a signed PDF, for whoever it concerns. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return guarded(async () => {
    const { id } = await params
    if (!isUuid(id)) throw notFound()
    const { bytes, name } = await readCertificateFile(await currentActor(), id)
    return new NextResponse(Buffer.from(bytes), {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(bytes.byteLength),
        'content-disposition': `inline; filename="${name}.pdf"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  })
}
