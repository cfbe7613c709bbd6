import 'server-only'
import { plainDate, yearOf } from '@/lib/calendar/plain-date'
import { isInGroup } from '@/lib/workflow/state-groups'
import { type EvaluatedTerm, evaluateTermFor } from '../ledger/evaluate-term'
import type { LedgerTerm, LedgerWrite, LedgerYear, PersonLedgers } from '../ledger/types'
import type { Act } from '../transition/act'
import { systemContext } from '../transition/context'
import type { Step } from '../transition/step'

export interface YearsChange {
  writes?: readonly LedgerWrite[]
  /** Years whose certification is revoked with it: they count for nothing in a term. */
  revokedYears?: ReadonlySet<number>
  /** Paper hours that no longer count. */
  historicGone?: string
  /** A record was corrected or revoked, or a certification taken away: a certified term takes over what is less and what is more. */
  correcting: boolean
}

/**
 * What becomes of a person's terms when their years change: a request is dropped where the term is no longer met, a certified term is
 * revoked, or its certificate replaced by one with the new figures. Hours that are only added leave a certified term as it was certified.
 */
export async function termConsequences(act: Act, person: PersonLedgers, change: YearsChange, reason: string | null): Promise<Step[]> {
  const years = yearsAfter(person, change)
  const historic = person.historic.filter(({ id }) => id !== change.historicGone)
  const steps: Step[] = []
  for (const term of person.terms) {
    const span = { from: plainDate(term.from), to: plainDate(term.to) }
    const evaluated = evaluateTermFor(span, years, historic, person.rules.sets)
    if (evaluated) steps.push(...(await stepsFor(act, person, term, evaluated, change.correcting, reason)))
  }
  return steps
}

function yearsAfter(person: PersonLedgers, { writes = [], revokedYears }: YearsChange): LedgerYear[] {
  const known = person.years.map((year) => {
    const write = writes.find((candidate) => candidate.id === year.id)
    const figures = write ? { ...year, total: write.total, professional: write.professional } : year
    return revokedYears?.has(year.year) ? { ...figures, state: 'revoked' as const } : figures
  })
  const nobodys = { state: 'open', choiceId: null, regionCode: null, employerId: null, met: false } as const
  const begun = writes
    .filter(({ version }) => version === 0)
    .map(({ id, year, total, professional, version, ruleSet }) => ({ ...nobodys, id, year, total, professional, version, ruleSet }))
  return [...known, ...begun]
}

async function stepsFor(
  { now }: Act,
  person: PersonLedgers,
  { id, state: from, version, ...term }: LedgerTerm,
  evaluated: EvaluatedTerm,
  correcting: boolean,
  reason: string | null,
): Promise<Step<'term'>[]> {
  const { personId } = person
  const year = evaluated.years.at(-1) ?? yearOf(plainDate(term.to))
  const concern = { personId, employerId: term.employerId, machine: 'term', termId: id, year }
  const context = await systemContext(now, { met: evaluated.met, reason })
  const base = { machine: 'term', id, from, version, context, concern } as const
  if (isInGroup('term', from, 'certification')) {
    if (evaluated.met) return []
    return [{ ...base, event: 'drop', reason: null, set: { result: evaluated, met: false } }]
  }
  if (!correcting && !isLess(evaluated, term.standing)) return []
  if (sameFigures(evaluated, term.standing)) return []
  if (!evaluated.met) return [{ ...base, event: 'revoke', set: { certified_at: null, result: evaluated, met: false } }]
  const certificate = { of: 'term', termId: id, personId, evaluated, confirmed: null } as const
  return [{ ...base, event: 'recount', set: { result: evaluated, met: true }, certificate }]
}

/** Whether any year holds less than the certificate says. */
function isLess(now: EvaluatedTerm, certified: EvaluatedTerm): boolean {
  return now.sources.some(({ year, total, professional }) => {
    const before = certified.sources.find((row) => row.year === year)
    return before !== undefined && (total < before.total || professional < before.professional)
  })
}

/** Whether a certificate would show the same hours. That one of the years has been certified meanwhile is no reason for a new one. */
function sameFigures(one: EvaluatedTerm, other: EvaluatedTerm): boolean {
  const figures = ({ sources }: EvaluatedTerm) => sources.map(({ year, total, professional }) => [year, total, professional])
  return JSON.stringify(figures(one)) === JSON.stringify(figures(other))
}
