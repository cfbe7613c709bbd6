import { NextResponse } from 'next/server'
import { currentActor } from '@/lib/server/account/read-session'
import { readCertificateFile } from '@/lib/server/certificate/read-certificate-file'
import { notFound } from '@/lib/server/input/errors'
import { guarded } from '@/lib/server/web/route'

const ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The certificate as a signed PDF, for whoever it concerns. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return guarded(async () => {
    const { id } = await params
    if (!ID.test(id)) throw notFound()
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
