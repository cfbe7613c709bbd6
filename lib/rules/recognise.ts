import { possibleCreditYears } from '@/lib/calendar/credit-year'
import { type PlainDate, yearOf } from '@/lib/calendar/plain-date'
import { explainGate } from '@/lib/rules/explain'
import { rejectionReason } from '@/lib/rules/gates'
import { figureOf, rateKey, rulingDay } from '@/lib/rules/lookup'
import { ruleSetFor } from '@/lib/rules/rule-sets'
import type { Platform, Reason, RecordInput, RuleSet, Status, Subject } from '@/lib/rules/types'
import { lessCertain, yearRules } from '@/lib/rules/year-rules'

/** What somebody is about to spend time on: a course of a platform, or a training with what is on file of it. */
export type Study =
  | { kind: 'platform'; code: string; completedOn: PlainDate }
  | { kind: 'training'; startedOn: PlainDate; completedOn: PlainDate; days: number; approvedOn: PlainDate | null }

/** Why it counts or does not, finer than the gate's reason where that has several. */
export type Because =
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
  because: Because
  reason: Reason | null
  /** The credit years it may count in; of several the person chooses one (N8.2). */
  years: number[]
  clause: string
  status: Status
  /** Of a platform: all windows of its code, whatever the subject. */
  windows: readonly Platform[]
}

/**
 * Whether it counts, before anybody spends the time: the gates of crediting themselves, asked about a record of this study and nothing else,
 * for every credit year that the day may count in. What depends on the person (transfer, caps, what they already have) is not asked here.
 */
export function recognise(study: Study, subject: Subject, sets: readonly RuleSet[]): Verdict {
  const record = recordOf(study, subject)
  const own = ruleSetFor(yearOf(record.completedOn), sets)
  const possible = possibleCreditYears(record.completedOn, subject, own.publicDeadlines)
  const judge = (year: number) => {
    const ruleSet = ruleSetFor(year, sets)
    return { year, ruleSet, reason: rejectionReason(record, yearRules(ruleSet, year), undefined) }
  }
  const counting = possible.map(judge).filter(({ reason }) => reason === null)
  // Where no year takes it, the calendar year of the day says why.
  const { year, ruleSet, reason } = counting.at(-1) ?? judge(yearOf(record.completedOn))
  const windows = study.kind === 'platform' ? ruleSet.platforms.filter(({ code }) => code === study.code) : []
  const basis = reason === null ? grantOf(study, subject, ruleSet, year) : explainGate(reason, record, ruleSet, year)
  return {
    counts: reason === null,
    because: becauseOf(study, subject, reason, windows),
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

/** What lets it count: the platform's open window, the filing, or for a training that needs none the rate it is credited by. */
function grantOf(study: Study, subject: Subject, ruleSet: RuleSet, year: number): { clause: string; status: Status } {
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

function becauseOf(study: Study, subject: Subject, reason: Reason | null, windows: readonly Platform[]): Because {
  if (reason === 'platform_not_recognised') return closedBecause(study.completedOn, subject, windows)
  if (reason === 'filing_missing') {
    if (study.kind !== 'training' || !study.approvedOn) return 'not_filed'
    // What begins on or after the approval counts (N3.2): not the training as a whole, but whoever joined it then.
    return study.approvedOn <= study.completedOn ? 'filed_meanwhile' : 'filed_late'
  }
  if (reason !== null) return reason
  if (study.kind === 'platform') return 'window_open'
  return subject === 'professional' ? 'filed_in_time' : 'no_filing_needed'
}

function closedBecause(on: PlainDate, subject: Subject, windows: readonly Platform[]): Because {
  if (windows.length === 0) return 'not_registered'
  const own = windows.filter(({ subjects }) => subjects.includes(subject))
  if (own.length === 0) return 'other_subject'
  if (own.every(({ from }) => from > on)) return 'window_not_yet'
  return own.every(({ until }) => until !== undefined && until < on) ? 'window_over' : 'window_between'
}
