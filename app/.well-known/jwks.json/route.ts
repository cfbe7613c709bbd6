import { NextResponse } from 'next/server'
import { jwks } from '@/lib/server/certificate/jws'
import { guarded } from '@/lib/server/web/route'

// The keys are read from the environment of the running site, never at build time.
export const dynamic = 'force-dynamic'

/** The public keys of certificates (RFC 7517), for anyone's program and from any origin: they are what a check without network needs. */
export async function GET(): Promise<NextResponse> {
  return guarded(async () =>
    NextResponse.json(await jwks(), {
      headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=3600', 'access-control-allow-origin': '*' },
    }),
  )
}
