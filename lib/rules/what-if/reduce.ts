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

/**
 * The parameters of the page's buttons, beside those of the state. add: opens the form of a category; done: submits it, `at` with the
 * position of the changed entry; edit, remove, copy, choose: the position of an entry, from 1; take, takepick: an encoded entry to add,
 * takepick also chooses it; was, waspick: the entry that was just removed, and whether it was the chosen one.
 */
export const ACTS = ['add', 'edit', 'done', 'at', 'remove', 'copy', 'choose', 'take', 'takepick', 'was', 'waspick'] as const
export type ActionParts = AddressParts & Partial<Record<(typeof ACTS)[number], string>> & EntryTexts

/** The open form: for a new entry, or to change the one at `place`. */
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
  /** The entry that was just removed and can be restored; `picked`: it was the chosen one. */
  removed: { code: string; entry: Entry; picked: boolean } | null
  /** The entry that was just added or changed. */
  changed: Entry | null
  /** The entry was not added, because the list or the URL is full. */
  full: boolean
}

interface Environment {
  sets: readonly RuleSet[]
  today: PlainDate
}

/**
 * What the page shows for a URL or a submitted form. Used by the server where there are no scripts, and in the browser without a request,
 * so that both show the same.
 */
export function reduce(parts: ActionParts, { sets, today }: Environment): View {
  const { state, faults } = readAddress(parts, sets, Number(today.slice(0, 4)))
  return applyAction({ state, faults }, parts, { sets, today })
}

/** Applies a button to the current state: the same view as `reduce` for the state's URL, but the state is parsed only where it changes. */
export function dispatch(state: WhatIf, parts: ActionParts, environment: Environment): View {
  if (ADDRESS_NAMES.some((name) => parts[name] !== undefined)) return reduce({ ...addressParts(state), ...parts }, environment)
  return applyAction({ state, faults: [] }, parts, environment)
}

function applyAction(read: ReadAddress, parts: ActionParts, { sets, today }: Environment): View {
  return normalise(nextView({ ...read, form: null, removed: removedIn(parts), changed: null, full: false }, parts, today), sets)
}

function nextView(view: View, parts: ActionParts, today: PlainDate): View {
  const { state } = view
  const category = CATEGORIES.find((each) => each === (parts.add ?? parts.done))
  if (parts.done !== undefined && category) return submitForm(view, category, parts)
  if (category) return { ...view, form: { category, texts: newTexts(category, state.year, today), faults: {}, place: null } }
  const place = placeIn(parts.edit ?? parts.remove ?? parts.copy, state)
  const entry = place === null ? undefined : state.entries[place]
  if (entry && place !== null) {
    if (parts.edit !== undefined) return { ...view, form: { category: entry.category, texts: formTexts(entry), faults: {}, place } }
    if (parts.remove !== undefined)
      return { ...view, state: without(state, place), removed: { code: encodeEntry(entry), entry, picked: state.pick === place } }
    return withState(view, withCopy(state, place), entry)
  }
  if (parts.choose !== undefined) return { ...view, state: { ...state, pick: placeIn(parts.choose, state) } }
  const taken = decodeEntry(parts.takepick ?? parts.take ?? '')
  if (!taken.ok) return view
  const added = withEntry(state, taken.entry)
  const pick = parts.takepick === undefined ? added.pick : added.entries.length - 1
  return withState({ ...view, removed: null }, added === state ? state : { ...added, pick }, taken.entry)
}

function submitForm(view: View, category: Category, parts: ActionParts): View {
  const texts = Object.fromEntries(ENTRY_FIELDS.flatMap((field) => (parts[field] === undefined ? [] : [[field, parts[field]]])))
  const place = placeIn(parts.at, view.state)
  const read = readEntry(category, texts)
  const faults = read.ok ? warningsFor(read.entry) : read.faults
  if (!read.ok || Object.keys(faults).length > 0) return { ...view, form: { category, texts, faults, place } }
  const next = place === null ? withEntry(view.state, read.entry) : withReplaced(view.state, place, read.entry)
  const submitted = withState(view, next, read.entry)
  return submitted.full ? { ...submitted, form: { category, texts, faults: {}, place } } : submitted
}

/** The view with the new state, or marked as full where that is too long for the URL. */
function withState(view: View, next: WhatIf, changed: Entry): View {
  return next === view.state || !fitsAddress(next) ? { ...view, full: true } : { ...view, state: next, changed }
}

/** Removes the choice where the chosen entry is no longer one of the year's options. */
function normalise(view: View, sets: readonly RuleSet[]): View {
  const { state } = view
  if (state.pick === null) return view
  const isOption = optionIds(toYearCase({ ...state, pick: null }), ruleSetOf(state, sets)).includes(entryId(state.pick))
  return isOption ? view : { ...view, state: { ...state, pick: null } }
}

function removedIn({ was, waspick }: ActionParts): View['removed'] {
  const decoded = was === undefined ? null : decodeEntry(was)
  return decoded?.ok ? { code: was ?? '', entry: decoded.entry, picked: waspick === '1' } : null
}

/** The index of an entry from a position in the URL, which counts from 1; null where there is no such entry. */
function placeIn(text: string | undefined, { entries }: WhatIf): number | null {
  const place = text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) - 1 : -1
  return place >= 0 && place < entries.length ? place : null
}

/** The initial values of a new form: the most common answers; today where it lies in the year, else the year's last day. */
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

/** The URL keeps the date of the filing's approval; the form asks only whether it was in time. */
function formTexts(entry: Entry): EntryTexts {
  const texts = textsOf(entry)
  if (entry.category !== 'training') return texts
  return { ...texts, filed: entry.filing && entry.filing.approvedOn <= entry.startedOn ? 'yes' : 'no' }
}
