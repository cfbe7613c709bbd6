import type { PlainDate } from '@/lib/calendar/plain-date'
import { optionIds } from '@/lib/rules/credit-year'
import { CATEGORIES, type Category, type RuleSet } from '@/lib/rules/types'
import {
  ADDRESS_NAMES,
  type AddressFault,
  type AddressParts,
  addressParts,
  fitsAddress,
  type ReadAddress,
  readAddress,
} from '@/lib/rules/what-if/address'
import { type Entry, type FieldFaults, readEntry, textsOf, warningsFor } from '@/lib/rules/what-if/entry'
import { decodeEntry, encodeEntry } from '@/lib/rules/what-if/entry-code'
import { ENTRY_FIELDS, type EntryTexts } from '@/lib/rules/what-if/entry-fields'
import { entryId, ruleSetOf, toYearCase, type WhatIf, withCopy, withEntry, without, withReplaced } from '@/lib/rules/what-if/state'

/** The buttons of the page: what stands in the address, or in a form, beside the state that it acts on. */
export const ACTS = ['add', 'edit', 'done', 'at', 'remove', 'copy', 'choose', 'take', 'takepick', 'was', 'waspick'] as const
export type ActionParts = AddressParts & Partial<Record<(typeof ACTS)[number], string>> & EntryTexts

/** The form that is open: a new entry, or the one at `place` once more. */
export interface OpenForm {
  category: Category
  texts: EntryTexts
  faults: FieldFaults
  place: number | null
}

export interface View {
  state: WhatIf
  faults: AddressFault[]
  form: OpenForm | null
  /** What was just removed and can be taken back; `picked`: it was the chosen one. */
  removed: { code: string; entry: Entry; picked: boolean } | null
  /** What was just added or changed. */
  told: Entry | null
  /** There was no room for more. */
  full: boolean
}

interface Surroundings {
  sets: readonly RuleSet[]
  today: PlainDate
}

/**
 * What the page shows for an address or for a form that was sent. The server answers with it where there are no scripts, the browser does
 * without asking the server: both alike.
 */
export function reduce(parts: ActionParts, { sets, today }: Surroundings): View {
  const { state, faults } = readAddress(parts, sets, Number(today.slice(0, 4)))
  return pressed({ state, faults }, parts, { sets, today })
}

/** What a press makes of the state at hand: as `step` of its address would, without reading that again where the press does not change it. */
export function dispatch(state: WhatIf, parts: ActionParts, surroundings: Surroundings): View {
  if (ADDRESS_NAMES.some((name) => parts[name] !== undefined)) return reduce({ ...addressParts(state), ...parts }, surroundings)
  return pressed({ state, faults: [] }, parts, surroundings)
}

function pressed(read: ReadAddress, parts: ActionParts, { sets, today }: Surroundings): View {
  return normalise(act({ ...read, form: null, removed: removedIn(parts), told: null, full: false }, parts, today), sets)
}

function act(view: View, parts: ActionParts, today: PlainDate): View {
  const { state } = view
  const category = CATEGORIES.find((each) => each === (parts.add ?? parts.done))
  if (parts.done !== undefined && category) return finished(view, category, parts)
  if (category) return { ...view, form: { category, texts: newTexts(category, state.year, today), faults: {}, place: null } }
  const place = placeIn(parts.edit ?? parts.remove ?? parts.copy, state)
  const entry = place === null ? undefined : state.entries[place]
  if (entry && place !== null) {
    if (parts.edit !== undefined) return { ...view, form: { category: entry.category, texts: formTexts(entry), faults: {}, place } }
    if (parts.remove !== undefined)
      return { ...view, state: without(state, place), removed: { code: encodeEntry(entry), entry, picked: state.pick === place } }
    return withinAddress(view, withCopy(state, place), entry)
  }
  if (parts.choose !== undefined) return { ...view, state: { ...state, pick: placeIn(parts.choose, state) } }
  const taken = decodeEntry(parts.takepick ?? parts.take ?? '')
  if (!taken.ok) return view
  const added = withEntry(state, taken.entry)
  const pick = parts.takepick === undefined ? added.pick : added.entries.length - 1
  return withinAddress({ ...view, removed: null }, added === state ? state : { ...added, pick }, taken.entry)
}

function finished(view: View, category: Category, parts: ActionParts): View {
  const texts = Object.fromEntries(ENTRY_FIELDS.flatMap((field) => (parts[field] === undefined ? [] : [[field, parts[field]]])))
  const place = placeIn(parts.at, view.state)
  const read = readEntry(category, texts)
  const faults = read.ok ? warningsFor(read.entry) : read.faults
  if (!read.ok || Object.keys(faults).length > 0) return { ...view, form: { category, texts, faults, place } }
  const next = place === null ? withEntry(view.state, read.entry) : withReplaced(view.state, place, read.entry)
  const grownView = withinAddress(view, next, read.entry)
  return grownView.full ? { ...grownView, form: { category, texts, faults: {}, place } } : grownView
}

function withinAddress(view: View, next: WhatIf, told: Entry): View {
  return next === view.state || !fitsAddress(next) ? { ...view, full: true } : { ...view, state: next, told }
}

/** Without a choice that is none of the year's options any more. */
function normalise(view: View, sets: readonly RuleSet[]): View {
  const { state } = view
  if (state.pick === null) return view
  const stands = optionIds(toYearCase({ ...state, pick: null }), ruleSetOf(state, sets)).includes(entryId(state.pick))
  return stands ? view : { ...view, state: { ...state, pick: null } }
}

function removedIn({ was, waspick }: ActionParts): View['removed'] {
  const decoded = was === undefined ? null : decodeEntry(was)
  return decoded?.ok ? { code: was ?? '', entry: decoded.entry, picked: waspick === '1' } : null
}

/** A place, counted from 1 as people count. */
function placeIn(text: string | undefined, { entries }: WhatIf): number | null {
  const place = text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) - 1 : -1
  return place >= 0 && place < entries.length ? place : null
}

/** What a new form begins with: the usual answer, and today where today lies in the year. */
function newTexts(category: Category, year: number, today: PlainDate): EntryTexts {
  const day = today.startsWith(`${year}-`) ? today : `${year}-12-31`
  return {
    completedOn: day,
    startedOn: day,
    subject: category === 'courseware' ? 'public' : 'professional',
    author: 'first',
    presented: 'no',
    filed: 'yes',
    unitApproved: 'yes',
    days: '1',
    times: '1',
  }
}

/** A filing's day is kept in the address, and asked as whether it was in time. */
function formTexts(entry: Entry): EntryTexts {
  const texts = textsOf(entry)
  if (entry.category !== 'training') return texts
  return { ...texts, filed: entry.filing && entry.filing.approvedOn <= entry.startedOn ? 'yes' : 'no' }
}
