import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { isInGroup } from '@/lib/workflow/state-groups'
import { RecognitionSentence } from './recognition'
import type { FilingView } from './types'

/** The status of a filing and what it means, in sentences, for those who filed it and those who decide on it. */
export function FilingStatus({
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
  const { state, content, change, waiting, today, outside } = filing
  const is = (group: Parameters<typeof isInGroup<'filing'>>[2]) => isInGroup('filing', state, group)
  if (is('waiting')) {
    const asked = is('changing') && change ? change.content : content
    const office = waiting.both ? t('office.both', { bureau, authority }) : is('bureau_queue') ? bureau : authority
    return (
      <>
        <p className="font-semibold text-lg">{t(outside ? 'next.verify' : 'next.agree', { office })}</p>
        <p className="mt-1 text-muted">{t('waitedSince', { days: waiting.days ?? 0, date: formatDate(waiting.since ?? today, locale) })}</p>
        {outside ? null : (
          <p className="mt-2">{t(urgency(asked, today, is('changing')), { starts: formatDate(asked.startsOn, locale) })}</p>
        )}
      </>
    )
  }
  if (is('came_back') || is('refused')) {
    const last = filing.events.findLast(({ reason }) => reason)
    return (
      <>
        <p className="font-semibold text-lg">{t(is('came_back') ? 'standing.returned' : 'standing.refused')}</p>
        {last ? (
          <p className="mt-1">
            {t('standing.reason', { office: last.officeName ?? '' })}
            <q>{last.reason}</q>
          </p>
        ) : null}
      </>
    )
  }
  if (filing.recognition) {
    return (
      <>
        <p className="font-semibold text-lg">{t(statusKey())}</p>
        <p className="mt-1">
          <RecognitionSentence
            recognition={filing.recognition}
            approvedOn={filing.approvedOn}
            startsOn={content.startsOn}
            outside={outside}
            locale={locale}
          />
        </p>
      </>
    )
  }
  return <p className="font-semibold text-lg">{t(is('draft') ? 'standing.draft' : 'standing.cancelled')}</p>

  function statusKey(): string {
    if (is('cancelled')) return 'standing.cancelled'
    if (is('held')) return 'standing.held'
    if (outside) return 'standing.verified'
    if (today < content.startsOn) return 'standing.toCome'
    return today <= content.endsOn ? 'standing.running' : 'standing.over'
  }
}

/** The message key that says what today's date means for a filing under review. */
function urgency({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string, changing: boolean): string {
  if (today <= startsOn) return changing ? 'urgency.change' : 'urgency.inTime'
  if (changing) return 'urgency.changeOver'
  return today <= endsOn ? 'urgency.late' : 'urgency.over'
}
