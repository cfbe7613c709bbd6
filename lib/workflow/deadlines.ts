import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { addWorkingDays, countWorkingDays, type DatedAnswer, publicityPeriod } from '@/lib/calendar/working-days'
import { inCharge } from './actor-rules'
import type { Deadline, Limit } from './transition'
import type { Refusal, TransitionContext } from './types'

/**
 * Null where the limit's working days have passed; else the refusal `too_early` with the first day (`from`) on which the event is possible,
 * or `period_unknown`, `decision_unknown` where the day they are counted from is missing.
 */
export function checkAfter(limit: Limit, context: TransitionContext): Refusal | null {
  const since = context[limit.since]
  if (!since) return { code: limit.since === 'periodEndsOn' ? 'period_unknown' : 'decision_unknown', detail: {} }
  const last = addWorkingDays(context.calendar, since, limit.workingDays).on
  return context.today > last ? null : { code: 'too_early', detail: { from: addDays(last, 1), workingDays: limit.workingDays } }
}

/**
 * Null up to and including the last of the limit's working days; else the refusal `too_late` with that day (`until`), or `decision_unknown`
 * where the day they are counted from is missing.
 */
export function checkWithin(limit: Limit, context: TransitionContext): Refusal | null {
  const since = context[limit.since]
  if (!since) return { code: 'decision_unknown', detail: {} }
  const until = addWorkingDays(context.calendar, since, limit.workingDays).on
  return context.today <= until ? null : { code: 'too_late', detail: { until, workingDays: limit.workingDays } }
}

/** The last day for the next step; null where there is no deadline. Takes the context as it is after the transition. */
export function dueOf(deadline: Deadline | undefined, context: TransitionContext): DatedAnswer | null {
  if (deadline === undefined) return null
  if ('periodEnd' in deadline) return periodEnd(context)
  if (deadline.only === 'bureau' && inCharge(context) !== 'bureau') return null
  const since = (deadline.since === 'waitingSince' ? context.waitingSince : null) ?? context.today
  return addWorkingDays(context.calendar, since, deadline.workingDays)
}

function periodEnd(context: TransitionContext): DatedAnswer | null {
  if (context.periodEndsOn) return dated(context, context.periodEndsOn)
  if (context.publicityDays === undefined) return null
  const period = publicityPeriod(context.calendar, context.today, context.publicityDays)
  return { on: period.endsOn, provisional: period.provisional }
}

function dated(context: TransitionContext, on: PlainDate): DatedAnswer {
  return { on, provisional: countWorkingDays(context.calendar, context.today, on).provisional }
}
