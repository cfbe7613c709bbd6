import type { PlainDate } from '@/lib/calendar/plain-date'
import { ruleSetById, ruleSetFor } from '@/lib/rules/rule-sets'
import type { RuleSet, YearCase } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'

/** Upper limit of entries: more than anybody has in a year, and few enough for the length of a URL. */
export const MAX_ENTRIES = 60

/** The state of the calculator: a hypothetical year, which is kept in the URL only. */
export interface WhatIf {
  year: number
  /** null: the rule set in force for the year. */
  ruleSet: string | null
  /** The first day of work in the province; null where the person was not transferred in (M14.3). */
  transferredOn: PlainDate | null
  /** Index of the entry that the person chose as the year's option; null: the highest counts (M21.4). */
  pick: number | null
  entries: readonly Entry[]
}

/** The id of the entry at an index; ids sort in the order of the list. */
export function entryId(place: number): string {
  return `e${String(place + 1).padStart(2, '0')}`
}

/** The index of an entry by its id; -1 for any other id. */
export function placeOf(id: string): number {
  return /^e\d{2}$/.test(id) ? Number(id.slice(1)) - 1 : -1
}

/** The state as input of `evaluateYear`. */
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

/** The chosen rule set, else the one in force for the year. Throws as `ruleSetFor` does. */
export function ruleSetOf({ year, ruleSet }: Pick<WhatIf, 'year' | 'ruleSet'>, sets: readonly RuleSet[]): RuleSet {
  return (ruleSet === null ? undefined : ruleSetById(ruleSet, sets)) ?? ruleSetFor(year, sets)
}

/** Whether the rule set serves the credit year. */
export function serves(ruleSet: RuleSet, year: number): boolean {
  return ruleSet.fromYear <= year && (ruleSet.untilYear ?? year) >= year
}

/** The state with entries added at the end; unchanged where the list is full. */
export function withEntry(state: WhatIf, ...added: readonly Entry[]): WhatIf {
  if (state.entries.length + added.length > MAX_ENTRIES) return state
  return { ...state, entries: [...state.entries, ...added] }
}

/** The state with the entry at an index replaced. */
export function withReplaced(state: WhatIf, place: number, entry: Entry): WhatIf {
  return { ...state, entries: state.entries.map((old, at) => (at === place ? entry : old)) }
}

/** The state without the entry at an index. The choice is dropped where it was that entry, and follows where it was a later one. */
export function without(state: WhatIf, place: number): WhatIf {
  const { pick } = state
  return {
    ...state,
    pick: pick === null || pick === place ? null : pick > place ? pick - 1 : pick,
    entries: state.entries.filter((_, at) => at !== place),
  }
}

/** The state with a copy of an entry right after it; unchanged where the list is full. */
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
