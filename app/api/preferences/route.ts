import { type NextRequest, NextResponse } from 'next/server'
import { localeFrom, textSizeFrom } from '@/lib/i18n/locales'
import { requireOwnOrigin } from '@/lib/server/web/action'
import { guarded } from '@/lib/server/web/route'

const YEAR = 31_536_000

/** Keeps the language or the text size in a cookie and goes back to where the person was. */
export function POST(request: NextRequest): Promise<NextResponse> {
  return guarded(async () => {
    await requireOwnOrigin()
    return kept(request, await request.formData())
  })
}

function kept(request: NextRequest, form: FormData): NextResponse {
  const secure = request.headers.get('x-forwarded-proto') === 'https'
  const cookie = { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true, secure } as const
  const response = new NextResponse(null, { status: 303, headers: { location: pageBefore(request) } })
  if (form.has('locale')) response.cookies.set('locale', localeFrom(String(form.get('locale'))), cookie)
  if (form.has('textsize')) response.cookies.set('textsize', textSizeFrom(String(form.get('textsize'))), cookie)
  return response
}

/** Path and query of the page the form stood on; never another site's address. */
function pageBefore(request: NextRequest): string {
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const url = new URL(referrer)
  return url.host === request.headers.get('host') && url.pathname.startsWith('/') && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}`
    : '/'
}
