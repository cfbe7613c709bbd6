import { useTranslations } from 'next-intl'
import { StateTag } from '@/components/record/state-tag'
import { StatusTag } from '@/components/record/status-tag'
import { Why } from '@/components/record/why'
import { TextLink } from '@/components/ui/link'
import { CellNote, Table } from '@/components/ui/table'
import { formatDate, formatDateRange, formatNumber } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import type { MyYear, YearRecord } from '@/lib/server/year/read-my-year'
import { countsHours } from '@/lib/workflow/state-groups'

/** What is registered, then what is on its way, each with its hours and why. */
export function YearRecords({ year, locale }: { year: MyYear; locale: Locale }) {
  const t = useTranslations('my.year')
  const terms = useTranslations('terms')
  return (
    <Table<YearRecord>
      caption={t('caption', { year: String(year.year) })}
      rows={[...year.registered, ...year.waiting]}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          head: t('head.title'),
          cell: (row) => (
            <>
              <TextLink href={`/my/records/${row.id}`}>{row.title}</TextLink>
              <CellNote>{noteOf(row)}</CellNote>
              {row.explanation ? <Why explanation={row.explanation} ruleSet={year.result.ruleSet} locale={locale} /> : null}
            </>
          ),
        },
        {
          id: 'subject',
          head: <span className="whitespace-nowrap">{t('head.subject')}</span>,
          cell: (row) => (subjectOf(row) ? <span className="sm:whitespace-nowrap">{subjectOf(row)}</span> : ''),
        },
        {
          id: 'hours',
          head: <span className="whitespace-nowrap">{t('head.hours')}</span>,
          numeric: true,
          cell: (row) => (row.line ? formatNumber(row.line.counted, locale) : ''),
        },
        {
          id: 'state',
          head: t('head.state'),
          bare: true,
          cell: (row) => (
            <div className="flex flex-wrap gap-1.5">
              <StateTag machine="record" state={row.state} />
              {row.line && row.line.counted > 0 ? <StatusTag status={row.line.status} /> : null}
              {!countsHours(row.state) && row.waiting.for === 'public' && row.waiting.until ? (
                <CellNote>{t('until', { date: formatDate(row.waiting.until, locale, 'short') })}</CellNote>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  )

  function noteOf(row: YearRecord): string {
    const { line } = row
    const parts = [
      terms(`category.${row.category}`),
      row.option ? terms(`option.${row.category}.${row.option}`) : null,
      row.details.author ? terms(`author.${row.details.author}`) : null,
      datesOf(row),
      row.filingNumber ? t('filing', { number: row.filingNumber }) : null,
      line?.reason && line.counted === 0 ? terms(`reason.${line.reason}`) : null,
      line && line.counted > 0 && line.counted < line.hours
        ? t('capped', { hours: formatNumber(line.hours - line.counted, locale) })
        : null,
    ]
    return parts.filter(Boolean).join(' · ')
  }

  /** Within the page's year the year need not be said again. */
  function datesOf({ startedOn, completedOn }: YearRecord): string | null {
    if (!completedOn) return null
    const from = startedOn ?? completedOn
    const within = [from, completedOn].every((date) => date.startsWith(String(year.year)))
    if (!within) return formatDateRange(from, completedOn, locale)
    const last = formatDate(completedOn, locale, 'short')
    return from === completedOn ? last : `${formatDate(from, locale, 'short')} — ${last}`
  }

  function subjectOf({ line, subject }: YearRecord): string {
    if (line && line.professional > 0 && line.public > 0) {
      return t('both', { professional: formatNumber(line.professional, locale), public: formatNumber(line.public, locale) })
    }
    if (line && line.counted > 0) return terms(`subjectShort.${line.public > 0 ? 'public' : 'professional'}`)
    return subject ? terms(`subjectShort.${subject}`) : ''
  }
}
