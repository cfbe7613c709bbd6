import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, countWorkingDays, type DatedAnswer, publicityPeriod } from '@/lib/calendar/working-days'
import { inCharge } from './actor-rules'
import type { Deadline, Limit } from './transition'
import type { Refusal, TransitionContext } from './types'

/** Null where the days have passed; `from` is the first day on which it may be done. */
export function refuseTooEarly(limit: Limit, facts: TransitionContext): Refusal | null {
  const since = facts[limit.since]
  if (!since) return { code: limit.since === 'periodEndsOn' ? 'period_unknown' : 'decision_unknown', detail: {} }
  const last = addWorkingDays(facts.calendar, since, limit.workingDays).on
  return facts.today > last ? null : { code: 'too_early', detail: { from: addDays(last, 1), workingDays: limit.workingDays } }
}

/** Null up to and including the last of the days. */
export function refuseTooLate(limit: Limit, facts: TransitionContext): Refusal | null {
  const since = facts[limit.since]
  if (!since) return { code: 'decision_unknown', detail: {} }
  const until = addWorkingDays(facts.calendar, since, limit.workingDays).on
  return facts.today <= until ? null : { code: 'too_late', detail: { until, workingDays: limit.workingDays } }
}

/** The last day for whoever is next; null where nothing runs. `facts` as they are after the transition. */
export function dueOf(deadline: Deadline | undefined, facts: TransitionContext): DatedAnswer | null {
  if (deadline === undefined) return null
  if ('periodEnd' in deadline) return periodEnd(facts)
  if (deadline.only === 'bureau' && inCharge(facts) !== 'bureau') return null
  const since = (deadline.since === 'waitingSince' ? facts.waitingSince : null) ?? facts.today
  return addWorkingDays(facts.calendar, since, deadline.workingDays)
}

function periodEnd(facts: TransitionContext): DatedAnswer | null {
  if (facts.periodEndsOn) return dated(facts, facts.periodEndsOn)
  if (facts.publicityDays === undefined) return null
  const period = publicityPeriod(facts.calendar, facts.today, facts.publicityDays)
  return { on: period.endsOn, provisional: period.provisional }
}

function dated(facts: TransitionContext, on: PlainDate): DatedAnswer {
  return { on, provisional: countWorkingDays(facts.calendar, facts.today, on).provisional }
}
