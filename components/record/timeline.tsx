import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Timeline } from '@/components/ui/timeline'
import { formatInstant } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine } from '@/lib/workflow/states'

export interface PastEvent<M extends Machine> {
  id: string
  event: EventOf<M>
  /** The time as ISO text. */
  at: string
  /** Office and name of the person who acted; null for the system. */
  by: string | null
  /** The reason or finding given. */
  reason?: string | null
  note?: ReactNode
}

/** The events of a thing: time, actor, event and reason, followed by the next step where there is one. */
export function EventTimeline<M extends Machine>({
  machine,
  events,
  next,
  locale,
}: {
  machine: M
  events: readonly PastEvent<M>[]
  /** The next step; left out where there is none. */
  next?: { when: ReactNode; title: ReactNode; note?: ReactNode } | null
  locale: Locale
}) {
  const t = useTranslations('states.event')
  const views = useTranslations('views.record')
  const past = events.map(({ id, event, at, by, reason, note }) => ({
    id,
    when: <time dateTime={at}>{formatInstant(at, locale)}</time>,
    title: [by, t(`${machine}.${event}` as string)].filter(Boolean).join(' '),
    note:
      reason || note ? (
        <>
          {reason ? <q>{reason}</q> : null}
          {note}
        </>
      ) : null,
  }))
  return <Timeline label={views('timeline')} items={next ? [...past, { id: 'next', open: true, ...next }] : past} />
}
