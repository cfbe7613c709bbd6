import type { PlainDate } from '@/lib/calendar/plain-date'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import type { RuleSet, YearCase } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'

/** More than anybody does in a year; and an address must stay one that browsers and servers carry. */
export const MAX_ENTRIES = 60

/** A year as somebody thinks it through, kept nowhere but in the address. */
export interface WhatIf {
  year: number
  /** null: the rule set in force for the year. */
  ruleSet: string | null
  /** The day from which the person works in the province (M14.3). */
  transferredOn: PlainDate | null
  /** The place of the achievement that the person chose; null: the highest. */
  pick: number | null
  entries: readonly Entry[]
}

/** The id of the entry at a place; ids sort as the places do. */
export function entryId(place: number): string {
  return `e${String(place + 1).padStart(2, '0')}`
}

/** The place of an entry by its id; -1 where it has none. */
export function placeOf(id: string): number {
  return /^e\d{2}$/.test(id) ? Number(id.slice(1)) - 1 : -1
}

/** What the rules are asked. */
export function toYearCase({ year, ruleSet, transferredOn, pick, entries }: WhatIf): YearCase {
  return {
    kind: 'year',
    year,
    ...(ruleSet === null ? {} : { ruleSet }),
    ...(transferredOn === null ? {} : { person: { transferredIn: { date: transferredOn } } }),
    ...(pick === null ? {} : { choice: entryId(pick) }),
    records: entries.map((entry, place) => ({ ...entry, id: entryId(place) })),
  }
}

/** The rule set that the year is counted by. */
export function ruleSetOf({ year, ruleSet }: Pick<WhatIf, 'year' | 'ruleSet'>, sets: readonly RuleSet[]): RuleSet {
  return (ruleSet === null ? undefined : ruleSetById(ruleSet, sets)) ?? ruleSetFor(year, sets)
}

/** Whether the rule set serves the credit year. */
export function serves(ruleSet: RuleSet, year: number): boolean {
  return ruleSet.fromYear <= year && (ruleSet.untilYear ?? year) >= year
}

/** With one more; as it was where the list is full. */
export function withEntry(state: WhatIf, ...added: readonly Entry[]): WhatIf {
  if (state.entries.length + added.length > MAX_ENTRIES) return state
  return { ...state, entries: [...state.entries, ...added] }
}

export function withReplaced(state: WhatIf, place: number, entry: Entry): WhatIf {
  return { ...state, entries: state.entries.map((old, at) => (at === place ? entry : old)) }
}

/** Without the entry at the place; a choice of it ends, a choice of a later one moves with it. */
export function without(state: WhatIf, place: number): WhatIf {
  const { pick } = state
  return {
    ...state,
    pick: pick === null || pick === place ? null : pick > place ? pick - 1 : pick,
    entries: state.entries.filter((_, at) => at !== place),
  }
}

/** With a copy of the entry right after it. */
export function withCopy(state: WhatIf, place: number): WhatIf {
  const entry = state.entries[place]
  if (!entry || state.entries.length >= MAX_ENTRIES) return state
  const { pick } = state
  return {
    ...state,
    pick: pick !== null && pick > place ? pick + 1 : pick,
    entries: [...state.entries.slice(0, place + 1), entry, ...state.entries.slice(place + 1)],
  }
}
