import { rulingDay } from '@/lib/rules/lookup'
import { basisOf, SETTINGS, type Sources } from '@/lib/rules/setting-basis'
import type { RuleSet, Status } from '@/lib/rules/types'

/** What is not legible in our copy of the documents and is no place of a rule set, or more than one. */
export const OPEN_QUESTIONS = [
  /** M14.1: how long a publicity lasts. The site's setting, or the unit's. */
  { key: 'publicity', clause: 'M14.1', places: [], settings: true },
  /** M12: how much of a work its other authors are credited with. */
  { key: 'author_rank', clause: 'M12.paper', places: ['figures.paper.other_author', 'figures.book.joint'], settings: false },
  /** M21.1 to M21.3 are lost altogether: nothing is derived from them. */
  { key: 'lost_clauses', clause: null, places: [], settings: false },
  /** N5.1: who belongs to the transition of conversion. */
  { key: 'cohort', clause: 'N5.1', places: ['settings.transition'], settings: false },
  /** N5.2: which public courses there are; the register of platforms stands in for it. */
  { key: 'courses', clause: 'N5.2', places: [], settings: false },
  /** M20: what follows a fraud besides the loss of the hours. */
  { key: 'sanctions', clause: null, places: [], settings: false },
  /** M16: how the provincial system takes hours in. */
  { key: 'import_format', clause: null, places: [], settings: false },
  /** N6.3: whose years the city certifies. */
  { key: 'series', clause: null, places: [], settings: false },
] as const

/** A place of a rule set that is not law as it stands in our copy. */
export interface OpenPlace {
  at: string
  clause: string
  status: Status
}

/** Every figure, deadline and setting of a version that is partial or provisional, the least certain first. */
export function openPlaces(set: RuleSet, sources: Sources, year: number): OpenPlace[] {
  const on = rulingDay(year)
  const figures = set.figures
    .filter(({ from, until }) => from <= on && (until === undefined || until >= on))
    .map(({ key, clause, status }) => ({ at: `figures.${key}`, clause, status }))
  const deadlines = set.publicDeadlines.map(({ year: of, clause, status }) => ({ at: `publicDeadlines.${of}`, clause, status }))
  const settings = SETTINGS.map((name) => ({ at: `settings.${name}`, ...basisOf(name, sources) }))
  const open = [...figures, ...deadlines, ...settings].filter(({ status }) => status !== 'legible')
  return [...open.filter(({ status }) => status === 'provisional'), ...open.filter(({ status }) => status !== 'provisional')]
}
