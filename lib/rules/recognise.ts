import { possibleCreditYears } from '@/lib/calendar/credit-year'
import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { explainGate } from '@/lib/rules/explain'
import { rejectionReason } from '@/lib/rules/gates'
import { figureOf, rateKey, rulingDay } from '@/lib/rules/lookup'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { Platform, Reason, RecordInput, RuleSet, Status, Subject } from '@/lib/rules/types'
import { lessCertain, yearRules } from '@/lib/rules/year-rules'

/** A course or training that a person considers: courseware of a platform, or a training with the date of its filing's approval. */
export type Study =
  | { kind: 'platform'; code: string; completedOn: PlainDate }
  | { kind: 'training'; startedOn: PlainDate; completedOn: PlainDate; days: number; approvedOn: PlainDate | null }

/** Why a study counts or does not; more specific than `Reason` where that covers several cases. */
export type RecognitionReason =
  | 'window_open'
  | 'window_not_yet'
  | 'window_over'
  | 'window_between'
  | 'other_subject'
  | 'not_registered'
  | 'filed_in_time'
  | 'filed_late'
  | 'filed_meanwhile'
  | 'not_filed'
  | 'no_filing_needed'
  | Exclude<Reason, 'platform_not_recognised' | 'filing_missing'>

export interface Verdict {
  counts: boolean
  because: RecognitionReason
  reason: Reason | null
  /** The credit years in which it would count; of several the person chooses one (N8.2). */
  years: number[]
  clause: string
  status: Status
  /** For a platform: all its rows, whatever the subject. */
  windows: readonly Platform[]
}

/**
 * Whether a study would count, so that a person can know before attending: the same gates as in crediting, applied to a record of this
 * study alone, for every credit year to which its date may be credited. Does not consider the person (transfer, caps, other records).
 * Throws a RangeError where no rule set of `sets` serves the year.
 */
export function recognise(study: Study, subject: Subject, sets: readonly RuleSet[]): Verdict {
  const record = recordOf(study, subject)
  const own = ruleSetFor(yearOf(record.completedOn), sets)
  const possible = possibleCreditYears(record.completedOn, subject, own.publicDeadlines)
  const evaluateIn = (year: number) => {
    const ruleSet = ruleSetFor(year, sets)
    return { year, ruleSet, reason: rejectionReason(record, yearRules(ruleSet, year), undefined) }
  }
  const counting = possible.map(evaluateIn).filter(({ reason }) => reason === null)
  // Where it counts in no year, the reason is that of the calendar year.
  const { year, ruleSet, reason } = counting.at(-1) ?? evaluateIn(yearOf(record.completedOn))
  const windows = study.kind === 'platform' ? ruleSet.platforms.filter(({ code }) => code === study.code) : []
  const basis = reason === null ? basisFor(study, subject, ruleSet, year) : explainGate(reason, record, ruleSet, year)
  return {
    counts: reason === null,
    because: explain(study, subject, reason, windows),
    reason,
    years: counting.map((candidate) => candidate.year),
    clause: basis.clause,
    status: basis.status,
    windows,
  }
}

function recordOf(study: Study, subject: Subject): RecordInput {
  if (study.kind === 'platform')
    return { id: 'asked', category: 'courseware', subject, platform: study.code, completedOn: study.completedOn }
  const { startedOn, completedOn, days, approvedOn } = study
  return { id: 'asked', category: 'training', subject, startedOn, completedOn, days, ...(approvedOn ? { filing: { approvedOn } } : {}) }
}

/** The clause by which it counts: that of the platform's row, of the filing, or, for a training that needs no filing, of its rate. */
function basisFor(study: Study, subject: Subject, ruleSet: RuleSet, year: number): { clause: string; status: Status } {
  if (study.kind === 'platform') {
    const window = ruleSet.platforms.find(
      (row) => row.code === study.code && row.subjects.includes(subject) && isOpen(row, study.completedOn),
    )
    if (window) return { clause: window.clause, status: lessCertain(window.nameStatus, window.fromStatus) }
  }
  if (subject === 'professional') return { clause: 'N3.2', status: 'legible' }
  return figureOf(ruleSet, rateKey('training'), rulingDay(year))
}

function isOpen({ from, until }: Platform, on: PlainDate): boolean {
  return from <= on && (until === undefined || on <= until)
}

function explain(study: Study, subject: Subject, reason: Reason | null, windows: readonly Platform[]): RecognitionReason {
  if (reason === 'platform_not_recognised') return explainClosedPlatform(study.completedOn, subject, windows)
  if (reason === 'filing_missing') {
    if (study.kind !== 'training' || !study.approvedOn) return 'not_filed'
    // Attendance that begins on or after the approval counts (N3.2): not for the whole training, but for people who join it later.
    return study.approvedOn <= study.completedOn ? 'filed_meanwhile' : 'filed_late'
  }
  if (reason !== null) return reason
  if (study.kind === 'platform') return 'window_open'
  return subject === 'professional' ? 'filed_in_time' : 'no_filing_needed'
}

function explainClosedPlatform(on: PlainDate, subject: Subject, windows: readonly Platform[]): RecognitionReason {
  if (windows.length === 0) return 'not_registered'
  const own = windows.filter(({ subjects }) => subjects.includes(subject))
  if (own.length === 0) return 'other_subject'
  if (own.every(({ from }) => from > on)) return 'window_not_yet'
  return own.every(({ until }) => until !== undefined && until < on) ? 'window_over' : 'window_between'
}
