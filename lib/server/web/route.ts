import 'server-only'
import { type NextRequest, NextResponse } from 'next/server'
import { newId } from '../database/ids'
import { ExpectedError } from '../input/errors'
import { log } from '../runtime/log'
import { requireOwnOrigin } from './action'

const STATUS: Partial<Record<ExpectedError['expected']['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  foreign_origin: 403,
  not_found: 404,
  conflict: 409,
  refused: 409,
  too_many: 429,
}

/** A plain form's route: own origin, the work, then back to where the person was (or to `place`). Expected errors answer with their status. */
export async function formRoute(request: NextRequest, work: (form: FormData) => Promise<string | undefined>): Promise<NextResponse> {
  return guarded(async () => {
    await requireOwnOrigin()
    const place = await work(await request.formData())
    return new NextResponse(null, { status: 303, headers: { location: place ?? pageBefore(request) } })
  })
}

/** Runs a route; what was expected becomes a status without a body's worth of detail, all else a reference in the log. */
export async function guarded(work: () => Promise<NextResponse>): Promise<NextResponse> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ExpectedError)
      return NextResponse.json({ error: error.expected.code }, { status: STATUS[error.expected.code] ?? 400 })
    const reference = newId().slice(-8)
    log.error({ reference, err: error }, 'route failed')
    return NextResponse.json({ error: 'unexpected', reference }, { status: 500 })
  }
}

/** Path and query of the page the form stood on; never another site's address. */
function pageBefore(request: NextRequest): string {
  const referrer = request.headers.get('referer')
  if (!referrer || !URL.canParse(referrer)) return '/'
  const url = new URL(referrer)
  return url.host === request.headers.get('host') ? ownPath(url.pathname + url.search) : '/'
}

/** The path where it is one of this site's, else the home page. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/'
}
