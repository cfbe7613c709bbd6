import 'server-only'
import { changedPlaces, type RuleSetProblem, ruleSetProblems } from '@/lib/rules/rule-set-problems'
import { statesIn } from '@/lib/workflow/state-groups'
import { pool } from '../database/db'
import { findRuleSetRow, type RuleSetRow } from './rule-set-row'

export interface DraftStanding {
  base: RuleSetRow | null
  /** Where it differs from the version it started from. */
  changed: string[]
  /** The version that rules its first year now, where that is another one, and where else the draft differs from it. */
  current: RuleSetRow | null
  also: string[]
  problems: RuleSetProblem[]
  /** Years that it would rule in which some are certified and others not: the certified stay as they are, which is to be confirmed. */
  partly: CertifiedYear[]
  /** The last credit year it would rule; null: all that follow. */
  untilYear: number | null
}

/** Everything that keeps the draft from being published, against the version it started from and the years it would rule. */
export async function draftStanding(draft: RuleSetRow): Promise<DraftStanding> {
  const [base, next, current] = await Promise.all([
    draft.baseId ? findRuleSetRow(draft.baseId) : null,
    nextEffectiveYear(draft.effectiveYear),
    rulingNow(draft.effectiveYear),
  ])
  const untilYear = next === null ? null : next - 1
  const years = await certifiedYears(draft.effectiveYear, untilYear)
  const certified = years.filter(({ left }) => left === 0)
  const comparison = base ? { ...base.content, fromYear: draft.content.fromYear } : draft.content
  const changed = base ? differing(base, draft) : []
  const other = current !== null && current.id !== draft.baseId && current.id !== draft.id ? current : null
  return {
    base,
    untilYear,
    partly: years.filter(({ left }) => left > 0),
    changed,
    current: other,
    also: other ? differing(other, draft).filter((at) => !changed.includes(at)) : [],
    problems: ruleSetProblems(draft.content, {
      certified,
      ...(base ? { base: comparison, baseSources: base.sources, sources: draft.sources } : {}),
    }),
  }
}

/** Where the draft says something else than that version, each taken from the draft's own first year. */
function differing(version: RuleSetRow, draft: RuleSetRow): string[] {
  return changedPlaces({ ...version.content, fromYear: draft.content.fromYear }, draft.content, version.sources, draft.sources)
}

/** The published version that rules a credit year as things stand. */
async function rulingNow(year: number): Promise<RuleSetRow | null> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM rule_set_version WHERE state::text = ANY($1) AND effective_year <= $2
     ORDER BY effective_year DESC, published_at DESC, id DESC LIMIT 1`,
    [statesIn('rule_set', 'in_force'), year],
  )
  return rows[0] ? findRuleSetRow(rows[0].id) : null
}

/** The next year in which another published version begins to rule. */
async function nextEffectiveYear(year: number): Promise<number | null> {
  const { rows } = await pool.query<{ year: number | null }>(
    'SELECT min(effective_year) AS year FROM rule_set_version WHERE state::text = ANY($1) AND effective_year > $2',
    [statesIn('rule_set', 'in_force'), year],
  )
  return rows[0]?.year ?? null
}

interface CertifiedYear {
  year: number
  /** Who is certified, and how many are not. */
  people: number
  left: number
}

/** What is certified stays as it is: in a year in which everybody is, other rules have nothing to rule. */
async function certifiedYears(from: number, until: number | null): Promise<CertifiedYear[]> {
  const { rows } = await pool.query<CertifiedYear>(
    `SELECT year, certified AS people, everybody - certified AS left FROM (
       SELECT year, count(*)::int AS everybody, (count(*) FILTER (WHERE state::text = ANY($1)))::int AS certified
       FROM year WHERE year >= $2 AND ($3::int IS NULL OR year <= $3) GROUP BY year) counted
     WHERE certified > 0 ORDER BY year`,
    [statesIn('year', 'certified'), from, until],
  )
  return rows
}
