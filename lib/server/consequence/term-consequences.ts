import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, plainDate, yearOf } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import { type EvaluatedTerm, evaluateTermFor } from '../ledger/evaluate-term'
import type { LedgerTerm, PersonLedgers } from '../ledger/ledgers'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, LedgerWrite, TransitionWrite } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
import { planRevocationOf } from './revoke-certificate'
import { planTermSuccession } from './term-certificate'

export interface YearsChange {
  writes?: readonly LedgerWrite[]
  /** Years whose certification is revoked with it: they count for nothing in a term. */
  revokedYears?: ReadonlySet<number>
  /** Paper hours that no longer count. */
  historicGone?: string
  /** A record was corrected or revoked, or a certification taken away: a certified term takes over what is less and what is more. */
  touching: boolean
}

type Plan = Required<Pick<Commit, 'transitions' | 'inserts'>>

/**
 * What becomes of a person's terms when their years change: a request is undone where the term is no longer met, a certified term is
 * revoked, or its certificate replaced by one with the new figures. Hours that are only added leave a certified term as it was certified.
 */
export async function planTermConsequences(
  actor: Actor,
  person: PersonLedgers,
  change: YearsChange,
  reason: string | null,
  now: Date,
): Promise<Plan> {
  const transitions: TransitionWrite[] = []
  const notification: Record<string, unknown>[] = []
  const years = person.years.map((year) => {
    const write = change.writes?.find((candidate) => candidate.id === year.id)
    const figures = write ? { ...year, total: write.total, professional: write.professional } : year
    return change.revokedYears?.has(year.year) ? { ...figures, state: 'revoked' as const } : figures
  })
  for (const { id, year, total, professional, version, ruleSet } of change.writes ?? [])
    if (version === 0)
      years.push({
        id,
        year,
        total,
        professional,
        version,
        ruleSet,
        state: 'open',
        choiceId: null,
        regionCode: null,
        employerId: null,
        met: false,
      })
  const historic = person.historic.filter(({ id }) => id !== change.historicGone)
  for (const term of person.terms) {
    const span = { from: plainDate(term.from), to: plainDate(term.to) }
    const standing = evaluateTermFor(span, years, historic, person.rules.sets)
    if (standing === null) continue
    const follow = await followOf(actor, person, term, standing, change.touching, reason, now)
    transitions.push(...follow.transitions)
    notification.push(...(follow.inserts.notification ?? []))
  }
  return { transitions, inserts: { notification } }
}

async function followOf(
  actor: Actor,
  person: PersonLedgers,
  term: LedgerTerm,
  standing: EvaluatedTerm,
  touching: boolean,
  reason: string | null,
  now: Date,
): Promise<Plan> {
  const nothing: Plan = { transitions: [], inserts: {} }
  const year = standing.years.at(-1) ?? yearOf(plainDate(term.to))
  const concern = { personId: person.personId, employerId: term.employerId, machine: 'term', termId: term.id, year }
  if (isInGroup('term', term.state, 'certification')) {
    const facts = {
      by: 'system',
      today: dateInShanghai(now),
      calendar: await readWorkCalendar(),
      isSelf: false,
      enteredByActor: false,
    } as const
    const decision = decide('term', term.state, 'drop', { ...facts, met: standing.met })
    if (!decision.ok) return nothing
    const { id, state: from, version } = term
    const set = { result: standing, met: false, due_on: null }
    const dropped: TransitionWrite<'term'> = { machine: 'term', id, from, version, event: 'drop', to: decision.to, set }
    return { transitions: [dropped], inserts: { notification: notificationRows(decision.effects, 'drop', concern, now) } }
  }
  if (!touching && !isLess(standing, term.standing)) return nothing
  if (JSON.stringify(figuresOf(standing)) === JSON.stringify(figuresOf(term.standing))) return nothing
  const { id, state, version } = term
  if (standing.met) return planTermSuccession(actor, person.personId, { id, state, version }, standing, reason, now)
  return planRevocationOf(
    actor,
    'system',
    { machine: 'term', id, state, version, concern, set: { result: standing, met: false } },
    reason,
    now,
  )
}

/** Whether any year holds less than the certificate says. */
function isLess(now: EvaluatedTerm, certified: EvaluatedTerm): boolean {
  return now.sources.some(({ year, total, professional }) => {
    const before = certified.sources.find((row) => row.year === year)
    return before !== undefined && (total < before.total || professional < before.professional)
  })
}

/** What stands on the certificate: hours and where they come from. A year that was certified meanwhile alone is no reason for a new one. */
function figuresOf({ sources }: EvaluatedTerm): unknown {
  return sources.map(({ year, total, professional }) => [year, total, professional])
}
