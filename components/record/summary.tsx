import { useTranslations } from 'next-intl'
import { type SummaryItem, SummaryList } from '@/components/ui/summary-list'
import { formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { Category, Subject } from '@/lib/rules/types'

/** The data of a record's summary; fields that its category does not have are left out. */
export interface RecordSummaryData {
  title: string
  category: Category
  option?: string | null
  subject: Subject | null
  author?: 'first' | 'other' | null
  startedOn?: string | null
  completedOn: string | null
  creditYear: number | null
  days?: number | null
  times?: number | null
  courses?: number | null
  labelledHours?: number | null
  certifiedHours?: number | null
  presented?: boolean | null
  unitApproved?: boolean | null
  certificate?: string | null
  decision?: string | null
  platform?: string | null
  filing?: string | null
  organizer?: string | null
  place?: string | null
  /** DOI, patent or certificate number. */
  number?: string | null
  creditedIn?: number | null
  content?: string | null
  assessment?: string | null
}

/** The summary of a record: category, content, dates, quantities, result (M15). */
export function RecordSummary({
  record,
  locale,
  change,
}: {
  record: RecordSummaryData
  locale: Locale
  /** The URL of the form's step that changes a field; null where it cannot be changed. */
  change?: (field: string) => string | null
}) {
  const t = useTranslations('views.record')
  const terms = useTranslations('terms')
  const common = useTranslations('common')
  const { category, option, startedOn, completedOn } = record
  const number = (value: number) => formatNumber(value, locale)
  const yesNo = (value: boolean) => common(value ? 'yes' : 'no')
  const dates = completedOn ? formatDateRange(startedOn ?? completedOn, completedOn, locale) : null
  const rows: [string, string | null | undefined | false][] = [
    ['title', record.title],
    ['category', terms(`category.${category}`)],
    ['option', option && terms(`option.${category}.${option}`)],
    ['author', record.author && terms(`author.${record.author}`)],
    ['subject', record.subject && terms(`subject.${record.subject}`)],
    ['dates', dates],
    ['creditYear', record.creditYear !== null && common('year', { year: String(record.creditYear) })],
    ['days', given(record.days) && common('days', { value: record.days ?? 0 })],
    ['times', given(record.times) && number(record.times ?? 0)],
    ['courses', given(record.courses) && number(record.courses ?? 0)],
    ['labelledHours', given(record.labelledHours) && common('hours', { value: record.labelledHours ?? 0 })],
    ['certifiedHours', given(record.certifiedHours) && common('hours', { value: record.certifiedHours ?? 0 })],
    ['presented', given(record.presented) && yesNo(record.presented === true)],
    ['unitApproved', given(record.unitApproved) && yesNo(record.unitApproved === true)],
    ['platform', record.platform],
    ['filing', record.filing],
    ['number', record.number],
    ['creditedIn', given(record.creditedIn) && common('year', { year: String(record.creditedIn) })],
    ['organizer', record.organizer],
    ['place', record.place],
    ['certificate', record.certificate],
    ['decision', record.decision],
    ['content', record.content],
    ['assessment', record.assessment],
  ]
  const items = rows.flatMap(([id, value]): SummaryItem[] => {
    if (!value) return []
    const term = t(`field.${id}`)
    const href = change?.(id)
    if (!href) return [{ id, term, value }]
    return [{ id, term, value, change: { href, text: common('actions.change'), label: common('actions.changeOf', { what: term }) } }]
  })
  return <SummaryList items={items} ruled={change !== undefined} />
}

function given(value: number | boolean | null | undefined): boolean {
  return value !== null && value !== undefined
}
