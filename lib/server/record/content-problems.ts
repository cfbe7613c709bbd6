import 'server-only'
import { type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'
import type { FieldProblem } from '../input/errors'
import { creditYears, type RecordContent } from './content'

type Problems = Record<string, FieldProblem>

/** What cannot be as it stands, by field: days to come, an end before its beginning, more days than there are, a year that is not open. */
export function problemsOf(content: RecordContent, today: PlainDate, openYears: readonly number[]): Problems {
  const problems: Problems = {}
  const { startedOn, completedOn, details } = content
  if (completedOn && completedOn > today) problems.completedOn = { key: 'future' }
  if (startedOn && startedOn > today) problems.startedOn = { key: 'future' }
  if (startedOn && completedOn && startedOn > completedOn) problems.startedOn ??= { key: 'order', values: { end: completedOn } }
  else if (startedOn && completedOn && content.category === 'training' && details.days !== undefined) {
    const most = spanDays(plainDate(startedOn), plainDate(completedOn))
    if (details.days > most) problems.days = { key: 'days_exceed', values: { from: startedOn, to: completedOn, most } }
  }
  const possible = creditYears(content)
  const open = possible.filter((year) => openYears.includes(year))
  if (possible.length > 0 && open.length === 0) {
    problems.completedOn ??= { key: 'year_closed', values: { year: possible.at(-1) ?? '', years: [...openYears].sort().join('、') } }
  } else if (possible.length > 0 && !openYears.includes(content.year))
    problems.year = { key: 'year_closed', values: { year: content.year, years: open.join('、') } }
  if (content.creditedIn !== null && content.creditedIn === content.year)
    problems.creditedIn = { key: 'credited_in_same', values: { year: content.year } }
  return problems
}
