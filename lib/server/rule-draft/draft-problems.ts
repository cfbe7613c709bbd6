import 'server-only'
import { changedPlaces, type RuleSetProblem, ruleSetProblems } from '@/lib/rules/rule-set-problems'
import { statesIn } from '@/lib/workflow/state-groups'
import { int, statement } from '../database/statement'
import { findRuleSetRow, type RuleSetRow } from '../rule-set/rule-set-row'

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
  const years = await certifiedYears({ from: draft.effectiveYear, until: untilYear })
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

const ruling = statement('rule-set-ruling', (db, given: { year: number }) =>
  db
    .selectFrom('rule_set_version')
    .select('id')
    .where('state', 'in', statesIn('rule_set', 'in_force'))
    .where('effective_year', '<=', given.year)
    .orderBy('effective_year', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
)

/** The published version that rules a credit year as things stand. */
async function rulingNow(year: number): Promise<RuleSetRow | null> {
  const [row] = await ruling({ year })
  return row ? findRuleSetRow(row.id) : null
}

const following = statement('rule-set-following', (db, given: { year: number }) =>
  db
    .selectFrom('rule_set_version')
    .select((eb) => eb.fn.min('effective_year').as('year'))
    .where('state', 'in', statesIn('rule_set', 'in_force'))
    .where('effective_year', '>', given.year),
)

/** The next year in which another published version begins to rule. */
async function nextEffectiveYear(year: number): Promise<number | null> {
  const [row] = await following({ year })
  return row?.year ?? null
}

/** What is certified stays as it is: in a year in which everybody is, other rules have nothing to rule. */
const certifiedYears = statement('rule-set-certified-years', (db, given: { from: number; until: number | null }) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('year')
        .select((y) => [
          'year',
          int(y.fn.countAll()).as('everybody'),
          int(y.fn.countAll().filterWhere('state', 'in', statesIn('year', 'certified'))).as('certified'),
        ])
        .where('year', '>=', given.from)
        .where((y) => y.or([y(y.cast<number | null>(y.val(given.until), 'integer'), 'is', null), y('year', '<=', given.until)]))
        .groupBy('year')
        .as('counted'),
    )
    // `left`: how many are not certified.
    .select((eb) => ['year', 'certified as people', eb('everybody', '-', eb.ref('certified')).as('left')])
    .where('certified', '>', 0)
    .orderBy('year'),
)
type CertifiedYear = Awaited<ReturnType<typeof certifiedYears>>[number]
