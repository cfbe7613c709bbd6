import { FIRST_YEAR, LAST_YEAR, type PlainDate, parseTypedDate } from '@/lib/calendar/plain-date'
import { optionIds } from '@/lib/rules/credit-year'
import { ruleSetById } from '@/lib/rules/rule-sets'
import type { RuleSet } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'
import { decodeEntry, type EntryFault, encodeEntry, excerpt } from '@/lib/rules/what-if/entry-code'
import { entryId, MAX_ENTRIES, ruleSetOf, serves, toYearCase, type WhatIf } from '@/lib/rules/what-if/state'

/** Version of the URL's format. To be raised when URLs of the earlier format would be misread. */
export const ADDRESS_VERSION = '1'
/** Upper limit of characters of all entries together, so that the URL, referrer and headers stay within what servers accept. */
export const MAX_CHARACTERS = 5_000

const SEPARATOR = '.'

/** The search parameters of the URL, in the order in which they are written. */
export const ADDRESS_NAMES = ['v', 'year', 'set', 'moved', 'pick', 'e'] as const

/** The values of the search parameters: bounded in length, not parsed yet. */
export type AddressParts = Partial<Record<(typeof ADDRESS_NAMES)[number], string>>

/** A part of the URL that could not be read. `entry` is the position of the entry, counted from 1. */
export type AddressFault =
  | { place: 'version' | 'year' | 'set' | 'moved' | 'pick'; found: string }
  | { place: 'set_year'; found: string; year: number }
  | { place: 'too_many'; most: number }
  | { place: 'entry'; entry: number; fault: EntryFault }

export interface ReadAddress {
  state: WhatIf
  faults: AddressFault[]
}

/** Reads the state from the URL. Invalid parts are left out and reported as faults, everything else is kept; does not throw. */
export function readAddress(parts: AddressParts, sets: readonly RuleSet[], thisYear: number): ReadAddress {
  const faults: AddressFault[] = []
  const known = parts.v === undefined || parts.v === ADDRESS_VERSION
  if (!known) faults.push({ place: 'version', found: excerpt(parts.v ?? '') })
  const year = yearIn(parts.year, thisYear, faults)
  const { entries, places } = known ? entriesIn(parts.e ?? '', faults) : { entries: [], places: [] }
  const state: WhatIf = {
    year,
    ruleSet: ruleSetIn(parts.set, year, sets, faults),
    transferredOn: dayIn(parts.moved, faults),
    pick: null,
    entries,
  }
  return { state: { ...state, pick: pickIn(parts.pick, state, places, sets, faults) }, faults }
}

/** The search parameters from which `readAddress` reads this state. */
export function addressParts({ year, ruleSet, transferredOn, pick, entries }: WhatIf): AddressParts {
  return {
    v: ADDRESS_VERSION,
    year: String(year),
    ...(ruleSet === null ? {} : { set: ruleSet }),
    ...(transferredOn === null ? {} : { moved: transferredOn }),
    ...(pick === null ? {} : { pick: String(pick + 1) }),
    ...(entries.length === 0 ? {} : { e: encodeEntries(entries) }),
  }
}

/** The query string of the state's URL, its parameters in a fixed order. */
export function queryOf(state: WhatIf): string {
  return Object.entries(addressParts(state))
    .map(([name, value]: [string, string]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Whether the state is within the limits of `readAddress`. */
export function fitsAddress({ entries }: WhatIf): boolean {
  return entries.length <= MAX_ENTRIES && encodeEntries(entries).length <= MAX_CHARACTERS
}

function encodeEntries(entries: readonly Entry[]): string {
  return entries.map(encodeEntry).join(SEPARATOR)
}

function yearIn(text: string | undefined, thisYear: number, faults: AddressFault[]): number {
  if (text === undefined || text === '') return thisYear
  const year = Number(text)
  if (/^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= LAST_YEAR) return year
  faults.push({ place: 'year', found: excerpt(text) })
  return thisYear
}

function ruleSetIn(text: string | undefined, year: number, sets: readonly RuleSet[], faults: AddressFault[]): string | null {
  if (text === undefined || text === '') return null
  const set = ruleSetById(text, sets)
  if (set && serves(set, year)) return set.id
  faults.push(set ? { place: 'set_year', found: set.id, year } : { place: 'set', found: excerpt(text) })
  return null
}

function dayIn(text: string | undefined, faults: AddressFault[]): PlainDate | null {
  if (text === undefined || text.trim() === '') return null
  const day = parseTypedDate(text.normalize('NFKC'))
  if (day === null) faults.push({ place: 'moved', found: excerpt(text) })
  return day
}

/** The readable entries, each with its position in the URL: `pick` counts positions in the URL, including entries that were left out. */
function entriesIn(text: string, faults: AddressFault[]): { entries: Entry[]; places: number[] } {
  const codes = text.split(SEPARATOR)
  const entries: Entry[] = []
  const places: number[] = []
  let length = 0
  for (const [place, code] of codes.entries()) {
    length += code.length + SEPARATOR.length
    if (code === '') continue
    if (entries.length >= MAX_ENTRIES || length > MAX_CHARACTERS + SEPARATOR.length) {
      faults.push({ place: 'too_many', most: entries.length })
      break
    }
    const decoded = decodeEntry(code)
    if (decoded.ok) {
      entries.push(decoded.entry)
      places.push(place)
    } else faults.push({ place: 'entry', entry: place + 1, fault: decoded.fault })
  }
  return { entries, places }
}

function pickIn(
  text: string | undefined,
  state: WhatIf,
  places: readonly number[],
  sets: readonly RuleSet[],
  faults: AddressFault[],
): number | null {
  if (text === undefined || text === '') return null
  const pick = /^\d{1,3}$/.test(text) ? places.indexOf(Number(text) - 1) : -1
  if (pick >= 0 && optionIds(toYearCase(state), ruleSetOf(state, sets)).includes(entryId(pick))) return pick
  faults.push({ place: 'pick', found: excerpt(text) })
  return null
}
