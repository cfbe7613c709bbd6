import { useTranslations } from 'next-intl'
import { Due } from '@/components/record/due'
import { EventTimeline } from '@/components/record/timeline'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { EventOf } from '@/lib/workflow/events'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { FilingView } from './types'

/** The events of a filing, and the next step with its deadline. */
export function FilingHistory({
  filing,
  bureau,
  authority,
  locale,
}: {
  filing: FilingView
  bureau: string
  authority: string
  locale: Locale
}) {
  const t = useTranslations('filing')
  const { events, waiting, state } = filing
  const waits = isInGroup('filing', state, 'waiting')
  const office = waiting.both ? t('office.both', { bureau, authority }) : isInGroup('filing', state, 'bureau_queue') ? bureau : authority
  const next = waits
    ? {
        when: waiting.due ? t('next.by', { date: formatDate(waiting.due.on, locale, 'short') }) : t('next.open'),
        title: t(filing.outside ? 'next.verify' : 'next.agree', { office }),
        note: (
          <>
            {waiting.days === null ? null : t('waited', { days: waiting.days })}
            {waiting.due ? (
              <>
                {' · '}
                <Due days={waiting.due.days} on={waiting.due.on} provisional={waiting.due.provisional} locale={locale} bare />
              </>
            ) : null}
          </>
        ),
      }
    : null
  return (
    <EventTimeline
      machine="filing"
      locale={locale}
      events={events.map(({ id, event, at, actorName, officeName, reason }) => ({
        id,
        event: event as EventOf<'filing'>,
        at,
        by: [officeName, actorName].filter(Boolean).join(' ') || null,
        reason,
      }))}
      next={next}
    />
  )
}
