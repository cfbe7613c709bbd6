import { addDays, isPlainDate, type PlainDate, weekday, yearOf } from './plain-date'

export interface NamedDay {
  date: PlainDate
  /** The holiday's name; '' where the text gives none. */
  name: string
}

/** The days that a State Council notice lists for a year: days off, weekends included, and weekend days that are worked. */
export interface YearDays {
  off: NamedDay[]
  worked: NamedDay[]
}

export const DAY_PROBLEMS = [
  'unreadable',
  'no_such_day',
  'other_year',
  'reversed',
  'too_long',
  'holiday_twice',
  'day_twice',
  'off_and_worked',
  'not_weekend',
  'nothing',
] as const

export interface DayProblem {
  code: (typeof DAY_PROBLEMS)[number]
  /** Line of the text, counted from 1; 0: the whole text. */
  line: number
  /** The day, range, name or unreadable words that the problem is about. */
  text: string
}

export type ParsedDays = { ok: true; days: YearDays } | { ok: false; problems: DayProblem[] }

/** Longer ranges are taken for typing errors: no holiday has had more days. */
const MAX_HOLIDAY_DAYS = 20

const DAY = String.raw`(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?`
const RANGE_SEPARATOR = String.raw`\s*(?:至|到|~|～|—+|–|\s-\s|-\s*(?=\d{4}\s*[-/.年]))\s*`
const SPAN = new RegExp(`${DAY}(?:${RANGE_SEPARATOR}(?:${DAY}|(\\d{1,2})\\s*日))?`, 'g')
/** Marks a sentence that lists days that are worked. */
const WORKED = /上班|\bworked\b/i
/** Wording of notices that adds nothing to the dates. */
const NOISE = /放假调休|放假|调休|上班|与周末连休|共\s*\d+\s*天|\bworked\b|\boff\b/gi
const NUMBERING = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[、)）]|[-*·•])\s*/

interface Entry extends NamedDay {
  line: number
  worked: boolean
}

/**
 * Parses the days of a year as people type them or paste them from a notice, one holiday on each line: a name, then dates or ranges
 * (`2027-02-06` or `2027年2月6日`). The year and the second month of a range may be left out. A sentence with 上班 lists days that are
 * worked. Answers with the days in order of date, or with all problems at once; does not throw.
 */
export function parseYearDays(year: number, text: string): ParsedDays {
  const problems: DayProblem[] = []
  const entries: Entry[] = []
  const names = new Map<string, number>()
  text.split(/\r?\n/).forEach((line, index) => {
    readLine(year, line, index + 1, names, entries, problems)
  })
  problems.push(...contradictions(entries))
  if (entries.length === 0 && problems.length === 0) problems.push({ code: 'nothing', line: 0, text: '' })
  if (problems.length > 0) return { ok: false, problems }
  const sorted = entries.sort((a, b) => (a.date < b.date ? -1 : 1))
  const daysThat = (worked: boolean) => sorted.filter((entry) => entry.worked === worked).map(({ date, name }) => ({ date, name }))
  return { ok: true, days: { off: daysThat(false), worked: daysThat(true) } }
}

function readLine(
  year: number,
  line: string,
  lineNumber: number,
  names: Map<string, number>,
  entries: Entry[],
  problems: DayProblem[],
): void {
  // Brackets hold the day of the week or the lunar date: neither is needed.
  const plain = line
    .normalize('NFKC')
    .replace(NUMBERING, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
  let name = ''
  for (const sentence of plain.split(/[。；;]/)) {
    if (sentence.trim() === '') continue
    const worked = WORKED.test(sentence)
    const spans = [...sentence.matchAll(SPAN)]
    const words = sentence
      .replace(SPAN, ' ')
      .replace(NOISE, ' ')
      .replace(/[\s:：,，、]+/g, ' ')
      .trim()
    if (spans.length === 0 || /\d/.test(words)) {
      problems.push({ code: 'unreadable', line: lineNumber, text: sentence.trim().slice(0, 60) })
      continue
    }
    if (words !== '') name = words.slice(0, 30)
    if (words !== '' && !worked) {
      if (names.has(words)) problems.push({ code: 'holiday_twice', line: lineNumber, text: words })
      names.set(words, lineNumber)
    }
    for (const span of spans) readSpan(year, span, lineNumber, { name, worked }, entries, problems)
  }
}

function readSpan(
  year: number,
  span: RegExpExecArray,
  line: number,
  { name, worked }: Pick<Entry, 'name' | 'worked'>,
  entries: Entry[],
  problems: DayProblem[],
): void {
  const text = span[0].trim()
  const [, fromYear, fromMonth = '', fromDay = '', toYear, toMonth, toDay, toDayOnly] = span
  const from = dayOf(fromYear ?? year, fromMonth, fromDay)
  const last = toDay ?? toDayOnly
  const to = last === undefined ? from : dayOf(toYear ?? fromYear ?? year, toMonth ?? fromMonth, last)
  const report = (code: DayProblem['code'], about = text) => problems.push({ code, line, text: about })
  if (!from || !to) return void report('no_such_day')
  if (to < from) return void report('reversed')
  if (to > addDays(from, MAX_HOLIDAY_DAYS - 1)) return void report('too_long')
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (yearOf(date) !== year) return void report('other_year', date)
    entries.push({ date, name, worked, line })
  }
}

function dayOf(year: string | number, month: string, day: string): PlainDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

/** Days named twice, days both off and worked, and worked days that are no weekend. */
function contradictions(entries: readonly Entry[]): DayProblem[] {
  const problems: DayProblem[] = []
  const seen = new Map<string, Entry>()
  for (const entry of entries) {
    const { date, line, worked } = entry
    const before = seen.get(date)
    if (before) problems.push({ code: before.worked === worked ? 'day_twice' : 'off_and_worked', line, text: date })
    else if (worked && weekday(date) !== 0 && weekday(date) !== 6) problems.push({ code: 'not_weekend', line, text: date })
    seen.set(date, entry)
  }
  return problems
}

/** The days in the notation of `parseYearDays`, to prefill the form that changes a year. */
export function writeYearDays({ off, worked }: YearDays): string {
  const names = [...new Set([...off, ...worked].map(({ name }) => name))]
  const lines = names.flatMap((name) => {
    const spans = spansOf(off.filter((day) => day.name === name).map(({ date }) => date))
    const workedDates = worked.filter((day) => day.name === name).map(({ date }) => date)
    const prefix = name === '' ? '' : `${name}：`
    return [
      ...(spans.length > 0 ? [`${prefix}${spans.join('、')}`] : []),
      ...(workedDates.length > 0 ? [`${prefix}${workedDates.join('、')} 上班`] : []),
    ]
  })
  return lines.join('\n')
}

function spansOf(dates: readonly PlainDate[]): string[] {
  const spans: PlainDate[][] = []
  for (const date of [...dates].sort()) {
    const last = spans.at(-1)
    if (last && last.length < MAX_HOLIDAY_DAYS && addDays(last[last.length - 1] as PlainDate, 1) === date) last.push(date)
    else spans.push([date])
  }
  return spans.map((span) => (span.length === 1 ? `${span[0]}` : `${span[0]} 至 ${span.at(-1)}`))
}
