import { FIRST_YEAR, LAST_YEAR, type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { spanDays } from '@/lib/rules/span'
import { AUTHORS, type Category, OPTIONS, type RecordInput, SUBJECTS } from '@/lib/rules/types'
import { type EntryField, type EntryTexts, FIELDS_OF, OPTIONAL_FIELDS } from '@/lib/rules/what-if/entry-fields'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
/** A record of the calculator. It is never stored; its position in the list takes the place of an id. */
export type Entry = WithoutId<RecordInput>

export const MAX_TEXT = 20
const MAX_COUNT = 9_999
const MAX_HOURS = 9_999.9

/** What is wrong with a field, with the numbers that its message needs. */
export type FieldFault =
  | { code: 'missing' | 'date' | 'choice' | 'year' }
  | { code: 'number'; least: number; most: number; step: number }
  | { code: 'too_long'; most: number }
  | { code: 'order' }
  | { code: 'span'; most: number }

export type FieldFaults = Partial<Record<EntryField, FieldFault>>
export type ReadEntry = { ok: true; entry: Entry } | { ok: false; faults: FieldFaults }

type Read = { value: unknown } | { fault: FieldFault }

/**
 * The entry that these texts describe, or all faults in them. Runs in the browser too, therefore written without zod to keep the script
 * small; a test checks that `parseCase` accepts everything it accepts. Fields that the category does not have are ignored.
 */
export function readEntry(category: Category, texts: EntryTexts): ReadEntry {
  const faults: FieldFaults = {}
  const values: Partial<Record<EntryField, unknown>> = {}
  for (const field of FIELDS_OF[category]) {
    const text = (texts[field] ?? '').normalize('NFKC').trim()
    if (text === '') {
      if (!OPTIONAL_FIELDS.has(field)) faults[field] = { code: 'missing' }
      continue
    }
    const read = readField(field, text, category)
    if ('fault' in read) faults[field] = read.fault
    else values[field] = read.value
  }
  const { startedOn, completedOn } = values as { startedOn?: string; completedOn?: string }
  if (startedOn !== undefined && completedOn !== undefined && startedOn > completedOn) faults.startedOn = { code: 'order' }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, entry: entryOf(category, values) }
}

/**
 * Faults for which a form asks to check the entry, although the rules accept it and explain why it does not count: more days of training
 * than there are between the first and the last day.
 */
export function warningsFor(entry: Entry): FieldFaults {
  if (entry.category !== 'training') return {}
  const most = spanDays(entry.startedOn, entry.completedOn)
  return entry.days > most ? { days: { code: 'span', most } } : {}
}

function readField(field: EntryField, text: string, category: Category): Read {
  switch (field) {
    case 'option':
      return oneOf(text, OPTIONS[category])
    case 'author':
      return oneOf(text, AUTHORS)
    case 'subject':
      return oneOf(text, SUBJECTS)
    case 'presented':
    case 'unitApproved':
      return oneOf(text, ['yes', 'no'])
    case 'filed':
      return ['yes', 'no'].includes(text) ? { value: text } : day(text)
    case 'startedOn':
    case 'completedOn':
      return day(text)
    case 'days':
      return numeric(text, 0.5, MAX_COUNT, 0.5)
    case 'times':
    case 'courses':
      return numeric(text, 1, MAX_COUNT, 1)
    case 'labelledHours':
    case 'hours':
      return numeric(text, 0.1, MAX_HOURS, 0.1)
    case 'creditedIn': {
      const year = Number(text)
      return /^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR ? { value: year } : { fault: { code: 'year' } }
    }
    case 'platform':
    case 'achievement':
      return [...text].length > MAX_TEXT * (field === 'platform' ? 2 : 1)
        ? { fault: { code: 'too_long', most: MAX_TEXT * (field === 'platform' ? 2 : 1) } }
        : { value: text }
  }
}

function oneOf(text: string, values: readonly string[]): Read {
  return values.includes(text) ? { value: text } : { fault: { code: 'choice' } }
}

function day(text: string): Read {
  const value = parseTypedDate(text)
  return value === null ? { fault: { code: 'date' } } : { value }
}

function numeric(text: string, least: number, most: number, step: number): Read {
  const value = /^\d{1,5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  // In steps of 0.1 as the rules count them: at most one decimal in the shortest form.
  const fits = value >= least && value <= most && (step === 0.1 ? Math.round(value * 10) / 10 === value : Number.isInteger(value / step))
  return fits ? { value } : { fault: { code: 'number', least, most, step } }
}

/** Stands for the certificate or decision that proves a record: the calculator assumes that there is one, since it changes no hours. */
const ASSUMED_PROOF = '-'

function entryOf(category: Category, values: Partial<Record<EntryField, unknown>>): Entry {
  const { filed, presented, unitApproved, ...plain } = values
  const startedOn = plain.startedOn as PlainDate | undefined
  const filing = filed === undefined || filed === 'no' ? {} : { filing: { approvedOn: filed === 'yes' ? startedOn : filed } }
  return {
    category,
    ...plain,
    ...filing,
    ...(presented === undefined ? {} : { presented: presented === 'yes' }),
    ...(unitApproved === undefined ? {} : { unitApproved: unitApproved === 'yes' }),
    ...(category === 'elsewhere' ? { certificate: ASSUMED_PROOF } : {}),
    ...(category === 'other' ? { decision: ASSUMED_PROOF } : {}),
  } as Entry
}

/** The texts from which `readEntry` reads this entry: for the URL, and to fill the form for a change. */
export function textsOf(entry: Entry): EntryTexts {
  const values = entry as Partial<Record<EntryField, unknown>> & { filing?: { approvedOn: string } }
  const texts: EntryTexts = {}
  for (const field of FIELDS_OF[entry.category]) {
    const value = field === 'filed' ? filedText(values) : values[field]
    if (value === undefined) continue
    texts[field] = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  }
  return texts
}

function filedText({ filing, startedOn }: { filing?: { approvedOn: string }; startedOn?: unknown }): string | undefined {
  return filing && (filing.approvedOn === startedOn ? 'yes' : filing.approvedOn)
}
