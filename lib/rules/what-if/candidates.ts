import { addDays, type PlainDate } from '@/lib/calendar/plain-date'
import { numberOf, rulingDay } from '@/lib/rules/lookup'
import { ACHIEVEMENTS, OPTIONS, type Platform, type RuleSet, STATUSES, type Subject, type YearCase } from '@/lib/rules/types'
import type { Entry } from '@/lib/rules/what-if/entry'
import { yearRules } from '@/lib/rules/year-rules'

/** A kind of participation that can be done in any amount: the credit for one unit, and the entry for a number of units. */
export interface Candidate {
  kind: 'training' | 'teaching' | 'courseware' | 'elsewhere'
  subject: Subject
  /** Hours of one unit: a day, a lecture, an hour. */
  rate: number
  /** The amount is a multiple of it. */
  step: number
  /** The entry for this amount; null where the amount does not fit into the remaining days. */
  entry: (amount: number) => Entry | null
  platform: Platform | null
}

/** The days, both included, on which a record for the year can still be completed. */
export interface RemainingDays {
  from: PlainDate
  until: PlainDate
  /** The last day has passed: the days are those of the past year, since records completed in it can still be entered. */
  over: boolean
}

/** The remaining days for a subject (null: achievements); null where the person was transferred in after the last of them (M14.3). */
export function daysFor(subject: Subject | null, input: YearCase, ruleSet: RuleSet, today: PlainDate): RemainingDays | null {
  const rules = yearRules(ruleSet, input.year)
  const first = latest(rules.firstDay as PlainDate, input.person?.transferredIn?.date)
  const until = (subject === 'public' ? rules.lastPublicDay : rules.lastDay) as PlainDate
  if (first > until) return null
  const over = today > until
  return { from: over ? first : latest(first, today), until, over }
}

function latest(one: PlainDate, other: PlainDate | undefined): PlainDate {
  return other !== undefined && other > one ? other : one
}

/** What can be attended or taught for a subject in the remaining days. Rates in credit hours. Throws as `numberOf` and `yearRules` do. */
export function participationFor(subject: Subject, input: YearCase, ruleSet: RuleSet, today: PlainDate): Candidate[] {
  const on = rulingDay(input.year)
  const rate = (key: string) => numberOf(ruleSet, key, on)
  const days = daysFor(subject, input, ruleSet, today)
  const candidates: Candidate[] = []
  if (days) {
    candidates.push(
      { kind: 'training', subject, rate: rate('training'), step: 0.5, platform: null, entry: (amount) => training(subject, amount, days) },
      {
        kind: 'teaching',
        subject,
        rate: rate('teaching'),
        step: 1,
        platform: null,
        entry: (amount) => ({ category: 'teaching', subject, completedOn: days.until, times: amount, unitApproved: true }),
      },
    )
    const platform = platformFor(subject, ruleSet, days)
    if (platform) candidates.push(courseware(subject, rate('courseware.labelled'), platform))
  }
  const transferredOn = input.person?.transferredIn?.date
  // A person who was transferred in may have hours of the other province, completed on any day of the year (M14.3).
  if (transferredOn) candidates.push(elsewhere(subject, rate('elsewhere'), yearRules(ruleSet, input.year).firstDay as PlainDate))
  return candidates
}

/** A training in the last remaining days, where it is least likely to overlap another one; its filing approved by its first day (N3.2). */
function training(subject: Subject, days: number, { from, until }: RemainingDays): Entry | null {
  const span = Math.ceil(days)
  const startedOn = span > 400 ? null : addDays(until, 1 - span)
  if (startedOn === null || startedOn < from) return null
  const filing = subject === 'professional' ? { filing: { approvedOn: startedOn } } : {}
  return { category: 'training', subject, startedOn, completedOn: until, days, ...filing }
}

function courseware(subject: Subject, rate: number, { platform, on }: { platform: Platform; on: PlainDate }): Candidate {
  return {
    kind: 'courseware',
    subject,
    rate,
    step: 0.1,
    platform,
    entry: (amount) => ({ category: 'courseware', subject, completedOn: on, platform: platform.code, labelledHours: amount }),
  }
}

function elsewhere(subject: Subject, rate: number, completedOn: PlainDate): Candidate {
  const entry = (amount: number): Entry => ({ category: 'elsewhere', subject, completedOn, hours: amount, certificate: '-' })
  return { kind: 'elsewhere', subject, rate, step: 0.1, platform: null, entry }
}

/** The first platform recognised for the subject on one of the remaining days, and the last such day. */
function platformFor(subject: Subject, ruleSet: RuleSet, days: RemainingDays): { platform: Platform; on: PlainDate } | null {
  for (const platform of ruleSet.platforms) {
    if (!platform.subjects.includes(subject)) continue
    const on = platform.until !== undefined && platform.until < days.until ? platform.until : days.until
    if (on >= days.from && on >= platform.from) return { platform, on }
  }
  return null
}

/**
 * One achievement of each category and option, the one with the fewest hours first; among equal ones the most certain figure first. Degrees
 * below bachelor give no hours and are left out.
 */
export function achievementsFor(input: YearCase, ruleSet: RuleSet, today: PlainDate): { entry: Entry; hours: number }[] {
  const days = daysFor(null, input, ruleSet, today)
  if (!days) return []
  const completedOn = days.until
  const { rates } = yearRules(ruleSet, input.year)
  const all = ACHIEVEMENTS.flatMap((category) => {
    const options: readonly string[] = OPTIONS[category]
    const countingOptions = category === 'degree' ? ['bachelor'] : options.length === 0 ? [null] : options
    return countingOptions.flatMap((option) => {
      const rate = rates[category][option ?? '']
      return rate ? [{ rate, entry: { category, ...(option === null ? {} : { option }), completedOn } as Entry }] : []
    })
  })
  const uncertainty = (status: (typeof STATUSES)[number]) => STATUSES.indexOf(status)
  return all
    .sort((a, b) => a.rate.tenths - b.rate.tenths || uncertainty(a.rate.status) - uncertainty(b.rate.status))
    .map(({ rate, entry }) => ({ entry, hours: rate.tenths / 10 }))
}
