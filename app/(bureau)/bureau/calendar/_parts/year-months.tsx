import { useLocale, useTranslations } from 'next-intl'
import { addDays, type PlainDate, plainDate, weekday } from '@/lib/calendar/plain-date'
import { formatDate } from '@/lib/i18n/format'
import { localeFrom } from '@/lib/i18n/locales'
import type { CalendarDayRow } from '@/lib/server/calendar/change-content'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** A year as twelve small months: days off and days that are worked marked by a sign, their names under each month. */
export function YearMonths({ year, days }: { year: number; days: readonly CalendarDayRow[] }) {
  const t = useTranslations('calendar')
  const byDate = new Map(days.map((day) => [day.date, day]))
  return (
    <>
      <p className="mb-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <span>
          <Mark kind="off" /> {t('legend.off')}
        </span>
        <span>
          <Mark kind="worked" /> {t('legend.worked')}
        </span>
        <span className="text-muted">{t('legend.local')}</span>
      </p>
      <div className="grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-3">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} days={byDate} />
        ))}
      </div>
    </>
  )
}

function Mark({ kind }: { kind: 'off' | 'worked' }) {
  const t = useTranslations('calendar')
  return (
    <span className={`inline-block rounded-tag border border-current px-1 text-xs ${kind === 'off' ? 'text-ok' : 'text-warn'}`}>
      {t(`marks.${kind}`)}
    </span>
  )
}

function Month({ year, month, days }: { year: number; month: number; days: ReadonlyMap<PlainDate, CalendarDayRow> }) {
  const t = useTranslations('calendar')
  const first = plainDate(`${year}-${String(month).padStart(2, '0')}-01`)
  const special = [...days.values()].filter(({ date }) => date.slice(0, 7) === first.slice(0, 7))
  return (
    <div className="rounded border border-line bg-paper p-3">
      <table className="w-full table-fixed border-collapse text-center text-sm tabular-nums">
        <caption className="pb-1 text-left font-semibold">{t('monthNames', { month })}</caption>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" className="py-1 font-normal text-muted">
                {t(`weekdays.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(first).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the places of a week never move
                <td key={place} className="h-11 align-top">
                  {date ? <Day date={date} day={days.get(date)} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {special.length > 0 ? (
        <ul className="mt-2 border-line border-t pt-2 text-muted text-sm">
          {namedSpans(special).map((span) => (
            <NamedSpan key={span.from} span={span} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Day({ date, day }: { date: PlainDate; day: CalendarDayRow | undefined }) {
  const weekend = weekday(date) === 0 || weekday(date) === 6
  return (
    <>
      <span className={day ? 'font-semibold' : weekend ? 'text-muted' : ''}>
        {Number(date.slice(8))}
        {day?.local ? '*' : ''}
      </span>
      {day ? (
        <span className="block">
          <Mark kind={day.worked ? 'worked' : 'off'} />
        </span>
      ) : null}
    </>
  )
}

interface Span {
  from: PlainDate
  to: PlainDate
  day: CalendarDayRow
}

function NamedSpan({ span: { from, to, day } }: { span: Span }) {
  const t = useTranslations('calendar')
  const locale = localeFrom(useLocale())
  const days = from === to ? formatDate(from, locale, 'short') : `${formatDate(from, locale, 'short')} – ${formatDate(to, locale, 'short')}`
  return (
    <li>
      {days} {t(day.worked ? 'kinds.worked' : 'kinds.off')}
      {day.name ? ` · ${day.name}` : ''}
      {day.local ? ` · ${t('localDay')}` : ''}
    </li>
  )
}

/** Days that follow each other under one name, as one. */
function namedSpans(days: readonly CalendarDayRow[]): Span[] {
  const spans: Span[] = []
  for (const day of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = spans.at(-1)
    const goesOn =
      last &&
      addDays(last.to, 1) === day.date &&
      last.day.name === day.name &&
      last.day.worked === day.worked &&
      last.day.local === day.local
    if (goesOn) last.to = day.date
    else spans.push({ from: day.date, to: day.date, day })
  }
  return spans
}

/** The weeks of a month from Monday; null before its first day and after its last. */
function weeksOf(first: PlainDate): (PlainDate | null)[][] {
  const cells: (PlainDate | null)[] = Array.from({ length: (weekday(first) + 6) % 7 }, () => null)
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) cells.push(date)
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
