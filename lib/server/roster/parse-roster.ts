import 'server-only'
import { type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { maskIdNumber, normalizeIdNumber, parseIdNumber } from '@/lib/numbers/id-number'
import { spanDays } from '@/lib/rules/span'
import type { Cell } from '../workbook/open-workbook'
import { OPTIONAL_COLUMNS, ROSTER_COLUMNS, type RosterColumn, type RowProblem } from './row-problems'

/** What the rows are held against. */
export interface TrainingFrame {
  startsOn: PlainDate
  endsOn: PlainDate
  days: number
}

/** One line as it was typed and as far as it can be read. The number goes no further than to its index and mask. */
export interface ParsedRow {
  line: number
  name: string
  number: string | null
  numberMask: string
  daysTyped: string
  days: number | null
  result: string
  completedOn: PlainDate | null
  problems: RowProblem[]
}

/** Why the sheet cannot be read as a roster. `at`: cells as Excel names them, or the columns that are not there. */
export const SHEET_PROBLEMS = ['columns_unknown', 'columns_missing', 'columns_twice', 'no_rows'] as const
interface SheetProblem {
  problem: (typeof SHEET_PROBLEMS)[number]
  at: string | null
}
export type ParsedRoster = { ok: true; rows: ParsedRow[] } | ({ ok: false } & SheetProblem)

/** The headings by which each column is known, in every language of the portal. */
export type RosterHeads = Readonly<Record<RosterColumn, readonly string[]>>

type Placed = Partial<Record<RosterColumn, number>>

/** The rows under the first line that is not empty, which has to be the headings. Pure: whether a person is known is asked afterwards. */
export function parseRoster(cells: readonly (readonly Cell[])[], heads: RosterHeads, training: TrainingFrame): ParsedRoster {
  const headLine = cells.findIndex((row) => row.some((cell) => shown(cell) !== ''))
  const placed = placeColumns(cells[headLine] ?? [], heads, headLine + 1)
  if ('problem' in placed) return { ok: false, ...placed }
  const rows: ParsedRow[] = []
  for (const [index, row] of cells.entries()) {
    if (index <= headLine || row.every((cell) => shown(cell) === '')) continue
    rows.push(parseRow(index + 1, (column) => row[placed[column] ?? -1] ?? null, training))
  }
  if (rows.length === 0) return { ok: false, problem: 'no_rows', at: null }
  markRepeats(rows)
  return { ok: true, rows }
}

/** A line typed into the form is held to the same rules. */
export function parseTypedRow(line: number, typed: Readonly<Record<RosterColumn, string>>, training: TrainingFrame): ParsedRow {
  return parseRow(line, (column) => typed[column], training)
}

function placeColumns(row: readonly Cell[], heads: RosterHeads, line: number): Placed | SheetProblem {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const placed: Placed = {}
  const unknown: string[] = []
  for (const [place, cell] of row.entries()) {
    const head = shown(cell)
    if (head === '') continue
    const column = ROSTER_COLUMNS.find((candidate) => heads[candidate].some((known) => plain(known) === plain(head)))
    if (column === undefined) unknown.push(cellName(place, line))
    else if (placed[column] !== undefined) return { problem: 'columns_twice', at: cellName(place, line) }
    else placed[column] = place
  }
  if (unknown.length > 0) return { problem: 'columns_unknown', at: unknown.slice(0, 8).join(',') }
  const missing = ROSTER_COLUMNS.filter((column) => placed[column] === undefined && !OPTIONAL_COLUMNS.includes(column))
  return missing.length === 0 ? placed : { problem: 'columns_missing', at: missing.join(',') }
}

/** `C1` of the third cell of the first line. */
function cellName(place: number, line: number): string {
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters + line
}

function parseRow(line: number, cell: (column: RosterColumn) => Cell, training: TrainingFrame): ParsedRow {
  const problems: RowProblem[] = []
  const say = (column: RosterColumn, code: RowProblem['code'], values?: RowProblem['values']) => {
    problems.push({ code, column, ...(values ? { values } : {}) })
  }
  const text = (column: 'name' | 'result', most: number): string => {
    const value = shown(cell(column))
    if (value === '') say(column, 'missing')
    else if ([...value].length > most) say(column, 'too_long', { most, length: [...value].length })
    else if (/\p{Cc}/u.test(value)) say(column, 'control_characters')
    return [...value.replace(/\p{Cc}/gu, ' ')].slice(0, most).join('')
  }
  const name = text('name', 50)
  const number = readNumber(cell('number'), say)
  const days = readDays(cell('days'), training, say)
  const result = text('result', 100)
  const completedOn = readDay(cell('completedOn'), training, say)
  const most = completedOn && completedOn >= training.startsOn ? spanDays(training.startsOn, completedOn) : null
  if (most !== null && days.days !== null && days.days > most) say('days', 'days_more', { most, days: days.days })
  return { line, name, ...number, ...days, result, completedOn, problems }
}

type Say = (column: RosterColumn, code: RowProblem['code'], values?: RowProblem['values']) => void

function readNumber(cell: Cell, say: Say): { number: string | null; numberMask: string } {
  const typed = shown(cell)
  if (typed === '') {
    say('number', 'missing')
    return { number: null, numberMask: '' }
  }
  // Excel keeps fifteen digits of a number: what it shows of an ID number has lost its end, which nobody can guess.
  if (typeof cell === 'number' || /^\d(?:\.\d+)?e\+?\d+$/i.test(typed)) {
    say('number', 'number_turned')
    return { number: null, numberMask: maskIdNumber(typeof cell === 'number' ? cell.toLocaleString('en', { useGrouping: false }) : typed) }
  }
  const mask = [...maskIdNumber(normalizeIdNumber(typed))].slice(0, 24).join('')
  const parsed = parseIdNumber(typed)
  if (parsed.ok) return { number: parsed.idNumber, numberMask: mask }
  const length = [...normalizeIdNumber(typed)].length
  say('number', `number_${parsed.problem}`, parsed.problem === 'length' ? { length } : parsed.position ? { position: parsed.position } : {})
  return { number: null, numberMask: mask }
}

function readDays(cell: Cell, training: TrainingFrame, say: Say): { daysTyped: string; days: number | null } {
  const typed = shown(cell).normalize('NFKC')
  const daysTyped = typed.slice(0, 20)
  const wrong = (code: RowProblem['code'], values?: RowProblem['values']) => {
    say('days', code, values)
    return { daysTyped, days: null }
  }
  if (typed === '') return wrong('missing')
  // "3-5" becomes the fifth of March as soon as Excel is asked for a date, and a date its running number.
  if (cell instanceof Date || parseTypedDate(typed) !== null) return wrong('days_date')
  // "3" and "3 days", in whatever language
  const days = Number(/^(\d{1,4}(?:\.\d+)?)\s*\p{L}{0,4}$/u.exec(typed)?.[1] ?? 0)
  if (days <= 0) return wrong('days_number')
  if (days > training.days) return wrong('days_more', { most: training.days, days })
  return Number.isInteger(days * 2) ? { daysTyped, days } : wrong('days_step')
}

function readDay(cell: Cell, training: TrainingFrame, say: Say): PlainDate | null {
  const typed = shown(cell)
  if (typed === '') return null
  const day = parseTypedDate(typed)
  if (day === null) say('completedOn', 'date_wrong')
  else if (day < training.startsOn || day > training.endsOn)
    say('completedOn', 'date_outside', { from: training.startsOn, to: training.endsOn })
  return day
}

/** The same number on two lines: said on both, each naming the other. */
function markRepeats(rows: readonly ParsedRow[]): void {
  const first = new Map<string, ParsedRow>()
  for (const row of rows) {
    if (row.number === null) continue
    const other = first.get(row.number)
    if (!other) {
      first.set(row.number, row)
      continue
    }
    row.problems.push({ code: 'number_twice', column: 'number', values: { line: other.line } })
    if (!other.problems.some(({ code }) => code === 'number_twice'))
      other.problems.push({ code: 'number_twice', column: 'number', values: { line: row.line } })
  }
}

/** A cell as a person would read it: dates as days, whatever surrounds it taken off. */
function shown(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10)
  return String(cell).normalize('NFC').trim()
}
