import { rulingDay } from '@/lib/rules/lookup'
import { basisOf, SETTINGS, type Sources } from '@/lib/rules/setting-basis'
import type { RuleSet, Status } from '@/lib/rules/types'

/**
 * Questions that our copy of the documents leaves open and that are no single place of a rule set; `places` lists the places they affect.
 */
export const OPEN_QUESTIONS = [
  /** M14.1: the length of a publicity period. Meanwhile a setting of the site, or of the unit. */
  { key: 'publicity', clause: 'M14.1', places: [], settings: true },
  /** M12: the share that is credited to authors other than the first. */
  { key: 'author_rank', clause: 'M12.paper', places: ['figures.paper.other_author', 'figures.book.joint'], settings: false },
  /** M21.1 to M21.3 are lost: no rule is derived from them. */
  { key: 'lost_clauses', clause: null, places: [], settings: false },
  /** N5.1: to whom the transitional rule of conversion applies. */
  { key: 'cohort', clause: 'N5.1', places: ['settings.transition'], settings: false },
  /** N5.2: the list of public courses. The register of platforms is used in its place. */
  { key: 'courses', clause: 'N5.2', places: [], settings: false },
  /** M20: the sanctions for fraud besides the loss of the hours. */
  { key: 'sanctions', clause: null, places: [], settings: false },
  /** M16: the format in which the provincial system imports hours. */
  { key: 'import_format', clause: null, places: [], settings: false },
  /** N6.3: whose years the city certifies. */
  { key: 'series', clause: null, places: [], settings: false },
] as const

/** A place of a rule set that our copy of the law does not fully support. */
export interface OpenPlace {
  at: string
  clause: string
  status: Status
}

/** Every figure, deadline and setting in force for the credit year whose status is partial or provisional, the least certain first. */
export function openPlaces(set: RuleSet, sources: Sources, year: number): OpenPlace[] {
  const on = rulingDay(year)
  const figures = set.figures
    .filter(({ from, until }) => from <= on && (until === undefined || until >= on))
    .map(({ key, clause, status }) => ({ at: `figures.${key}`, clause, status }))
  const deadlines = set.publicDeadlines.map((deadline) => ({
    at: `publicDeadlines.${deadline.year}`,
    clause: deadline.clause,
    status: deadline.status,
  }))
  const settings = SETTINGS.map((name) => ({ at: `settings.${name}`, ...basisOf(name, sources) }))
  const open = [...figures, ...deadlines, ...settings].filter(({ status }) => status !== 'legible')
  return [...open.filter(({ status }) => status === 'provisional'), ...open.filter(({ status }) => status !== 'provisional')]
}
