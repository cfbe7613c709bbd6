import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { RecordEvent } from '@/lib/workflow/events'
import type { RecordState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { facts } from '../../support/facts'

const d = plainDate
const self = (more: Partial<TransitionContext> = {}) => facts('practitioner', { isSelf: true, ...more })
const officer = (more: Partial<TransitionContext> = {}) => facts('employer_officer', { path: 'employer', ...more })
const county = (more: Partial<TransitionContext> = {}) => facts('county_reviewer', { path: 'bureau', ...more })
const city = (more: Partial<TransitionContext> = {}) => facts('city_reviewer', { path: 'bureau', ...more })
const complete = { evidence: 1, missingFields: [] }

/** `→ state until date`, or the codes of what stands in the way. */
function outcome(state: RecordState | null, event: RecordEvent, given: TransitionContext): string {
  const decision = decide('record', state, event, given)
  if (!decision.ok) return decision.refusals.map((refusal) => refusal.code).join(' ')
  return `→ ${decision.to}${decision.due ? ` until ${decision.due.on}` : ''}`
}

const ROWS: [RecordState | null, RecordEvent, TransitionContext, string][] = [
  [null, 'create', self(), '→ draft'],
  [null, 'create', facts('provider_officer'), '→ draft'],
  [null, 'create', facts('county_reviewer'), '→ draft'],
  [null, 'create', facts('practitioner'), 'not_yours'],
  [null, 'create', facts('administrator'), 'not_yours'],
  [null, 'import', officer({ missingFields: [] }), '→ accepted'],
  [null, 'import', officer({ missingFields: ['assessment', 'title'] }), 'fields_missing'],
  [null, 'import', officer({ missingFields: [], isSelf: true }), 'own_record'],
  [null, 'import', officer({ missingFields: [], path: 'bureau' }), 'wrong_path'],
  [null, 'arrive', facts('system'), '→ registered'],
  [null, 'arrive', facts('city_reviewer'), 'not_yours'],
  // submit
  ['draft', 'submit', self({ ...complete, path: 'employer' }), '→ submitted'],
  ['draft', 'submit', self({ ...complete, path: 'bureau' }), '→ submitted until 2025-11-20'],
  ['returned', 'submit', self({ ...complete, path: 'bureau' }), '→ submitted until 2025-11-20'],
  ['returned', 'submit', self({ ...complete, path: 'employer', inBureauHands: true }), '→ submitted until 2025-11-20'],
  ['draft', 'submit', facts('employer_officer', { ...complete, path: 'employer', enteredByActor: true }), '→ submitted'],
  ['draft', 'submit', facts('employer_officer', { ...complete, path: 'employer' }), 'not_yours'],
  ['draft', 'submit', self({ creditYearOpenChoice: true }), 'evidence_missing fields_missing year_unchosen path_missing'],
  ['submitted', 'submit', self({ ...complete, path: 'bureau' }), 'not_from_here'],
  // review by the employer
  ['submitted', 'accept', officer(), '→ accepted'],
  ['submitted', 'accept', officer({ isSelf: true }), 'own_record'],
  ['submitted', 'accept', officer({ enteredByActor: true }), '→ accepted'],
  ['submitted', 'accept', county({ path: 'employer' }), 'not_yours'],
  ['submitted', 'accept', county({ path: 'bureau' }), 'wrong_path'],
  ['submitted', 'accept', county({ path: 'employer', inBureauHands: true }), '→ accepted until 2025-11-20'],
  ['submitted', 'accept', county({ path: 'employer', inBureauHands: true, enteredByActor: true }), 'own_entry'],
  ['submitted', 'accept', county({ path: 'employer', officerConflicted: true }), '→ accepted'.concat(' until 2025-11-20')],
  ['submitted', 'accept', officer({ inBureauHands: true }), 'not_yours'],
  ['submitted', 'return', officer({ reason: '缺结果' }), '→ returned'],
  ['submitted', 'return', officer({ reason: '  ' }), 'reason_missing'],
  ['accepted', 'return', officer({ reason: 'x' }), '→ returned'],
  ['publicized', 'return', officer({ reason: 'x' }), 'not_from_here'],
  ['submitted', 'reject', officer({ reason: 'x' }), '→ rejected until 2025-12-04'],
  ['accepted', 'reject', officer({ reason: 'x' }), 'not_from_here'],
  // verification by the bureau
  ['submitted', 'verify', county(), '→ registered'],
  ['submitted', 'verify', city(), '→ registered'],
  ['submitted', 'verify', county({ isSelf: true, enteredByActor: true }), 'own_record own_entry'],
  ['submitted', 'verify', county({ enteredByActor: true }), 'own_entry'],
  ['submitted', 'verify', county({ path: 'employer', inBureauHands: true }), 'wrong_path'],
  ['submitted', 'verify', officer({ path: 'bureau' }), 'not_yours'],
  ['submitted', 'verify', facts('administrator', { path: 'bureau' }), 'not_yours'],
  ['submitted', 'verify', facts('leader', { path: 'bureau' }), 'not_yours'],
  ['submitted', 'verify', facts('auditor', { path: 'bureau' }), 'not_yours'],
  // silence
  ['submitted', 'escalate', self({ path: 'employer', waitingSince: d('2025-10-29') }), '→ submitted until 2025-11-20'],
  ['submitted', 'escalate', self({ path: 'employer', waitingSince: d('2025-10-30') }), 'too_early'],
  ['accepted', 'escalate', self({ path: 'employer', waitingSince: d('2025-10-29') }), '→ accepted until 2025-11-20'],
  ['submitted', 'escalate', self({ path: 'bureau', waitingSince: d('2025-10-01') }), 'wrong_path'],
  ['submitted', 'escalate', self({ path: 'employer', waitingSince: d('2025-10-01'), inBureauHands: true }), 'already_in_bureau_hands'],
  ['submitted', 'escalate', officer({ waitingSince: d('2025-10-01') }), 'not_yours'],
  ['publicized', 'escalate', self({ path: 'employer', periodEndsOn: d('2025-10-29') }), '→ publicized until 2025-11-20'],
  ['publicized', 'escalate', self({ path: 'employer', periodEndsOn: d('2025-11-12') }), 'too_early'],
  ['publicized', 'escalate', self({ path: 'employer', periodEndsOn: d('2025-11-13') }), 'period_runs too_early'],
  // publicity
  ['accepted', 'publicize', officer({ periodEndsOn: d('2025-11-20') }), '→ publicized until 2025-11-20'],
  ['accepted', 'publicize', officer(), 'period_unknown'],
  ['accepted', 'publicize', officer({ periodEndsOn: d('2025-11-19') }), 'period_short'],
  ['accepted', 'publicize', officer({ periodEndsOn: d('2025-11-19'), minimumPublicityDays: 4 }), '→ publicized until 2025-11-19'],
  ['accepted', 'publicize', officer({ periodEndsOn: d('2025-11-10') }), 'period_short'],
  ['accepted', 'publicize', officer({ periodEndsOn: d('2025-11-20'), isSelf: true }), 'own_record'],
  [
    'accepted',
    'publicize',
    county({ path: 'employer', inBureauHands: true, periodEndsOn: d('2025-11-20') }),
    '→ publicized until 2025-11-20',
  ],
  ['submitted', 'publicize', officer({ periodEndsOn: d('2025-11-20') }), 'not_from_here'],
  ['publicized', 'take_out', officer({ reason: 'x' }), '→ accepted'],
  ['publicized', 'take_out', officer(), 'reason_missing'],
  ['publicized', 'confirm', officer({ periodEndsOn: d('2025-11-12'), openObjections: 0 }), '→ registered'],
  ['publicized', 'confirm', officer({ periodEndsOn: d('2025-11-13'), openObjections: 0 }), 'period_runs'],
  ['publicized', 'confirm', officer({ periodEndsOn: d('2025-11-12'), openObjections: 2 }), 'objection_open'],
  ['publicized', 'confirm', officer({ periodEndsOn: d('2025-11-12') }), 'objection_open'],
  ['publicized', 'confirm', officer({ openObjections: 0 }), 'period_unknown'],
  ['publicized', 'confirm', officer({ periodEndsOn: d('2025-11-12'), openObjections: 0, isSelf: true }), 'own_record'],
  ['objected', 'confirm', officer({ periodEndsOn: d('2025-11-12'), openObjections: 0 }), 'not_from_here'],
  // objection
  [
    'publicized',
    'object',
    facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-13') }),
    '→ objected until 2025-12-04',
  ],
  ['publicized', 'object', facts('visitor', { reason: 'x', periodEndsOn: d('2025-11-13') }), 'contact_unconfirmed'],
  ['publicized', 'object', facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-12') }), 'too_late'],
  [
    'publicized',
    'object',
    facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-12'), raisedOn: d('2025-11-12') }),
    '→ objected until 2025-12-04',
  ],
  [
    'objected',
    'object',
    facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-13'), waitingSince: d('2025-11-12') }),
    '→ objected until 2025-12-03',
  ],
  ['registered', 'object', facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-13') }), 'not_from_here'],
  ['objected', 'dismiss', officer({ finding: 'x', periodEndsOn: d('2025-11-20'), openObjections: 0 }), '→ publicized until 2025-11-20'],
  ['objected', 'dismiss', officer({ finding: 'x', openObjections: 1, waitingSince: d('2025-11-12') }), '→ objected until 2025-12-03'],
  ['objected', 'dismiss', officer({ periodEndsOn: d('2025-11-20') }), 'finding_missing'],
  ['objected', 'dismiss', officer({ finding: 'x', isSelf: true, periodEndsOn: d('2025-11-20') }), 'own_record'],
  ['objected', 'dismiss', officer({ finding: 'x', enteredByActor: true, periodEndsOn: d('2025-11-20') }), 'own_entry'],
  ['objected', 'uphold', officer({ finding: 'x', waitingSince: d('2025-10-23') }), '→ rejected until 2025-12-04'],
  ['objected', 'uphold', officer({ finding: 'x', waitingSince: d('2025-10-22') }), 'too_late'],
  ['objected', 'uphold', county({ path: 'employer', finding: 'x', waitingSince: d('2025-10-22') }), '→ rejected until 2025-12-04'],
  ['objected', 'uphold', county({ path: 'employer', finding: 'x', waitingSince: d('2025-10-23') }), 'too_early'],
  ['objected', 'uphold', county({ path: 'employer', finding: 'x', officerConflicted: true }), '→ rejected until 2025-12-04'],
  ['objected', 'uphold', county({ path: 'employer', finding: 'x' }), 'not_yours'],
  // the objector's appeal
  ['publicized', 'object', facts('visitor', { reason: 'x', contactConfirmed: true, objectionAppeal: true }), '→ objected until 2025-12-04'],
  ['objected', 'uphold', officer({ finding: 'x', objectionAppeal: true, decidedBy: 'employer' }), 'not_yours'],
  ['objected', 'uphold', county({ finding: 'x', objectionAppeal: true, decidedBy: 'employer' }), '→ rejected until 2025-12-04'],
  ['objected', 'uphold', county({ finding: 'x', objectionAppeal: true, decidedBy: 'county' }), 'not_yours'],
  ['objected', 'uphold', city({ finding: 'x', objectionAppeal: true, decidedBy: 'county', decidedByActor: true }), 'own_decision'],
  // appeal
  ['rejected', 'appeal', self({ reason: 'x', decidedOn: d('2025-10-23'), decidedBy: 'employer' }), '→ appealed until 2025-12-04'],
  ['rejected', 'appeal', self({ reason: 'x', decidedOn: d('2025-10-22'), decidedBy: 'employer' }), 'too_late'],
  ['rejected', 'appeal', self({ reason: 'x', decidedOn: d('2025-11-10'), decidedBy: 'county', appealsUsed: 1 }), 'once_only'],
  ['rejected', 'appeal', self({ reason: 'x', decidedOn: d('2025-11-10'), decidedBy: 'city' }), 'outside_way'],
  ['rejected', 'appeal', self({ reason: 'x', decidedBy: 'county' }), 'decision_unknown'],
  ['revoked', 'appeal', self({ reason: 'x', decidedOn: d('2025-11-10'), decidedBy: 'county' }), '→ appealed until 2025-12-04'],
  ['appealed', 'allow', county({ finding: 'x', decidedBy: 'employer', appealedFrom: 'rejected' }), '→ submitted until 2025-11-20'],
  ['appealed', 'allow', county({ finding: 'x', decidedBy: 'county', appealedFrom: 'rejected' }), 'not_yours'],
  ['appealed', 'allow', city({ finding: 'x', decidedBy: 'county', appealedFrom: 'rejected' }), '→ submitted until 2025-11-20'],
  ['appealed', 'allow', city({ finding: 'x', decidedBy: 'county', appealedFrom: 'revoked' }), '→ registered'],
  ['appealed', 'allow', city({ decidedBy: 'county', appealedFrom: 'revoked', isSelf: true }), 'own_record finding_missing'],
  ['appealed', 'allow', city({ finding: 'x', decidedBy: 'county' }), 'not_from_here'],
  ['appealed', 'refuse', city({ finding: 'x', decidedBy: 'county', appealedFrom: 'rejected' }), '→ refused'],
  ['appealed', 'refuse', officer({ finding: 'x', decidedBy: 'employer' }), 'not_yours'],
  // taking back
  ['draft', 'withdraw', self(), '→ withdrawn'],
  ['accepted', 'withdraw', self(), '→ withdrawn'],
  ['publicized', 'withdraw', self(), 'not_from_here'],
  ['registered', 'withdraw', self(), 'not_from_here'],
  ['submitted', 'withdraw', officer(), 'not_yours'],
  ['publicized', 'disown', self({ createdByOther: true }), '→ withdrawn'],
  ['accepted', 'disown', self(), 'not_entered_by_other'],
  ['objected', 'disown', self({ createdByOther: true }), 'not_from_here'],
  // after registration
  ['registered', 'reopen', city({ reason: 'x' }), '→ returned'],
  ['registered', 'reopen', city({ reason: 'x', yearCertified: true }), 'year_certified'],
  ['registered', 'reopen', officer({ reason: 'x' }), 'not_yours'],
  ['registered', 'correct', county({ reason: 'x' }), '→ registered'],
  ['registered', 'correct', officer({ reason: 'x' }), 'not_yours'],
  ['registered', 'revoke', county({ reason: 'x', finding: 'y' }), '→ revoked until 2025-12-04'],
  ['registered', 'revoke', county({ reason: 'x' }), 'finding_missing'],
  ['registered', 'revoke', county({ reason: 'x', finding: 'y', isSelf: true }), 'own_record'],
]

test.each(ROWS)('%s · %s', (state, event, given, expected) => {
  expect(outcome(state, event, given)).toBe(expected)
})

describe('a refusal carries its figures', () => {
  test('a running period: until when, and from when it may be confirmed', () => {
    const decision = decide('record', 'publicized', 'confirm', officer({ periodEndsOn: d('2025-11-20'), openObjections: 1 }))
    expect(decision).toMatchObject({
      refusal: { code: 'period_runs', detail: { endsOn: '2025-11-20', from: '2025-11-21' } },
      refusals: [{ code: 'period_runs' }, { code: 'objection_open', detail: { count: 1 } }],
    })
  })

  test('silence: the first day on which one may turn to the bureau', () => {
    const decision = decide('record', 'submitted', 'escalate', self({ path: 'employer', waitingSince: d('2025-11-13') }))
    expect(decision).toMatchObject({ refusal: { code: 'too_early', detail: { from: '2025-11-28', workingDays: 10 } } })
  })

  test('an appeal too late: the last day it could be made', () => {
    const given = self({ reason: 'x', decidedOn: d('2025-10-09'), decidedBy: 'county' })
    expect(decide('record', 'rejected', 'appeal', given)).toMatchObject({
      refusal: { code: 'too_late', detail: { until: '2025-10-29', workingDays: 15 } },
    })
  })
})

describe('what is stored with it', () => {
  function patchAfter(state: RecordState | null, event: RecordEvent, given: TransitionContext) {
    const decision = decide('record', state, event, given)
    if (!decision.ok) throw new Error(decision.refusal.code)
    return decision.patch
  }

  test('the path of the day, and since when it waits', () => {
    expect(patchAfter('draft', 'submit', self({ ...complete, path: 'employer' }))).toEqual({ path: 'employer', waitingSince: '2025-11-13' })
  })

  test("an escalation puts it in the bureau's hands and starts the wait anew", () => {
    const given = self({ path: 'employer', waitingSince: d('2025-10-01') })
    expect(patchAfter('submitted', 'escalate', given)).toEqual({ inBureauHands: true, waitingSince: '2025-11-13' })
  })

  test('whose decision it was and when', () => {
    expect(patchAfter('submitted', 'reject', officer({ reason: 'x' }))).toMatchObject({ decidedBy: 'employer', decidedOn: '2025-11-13' })
    expect(patchAfter('submitted', 'reject', county({ reason: 'x' }))).toMatchObject({ decidedBy: 'county' })
  })

  test('an appeal: from where, to whom, and that it is used', () => {
    const given = self({ reason: 'x', decidedOn: d('2025-11-12'), decidedBy: 'county' })
    expect(patchAfter('revoked', 'appeal', given)).toMatchObject({ appealedFrom: 'revoked', appealsUsed: 1 })
  })

  test('after an allowed appeal it stays on the bureau path, through a return too', () => {
    const allowed = patchAfter('appealed', 'allow', county({ finding: 'x', decidedBy: 'employer', appealedFrom: 'rejected' }))
    expect(allowed).toMatchObject({ path: 'bureau' })
    const again = self({ ...complete, path: 'employer', appealedFrom: 'rejected', appealsUsed: 1 })
    const decision = decide('record', 'returned', 'submit', again)
    expect(decision).toMatchObject({ ok: true, patch: { path: 'bureau' }, due: { on: '2025-11-20', provisional: false } })
  })

  test('a revocation may be appealed though the rejection before it was', () => {
    expect(patchAfter('registered', 'revoke', county({ reason: 'x', finding: 'y', appealsUsed: 1 }))).toMatchObject({ appealsUsed: 0 })
  })

  test('a further objection does not move the day of the first', () => {
    const given = facts('visitor', { reason: 'x', contactConfirmed: true, periodEndsOn: d('2025-11-13'), waitingSince: d('2025-11-12') })
    expect(patchAfter('objected', 'object', given)).toEqual({})
  })
})

test('a due date beyond the covered years is provisional', () => {
  const given = self({ ...complete, path: 'bureau', today: d('2026-12-30') })
  expect(decide('record', 'draft', 'submit', given)).toMatchObject({ due: { on: '2027-01-06', provisional: true } })
})
