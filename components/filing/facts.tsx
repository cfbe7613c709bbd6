import { useTranslations } from 'next-intl'
import { SummaryList } from '@/components/ui/summary-list'
import { CellNote } from '@/components/ui/table'
import { formatDate, formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { ContentView } from './types'

interface FactsProps {
  content: ContentView
  outside: boolean
  provider: string | null
  authority: string | null
  locale: Locale
  /** The URL of the form's step that changes a field, for "check your answers". */
  change?: (field: string) => string | null
  /** Leaves out the names of people, for public pages. */
  withoutNames?: boolean
}

/** The fields of a training as names and values; empty fields are left out. */
export function FilingFacts({ content, outside, provider, authority, locale, change, withoutNames = false }: FactsProps) {
  const t = useTranslations('filing.field')
  const common = useTranslations('common')
  const rows = factRows(content, { outside, provider, authority, locale, t })
  return (
    <SummaryList
      ruled={change !== undefined}
      items={rows
        .filter(({ id, value }) => value !== null && value !== '' && !(withoutNames && id === 'teachers'))
        .map(({ id, value }) => {
          const href = change?.(id)
          return {
            id,
            term: t(id),
            value,
            ...(href ? { change: { href, text: common('actions.change'), label: common('actions.changeOf', { what: t(id) }) } } : {}),
          }
        })}
    />
  )
}

type Words = ReturnType<typeof useTranslations>

/** The rows; their ids are the names of the form's fields. */
function factRows(
  content: ContentView,
  { outside, provider, authority, locale, t }: Pick<FactsProps, 'outside' | 'provider' | 'authority' | 'locale'> & { t: Words },
) {
  const { startsOn, endsOn, days, hours } = content
  const text = (value: string) => (value ? <span className="whitespace-pre-line [overflow-wrap:anywhere]">{value}</span> : null)
  const length = [t('daysValue', { days }), hours === null ? null : t('hoursValue', { hours: formatNumber(hours, locale) })]
  return [
    { id: 'title', value: text(content.title) },
    { id: 'organizer', value: text(outside ? content.organizer : (provider ?? '')) },
    {
      id: 'startsOn',
      value: (
        <>
          {formatDateRange(startsOn, endsOn, locale)}
          <CellNote>{length.filter(Boolean).join(' · ')}</CellNote>
        </>
      ),
    },
    { id: 'place', value: text(content.place) },
    { id: 'outsideNumber', value: outside ? text(content.outsideNumber ?? '') : null },
    { id: 'outsideBody', value: outside ? text(content.outsideBody) : null },
    { id: 'outsideFiledOn', value: outside && content.outsideFiledOn ? formatDate(content.outsideFiledOn, locale) : null },
    { id: 'authorityId', value: outside ? null : authority },
    { id: 'targetGroup', value: text(content.targetGroup) },
    { id: 'teachers', value: text(content.teachers) },
    { id: 'content', value: text(content.content) },
  ]
}
