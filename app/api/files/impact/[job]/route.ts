import { Readable } from 'node:stream'
import { type NextRequest, NextResponse } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/server/account/read-session'
import { isUuid } from '@/lib/server/database/ids'
import { exportImpact } from '@/lib/server/impact/export-impact'
import { impactSearch } from '@/lib/server/impact/read-impact'
import type { Direction } from '@/lib/server/impact/run-impact'
import { notFound } from '@/lib/server/input/errors'
import { readSearch } from '@/lib/server/input/search'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { guarded } from '@/lib/server/web/route'

/** Whom a draft concerns, as a file; sent as it is read. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ job: string }> }): Promise<NextResponse> {
  return guarded(async () => {
    const { job } = await params
    if (!isUuid(job)) throw notFound()
    const [actor, search, t, locale, at] = await Promise.all([
      currentActor(),
      readSearch(Promise.resolve(Object.fromEntries(request.nextUrl.searchParams)), impactSearch),
      getTranslations('ruleVersions.impact'),
      currentLocale(),
      now(),
    ])
    const hours = (when: string) => [t('export.total', { when }), t('export.professional', { when })] as const
    const heads = [t('person'), t('employersHead'), t('yearsHead'), ...hours(t('before')), ...hours(t('after')), t('what')] as const
    const { direction, region, employer } = search
    const words = { heads, direction: (of: Direction) => t(`direction.${of}`) }
    const lines = await exportImpact(actor, job, { direction, region, employer }, { words, locale }, at)
    return new NextResponse(Readable.toWeb(Readable.from(lines, { objectMode: false })) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${t('export.file')}.csv`)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  })
}
