import { type NextRequest, NextResponse } from 'next/server'

/**
 * Sets response headers and does nothing else: authorization is checked in use cases and reads.
 * The nonce is added to the request too, because Next reads it there for its own scripts and styles.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const secure = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  const policy = contentSecurityPolicy(nonce, secure)

  const passedOn = new Headers(request.headers)
  passedOn.set('x-nonce', nonce)
  // The current page, to return to after signing in. Always overwritten here, so that a client cannot set it.
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

/** No inline script or style without the nonce, and no `style=""` attributes. Development needs eval and a WebSocket. */
function contentSecurityPolicy(nonce: string, secure: boolean): string {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // The development overlay adds style elements without a nonce.
    isDevelopment ? "style-src 'self'; style-src-elem 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

// Uploads are left out, because Next would buffer and truncate their bodies; their route sets its own headers.
export const config = { matcher: ['/((?!_next/static|_next/image|api/files/evidence).*)'] }
