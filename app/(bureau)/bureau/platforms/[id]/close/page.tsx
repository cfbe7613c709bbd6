import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateField } from '@/components/forms/date-field'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-parts'
import { Sheet } from '@/components/ui/sheet'
import { dateInShanghai, parseTypedDate } from '@/lib/calendar/plain-date'
import { formatDate } from '@/lib/i18n/format'
import { readSearch, type SearchParameters, textParam } from '@/lib/server/input/search'
import { type PlatformWindow, readPlatform } from '@/lib/server/platform/read-platform'
import { now } from '@/lib/server/runtime/clock'
import { currentLocale } from '@/lib/server/web/display'
import { orNotFound, pageActor, pathId } from '@/lib/server/web/page'
import { ClosingPanel } from '../../_parts/closing-panel'
import { windowWords } from '../../_parts/window-words'

interface Properties {
  params: Promise<{ id: string }>
  searchParams: SearchParameters
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('closeEarly') }
}

/** Ending a window early: first the day, then whom it concerns, then the document and the button. */
export default async function ClosePlatformPage({ params, searchParams }: Properties) {
  const actor = await pageActor('administrator')
  const [{ id }, { until: typed }, at, t, register, locale] = await Promise.all([
    params,
    readSearch(searchParams, { until: textParam() }),
    now(),
    getTranslations('platforms'),
    getTranslations('register'),
    currentLocale(),
  ])
  const { window } = await orNotFound(readPlatform(actor, pathId(id), dateInShanghai(at)))
  const last = parseTypedDate(typed)
  const problem = typed === '' ? null : last === null ? 'unreadable' : problemOf(window, last)
  return (
    <div className="max-w-form">
      <PageHead
        title={t('closeEarly')}
        lead={t('closeLead', { name: window.name, window: windowWords(window, register, locale) })}
        back={{ href: `/bureau/platforms/${window.id}`, text: window.name }}
      />
      <Sheet>
        <form method="get">
          <DateField name="until" label={t('lastDay')} hint={t('lastDayHint')} defaultValue={last ?? typed} />
          <button type="submit" className={buttonClass(last && !problem ? 'secondary' : 'primary')}>
            {t('seeTouched')}
          </button>
        </form>
      </Sheet>
      <div className="mt-6">
        {problem ? (
          <Notice
            tone="bad"
            live
            title={t(`closeProblem.${problem}`, {
              from: formatDate(window.from, locale),
              until: window.until ? formatDate(window.until, locale) : '',
            })}
          />
        ) : last ? (
          <ClosingPanel window={window} last={last} />
        ) : null}
      </div>
    </div>
  )
}

function problemOf({ from, until }: PlatformWindow, last: string): 'before_from' | 'not_earlier' | null {
  if (last < from) return 'before_from'
  return until !== null && last >= until ? 'not_earlier' : null
}
