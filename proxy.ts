import { type NextRequest, NextResponse } from 'next/server'

/**
 * Response headers, nothing else: who may see what is decided in use cases and reads.
 * The nonce goes in with the request as well, where Next finds it for its own scripts and styles.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const secure = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  const policy = contentSecurityPolicy(nonce, secure)

  const passedOn = new Headers(request.headers)
  passedOn.set('x-nonce', nonce)
  // Where the person is, for the way back after signing in. A client cannot set it: it is overwritten here.
  passedOn.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  passedOn.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers: passedOn } })

  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  if (secure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  return response
}

/** No inline script or style without the nonce; `style=""` attributes are refused too. Development needs eval and its socket. */
function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const developing = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ''}`,
    // The development overlay brings its own style elements.
    developing ? "style-src 'self'; style-src-elem 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${developing ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

// Uploads pass unread (Next would hold them twice, and cut them off); what they answer carries headers of its own.
export const config = { matcher: ['/((?!_next/static|_next/image|api/files/evidence).*)'] }
