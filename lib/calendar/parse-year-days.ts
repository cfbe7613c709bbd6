import { addDays, isPlainDate, type PlainDate, weekday, yearOf } from './plain-date'

export interface NamedDay {
  date: PlainDate
  /** Of the holiday; '' where none was said. */
  name: string
}

/** What a notice says of a year: the days off, those on weekends too, and the weekend days that are worked. */
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
  /** The line it stands on, from 1; 0: the whole. */
  line: number
  /** What it is about: a day, a range, a name, or words that could not be read. */
  text: string
}

export type ParsedDays = { ok: true; days: YearDays } | { ok: false; problems: DayProblem[] }

/** No holiday is longer; what is, is a slip of the pen. */
const LONGEST = 20

const DAY = String.raw`(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\s*日)?`
const TO = String.raw`\s*(?:至|到|~|～|—+|–|\s-\s|-\s*(?=\d{4}\s*[-/.年]))\s*`
const SPAN = new RegExp(`${DAY}(?:${TO}(?:${DAY}|(\\d{1,2})\\s*日))?`, 'g')
/** Of a sentence that says that people work: the rest of the notice's words say nothing that the dates do not. */
const WORKED = /上班|\bworked\b/i
const NOISE = /放假调休|放假|调休|上班|与周末连休|共\s*\d+\s*天|\bworked\b|\boff\b/gi
const NUMBERING = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[、)）]|[-*·•])\s*/

interface Entry extends NamedDay {
  line: number
  worked: boolean
}

/**
 * The days of a year as people write or paste them, a holiday a line: a name, then dates or ranges, `2027-02-06` or `2027年2月6日`, the year
 * and a range's second month left out where they go without saying; a sentence that says 上班 names days that are worked. All problems at once.
 */
export function parseYearDays(year: number, text: string): ParsedDays {
  const problems: DayProblem[] = []
  const entries: Entry[] = []
  const names = new Map<string, number>()
  text.split(/\r?\n/).forEach((line, place) => {
    readLine(year, line, place + 1, names, entries, problems)
  })
  problems.push(...contradictions(entries))
  if (entries.length === 0 && problems.length === 0) problems.push({ code: 'nothing', line: 0, text: '' })
  if (problems.length > 0) return { ok: false, problems }
  const sorted = entries.sort((a, b) => (a.date < b.date ? -1 : 1))
  const of = (worked: boolean) => sorted.filter((entry) => entry.worked === worked).map(({ date, name }) => ({ date, name }))
  return { ok: true, days: { off: of(false), worked: of(true) } }
}

function readLine(year: number, line: string, place: number, names: Map<string, number>, entries: Entry[], problems: DayProblem[]): void {
  // What stands in brackets is the day of the week or of the moon.
  const plain = line
    .normalize('NFKC')
    .replace(NUMBERING, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
  let name = ''
  for (const sentence of plain.split(/[。；;]/)) {
    if (sentence.trim() === '') continue
    const worked = WORKED.test(sentence)
    const spans = [...sentence.matchAll(SPAN)]
    const said = sentence
      .replace(SPAN, ' ')
      .replace(NOISE, ' ')
      .replace(/[\s:：,，、]+/g, ' ')
      .trim()
    if (spans.length === 0 || /\d/.test(said)) {
      problems.push({ code: 'unreadable', line: place, text: sentence.trim().slice(0, 60) })
      continue
    }
    if (said !== '') name = said.slice(0, 30)
    if (said !== '' && !worked) {
      if (names.has(said)) problems.push({ code: 'holiday_twice', line: place, text: said })
      names.set(said, place)
    }
    for (const span of spans) readSpan(year, span, place, { name, worked }, entries, problems)
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
  const say = (code: DayProblem['code'], about = text) => problems.push({ code, line, text: about })
  if (!from || !to) return void say('no_such_day')
  if (to < from) return void say('reversed')
  if (to > addDays(from, LONGEST - 1)) return void say('too_long')
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (yearOf(date) !== year) return void say('other_year', date)
    entries.push({ date, name, worked, line })
  }
}

function dayOf(year: string | number, month: string, day: string): PlainDate | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

/** A day named twice, off and worked at once, or worked though it is no weekend. */
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

/** The days as `parseYearDays` takes them, for changing a year that is there. */
export function writeYearDays({ off, worked }: YearDays): string {
  const names = [...new Set([...off, ...worked].map(({ name }) => name))]
  const lines = names.flatMap((name) => {
    const spans = spansOf(off.filter((day) => day.name === name).map(({ date }) => date))
    const make = worked.filter((day) => day.name === name).map(({ date }) => date)
    const head = name === '' ? '' : `${name}：`
    return [...(spans.length > 0 ? [`${head}${spans.join('、')}`] : []), ...(make.length > 0 ? [`${head}${make.join('、')} 上班`] : [])]
  })
  return lines.join('\n')
}

function spansOf(dates: readonly PlainDate[]): string[] {
  const spans: PlainDate[][] = []
  for (const date of [...dates].sort()) {
    const last = spans.at(-1)
    if (last && last.length < LONGEST && addDays(last[last.length - 1] as PlainDate, 1) === date) last.push(date)
    else spans.push([date])
  }
  return spans.map((span) => (span.length === 1 ? `${span[0]}` : `${span[0]} 至 ${span.at(-1)}`))
}
