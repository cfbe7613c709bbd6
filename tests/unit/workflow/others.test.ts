import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine, StateOf } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { facts } from '../../support/facts'

const d = plainDate

function outcome<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, given: TransitionContext): string {
  const decision = decide(machine, state, event, given)
  if (!decision.ok) return decision.refusals.map((refusal) => refusal.code).join(' ')
  return `→ ${decision.to}${decision.due ? ` until ${decision.due.on}` : ''}`
}

describe('a publicity batch', () => {
  const officer = (more: Partial<TransitionContext> = {}) => facts('employer_officer', more)
  test.each<[StateOf<'batch'> | null, EventOf<'batch'>, TransitionContext, string]>([
    [null, 'create', officer(), '→ draft'],
    [null, 'create', facts('county_reviewer'), 'not_yours'],
    [null, 'create', facts('county_reviewer', { inBureauHands: true }), '→ draft'],
    ['draft', 'open', officer({ recordCount: 3, publicityDays: 5 }), '→ open until 2025-11-20'],
    ['draft', 'open', officer({ recordCount: 3, publicityDays: 7 }), '→ open until 2025-11-24'],
    ['draft', 'open', officer({ recordCount: 0, publicityDays: 4 }), 'batch_empty period_short'],
    ['draft', 'open', officer({ recordCount: 1, publicityDays: 5, minimumPublicityDays: 7 }), 'period_short'],
    ['open', 'confirm', officer({ periodEndsOn: d('2025-11-13') }), 'period_runs'],
    ['open', 'confirm', officer({ periodEndsOn: d('2025-11-12') }), '→ confirmed'],
    ['open', 'confirm', officer({ periodEndsOn: d('2025-11-12'), openObjections: 1 }), '→ confirmed'],
    ['draft', 'cancel', officer(), '→ cancelled'],
    ['open', 'cancel', officer({ openObjections: 0 }), 'reason_missing'],
    ['open', 'cancel', officer({ reason: 'x', openObjections: 1 }), 'objection_open'],
    ['open', 'cancel', officer({ reason: 'x', openObjections: 0 }), '→ cancelled'],
    ['confirmed', 'cancel', officer({ reason: 'x', openObjections: 0 }), 'not_from_here'],
  ])('%s · %s', (state, event, given, expected) => {
    expect(outcome('batch', state, event, given)).toBe(expected)
  })

  test('ends with its last day, counted from the day on which it opens', () => {
    expect(decide('batch', 'draft', 'open', officer({ recordCount: 1, publicityDays: 5 }))).toMatchObject({
      ok: true,
      due: { on: '2025-11-20', provisional: false },
    })
  })
})

describe('an objection', () => {
  const visitor = (more: Partial<TransitionContext> = {}) =>
    facts('visitor', { reason: 'x', contact: '138…', periodEndsOn: d('2025-11-20'), ...more })
  const officer = (more: Partial<TransitionContext> = {}) => facts('employer_officer', { path: 'employer', finding: 'x', ...more })
  test.each<[StateOf<'objection'> | null, EventOf<'objection'>, TransitionContext, string]>([
    [null, 'raise', visitor(), '→ unconfirmed'],
    [null, 'raise', visitor({ contactConfirmed: true }), '→ open until 2025-12-04'],
    [null, 'raise', visitor({ contact: '', reason: '' }), 'reason_missing contact_missing'],
    [null, 'raise', visitor({ periodEndsOn: d('2025-11-12') }), 'too_late'],
    ['unconfirmed', 'confirm_contact', visitor({ enteredByActor: true }), '→ open until 2025-12-04'],
    ['unconfirmed', 'confirm_contact', visitor(), 'not_yours'],
    [
      'unconfirmed',
      'confirm_contact',
      visitor({ enteredByActor: true, periodEndsOn: d('2025-11-12'), raisedOn: d('2025-11-12') }),
      '→ open until 2025-12-04',
    ],
    ['unconfirmed', 'dismiss', officer(), 'not_from_here'],
    ['open', 'dismiss', officer(), '→ dismissed until 2025-12-04'],
    ['open', 'dismiss', officer({ isSelf: true }), 'own_record'],
    ['open', 'uphold', officer({ enteredByActor: true }), 'own_entry'],
    ['open', 'uphold', officer({ waitingSince: d('2025-10-22') }), 'too_late'],
    [
      'open',
      'uphold',
      facts('county_reviewer', { path: 'employer', finding: 'x', waitingSince: d('2025-10-22') }),
      '→ upheld until 2025-12-04',
    ],
    [
      'dismissed',
      'appeal',
      visitor({ enteredByActor: true, decidedOn: d('2025-11-12'), decidedBy: 'employer' }),
      '→ appealed until 2025-12-04',
    ],
    ['dismissed', 'appeal', visitor({ enteredByActor: true, decidedOn: d('2025-10-22'), decidedBy: 'employer' }), 'too_late'],
    ['dismissed', 'appeal', visitor({ decidedOn: d('2025-11-12'), decidedBy: 'employer' }), 'not_yours'],
    [
      'upheld',
      'appeal',
      facts('practitioner', { isSelf: true, reason: 'x', decidedOn: d('2025-11-12'), decidedBy: 'county' }),
      '→ appealed until 2025-12-04',
    ],
    ['upheld', 'appeal', visitor({ enteredByActor: true, decidedOn: d('2025-11-12'), decidedBy: 'county' }), 'not_yours'],
    ['appealed', 'allow', facts('county_reviewer', { finding: 'x', decidedBy: 'employer' }), '→ final'],
    ['appealed', 'refuse', facts('county_reviewer', { finding: 'x', decidedBy: 'county' }), 'not_yours'],
    ['final', 'appeal', visitor({ enteredByActor: true, decidedOn: d('2025-11-12'), decidedBy: 'county' }), 'not_from_here'],
  ])('%s · %s', (state, event, given, expected) => {
    expect(outcome('objection', state, event, given)).toBe(expected)
  })
})

describe('a filing', () => {
  const days = { startsOn: d('2025-12-01'), endsOn: d('2025-12-05') }
  const provider = (more: Partial<TransitionContext> = {}) =>
    facts('provider_officer', { missingFields: [], evidence: 1, linkedRecords: 0, enteredByActor: true, ...days, ...more })
  const bureau = (more: Partial<TransitionContext> = {}) => facts('county_reviewer', { ...days, ...more })
  const authority = (more: Partial<TransitionContext> = {}) => facts('authority_reviewer', { ...days, ...more })
  const outside = { outside: true, outsideNumber: '皖2025-3' }
  // the tests' day is 2025-11-13
  const began = { startsOn: d('2025-11-12'), endsOn: d('2025-11-14') }
  const over = { startsOn: d('2025-11-10'), endsOn: d('2025-11-12') }
  test.each<[StateOf<'filing'> | null, EventOf<'filing'>, TransitionContext, string]>([
    [null, 'create', provider(), '→ draft'],
    ['draft', 'enter', facts('practitioner', { isSelf: true, missingFields: [], evidence: 1, ...outside }), '→ submitted'],
    ['draft', 'enter', facts('practitioner', { isSelf: true, missingFields: [], evidence: 1, outside: true }), 'number_missing'],
    ['draft', 'enter', provider(), 'not_from_here'],
    ['returned', 'enter', bureau({ missingFields: [], evidence: 1, enteredByActor: true, ...outside }), '→ submitted'],
    ['returned', 'enter', bureau({ missingFields: [], evidence: 1, ...outside }), 'not_yours'],
    ['draft', 'submit', provider(), '→ submitted'],
    ['draft', 'submit', provider(outside), 'not_from_here'],
    ['draft', 'submit', provider({ evidence: 0 }), 'evidence_missing'],
    ['draft', 'submit', provider({ missingFields: ['place'] }), 'fields_missing'],
    // late: on file all the same, and worth what the rules say; over: no more
    ['draft', 'submit', provider(began), '→ submitted'],
    ['draft', 'submit', provider(over), 'too_late'],
    ['submitted', 'approve', bureau(), '→ approved_by_bureau'],
    ['submitted', 'approve', authority(), '→ approved_by_authority'],
    ['submitted', 'approve', provider(), 'not_yours'],
    ['submitted', 'approve', bureau(began), '→ approved_by_bureau'],
    ['submitted', 'approve', bureau(over), 'too_late'],
    ['submitted', 'approve', bureau({ enteredByActor: true }), 'own_entry'],
    ['submitted', 'approve', bureau({ outside: true }), 'not_from_here'],
    ['approved_by_bureau', 'approve', authority(), '→ filed'],
    ['approved_by_bureau', 'approve', authority(over), 'too_late'],
    ['approved_by_bureau', 'approve', bureau(), 'not_yours'],
    ['approved_by_authority', 'approve', bureau(), '→ filed'],
    ['approved_by_authority', 'approve', authority(), 'not_yours'],
    ['submitted', 'verify', bureau(outside), '→ filed'],
    ['submitted', 'verify', bureau({ ...outside, enteredByActor: true }), 'own_entry'],
    ['submitted', 'verify', bureau({ outsideNumber: '皖2025-3' }), 'not_from_here'],
    ['approved_by_bureau', 'return', authority({ reason: 'x' }), '→ returned'],
    ['approved_by_bureau', 'return', bureau({ reason: 'x' }), '→ returned'],
    ['submitted', 'refuse', bureau({ reason: 'x' }), '→ refused'],
    ['submitted', 'refuse', bureau(), 'reason_missing'],
    ['filed', 'amend', provider({ reason: 'x' }), '→ amended'],
    ['filed', 'amend', provider(), 'reason_missing'],
    ['filed', 'amend', provider({ reason: 'x', ...began }), 'too_late'],
    ['filed', 'amend', provider({ reason: 'x', linkedRecords: 2 }), 'records_linked'],
    // both again, in either order; meanwhile the training stays on file
    ['amended', 'approve', authority(), '→ change_approved_by_authority'],
    ['amended', 'approve', bureau(), '→ change_approved_by_bureau'],
    ['change_approved_by_authority', 'approve', bureau(), '→ filed'],
    ['change_approved_by_bureau', 'approve', authority(), '→ filed'],
    ['change_approved_by_bureau', 'approve', bureau(), 'not_yours'],
    // a change never makes a filing late
    ['amended', 'approve', authority({ startsOn: d('2025-11-13') }), '→ change_approved_by_authority'],
    ['amended', 'approve', authority(began), 'too_late'],
    ['change_approved_by_authority', 'approve', bureau(began), 'too_late'],
    // what was filed stands where its change does not come about
    ['amended', 'return', authority({ reason: 'x' }), '→ filed'],
    ['change_approved_by_bureau', 'refuse', authority({ reason: 'x' }), '→ filed'],
    ['amended', 'withdraw', provider(), '→ filed'],
    ['amended', 'withdraw', bureau(), 'not_yours'],
    ['filed', 'withdraw', provider(), 'not_from_here'],
    ['filed', 'hold', provider({ startsOn: d('2025-11-12'), endsOn: d('2025-11-14') }), 'too_early'],
    ['filed', 'hold', provider({ startsOn: d('2025-11-12'), endsOn: d('2025-11-13') }), '→ held'],
    ['filed', 'hold', provider(outside), 'not_from_here'],
    ['draft', 'cancel', provider(), '→ cancelled'],
    ['submitted', 'cancel', provider(), '→ cancelled'],
    ['filed', 'cancel', provider(), 'reason_missing'],
    ['filed', 'cancel', provider({ reason: 'x' }), '→ cancelled'],
    ['change_approved_by_bureau', 'cancel', provider({ reason: 'x', linkedRecords: 1 }), 'records_linked'],
    ['held', 'cancel', provider({ reason: 'x' }), 'not_from_here'],
  ])('%s · %s', (state, event, given, expected) => {
    expect(outcome('filing', state, event, given)).toBe(expected)
  })
})

describe.each(['year', 'term'] as const)('a %s', (machine) => {
  const self = (more: Partial<TransitionContext> = {}) => facts('practitioner', { isSelf: true, termEndsOn: d('2025-11-12'), ...more })
  const bureau = (more: Partial<TransitionContext> = {}) =>
    facts('city_reviewer', { met: true, authorityRequired: false, provisionalLines: 0, ...more })
  const authority = (more: Partial<TransitionContext> = {}) => facts('authority_reviewer', { met: true, authorityRequired: true, ...more })
  test.each<[StateOf<'year'> | null, EventOf<'year'>, TransitionContext, string]>([
    [null, 'create', facts('system'), '→ open'],
    ['open', 'request', self({ met: true }), '→ requested'],
    ['returned', 'request', self({ met: true }), '→ requested'],
    ['open', 'request', self({ met: false }), 'not_met'],
    ['open', 'request', self(), 'not_met'],
    ['open', 'request', facts('employer_officer', { met: true, termEndsOn: d('2025-11-12') }), '→ requested'],
    ['open', 'request', facts('practitioner', { met: true }), 'not_yours'],
    ['requested', 'authority_review', authority(), '→ authority_reviewed'],
    ['requested', 'authority_review', authority({ authorityRequired: false }), 'authority_review_not_needed'],
    ['requested', 'authority_review', authority({ isSelf: true }), 'own_record'],
    ['requested', 'certify', bureau(), '→ certified'],
    ['requested', 'certify', bureau({ authorityRequired: true }), 'authority_review_missing'],
    ['requested', 'certify', bureau({ authorityRequired: undefined }), 'authority_review_missing'],
    ['authority_reviewed', 'certify', bureau({ authorityRequired: true }), '→ certified'],
    ['requested', 'certify', bureau({ met: false, isSelf: true }), 'own_record not_met'],
    ['requested', 'certify', bureau({ provisionalLines: 2 }), 'provisional_unconfirmed'],
    ['requested', 'certify', bureau({ provisionalLines: 2, provisionalConfirmed: true }), 'provisional_unconfirmed'],
    ['requested', 'certify', bureau({ provisionalLines: 2, provisionalConfirmed: true, reason: 'x' }), '→ certified'],
    ['requested', 'certify', bureau({ provisionalLines: undefined }), 'provisional_unconfirmed'],
    ['requested', 'certify', facts('employer_officer', { met: true }), 'not_yours'],
    ['open', 'certify', bureau(), 'not_from_here'],
    ['requested', 'return', bureau({ reason: 'x' }), '→ returned'],
    ['requested', 'return', authority({ reason: 'x' }), '→ returned'],
    ['authority_reviewed', 'return', bureau(), 'reason_missing'],
    ['requested', 'withdraw', self(), '→ open'],
    ['requested', 'withdraw', facts('employer_officer', { enteredByActor: true }), '→ open'],
    ['requested', 'withdraw', facts('employer_officer'), 'not_yours'],
    ['requested', 'drop', facts('system', { met: false }), '→ open'],
    ['authority_reviewed', 'drop', facts('system', { met: true }), 'still_met'],
    ['requested', 'drop', bureau({ met: false }), 'not_yours'],
    ['certified', 'revoke', bureau({ reason: 'x' }), '→ revoked'],
    ['certified', 'revoke', facts('system', { reason: 'x' }), '→ revoked'],
    ['certified', 'revoke', bureau({ reason: 'x', isSelf: true }), 'own_record'],
    ['certified', 'request', self({ met: true }), 'not_from_here'],
    ['revoked', 'reopen', self(), '→ open'],
  ])('%s · %s', (state, event, given, expected) => {
    expect(outcome(machine, state, event, given)).toBe(expected)
  })

  test('whatever takes the year back to open ends the request; a return leaves it with the bureau that returned it', () => {
    const ended = { patch: { requestEnded: true } }
    expect(decide(machine, 'requested', 'withdraw', self())).toMatchObject(ended)
    expect(decide(machine, 'authority_reviewed', 'drop', facts('system', { met: false }))).toMatchObject(ended)
    expect(decide(machine, 'revoked', 'reopen', self())).toMatchObject(ended)
    expect(decide(machine, 'open', 'request', self({ met: true }))).not.toMatchObject(ended)
    expect(decide(machine, 'requested', 'return', bureau({ reason: 'x' }))).not.toMatchObject(ended)
  })

  test('certifying issues the certificate, revoking takes it away', () => {
    expect(decide(machine, 'requested', 'certify', bureau())).toMatchObject({ effects: expect.arrayContaining(['issue_certificate']) })
    expect(decide(machine, 'certified', 'revoke', bureau({ reason: 'x' }))).toMatchObject({
      effects: expect.arrayContaining(['revoke_certificate', 'notify_person']),
    })
  })
})

test.each<[StateOf<'certificate'> | null, EventOf<'certificate'>, TransitionContext, string]>([
  [null, 'issue', facts('county_reviewer', { recounting: false }), '→ valid'],
  [null, 'issue', facts('county_reviewer', { recounting: true }), 'being_recounted'],
  [null, 'issue', facts('county_reviewer'), 'being_recounted'],
  [null, 'issue', facts('practitioner', { isSelf: true }), 'not_yours'],
  ['valid', 'supersede', facts('system', { reason: 'x' }), '→ superseded'],
  ['valid', 'revoke', facts('city_reviewer', { reason: 'x' }), '→ revoked'],
  ['valid', 'revoke', facts('city_reviewer'), 'reason_missing'],
  ['superseded', 'revoke', facts('city_reviewer', { reason: 'x' }), 'not_from_here'],
])('a certificate: %s · %s', (state, event, given, expected) => {
  expect(outcome('certificate', state, event, given)).toBe(expected)
})

test.each<[StateOf<'case'> | null, EventOf<'case'>, TransitionContext, string]>([
  [null, 'raise', facts('practitioner', { isSelf: true, reason: 'x' }), '→ open until 2025-12-04'],
  ['open', 'answer', facts('county_reviewer', { finding: 'x' }), 'outcome_missing'],
  ['open', 'answer', facts('county_reviewer', { finding: 'x', outcome: 'nothing' }), '→ answered'],
  ['open', 'answer', facts('county_reviewer', { finding: 'x', outcome: 'correction', isSelf: true }), 'own_record'],
  ['answered', 'close', facts('practitioner', { isSelf: true }), '→ closed'],
  ['open', 'answer', facts('provider_officer', { finding: 'x', outcome: 'correction' }), '→ answered'],
  ['open', 'answer', facts('provider_officer', { finding: 'x', outcome: 'revocation', aboutRecord: true }), 'not_yours'],
  ['open', 'answer', facts('county_reviewer', { finding: 'x', outcome: 'revocation', aboutRecord: true }), '→ answered'],
])('a case: %s · %s', (state, event, given, expected) => {
  expect(outcome('case', state, event, given)).toBe(expected)
})

const over = { trainingFiled: true, endsOn: plainDate('2025-11-13'), rowCount: 2, rowsWrong: 0 }

test.each<[StateOf<'roster'> | null, EventOf<'roster'>, TransitionContext, string]>([
  [null, 'create', facts('provider_officer', over), '→ draft'],
  [null, 'create', facts('employer_officer', over), '→ draft'],
  [null, 'create', facts('practitioner', { ...over, isSelf: true }), 'not_yours'],
  [null, 'create', facts('provider_officer', { ...over, trainingFiled: false }), 'training_not_filed'],
  [null, 'create', facts('provider_officer', { ...over, endsOn: plainDate('2025-11-14') }), 'too_early'],
  ['draft', 'confirm', facts('provider_officer', over), '→ confirmed'],
  ['draft', 'confirm', facts('provider_officer', { ...over, rowsWrong: 1 }), 'rows_wrong'],
  ['draft', 'confirm', facts('provider_officer', { ...over, rowCount: 0 }), 'roster_empty'],
  ['draft', 'discard', facts('provider_officer'), '→ discarded'],
  ['confirmed', 'take_back', facts('provider_officer'), 'reason_missing'],
  ['confirmed', 'take_back', facts('provider_officer', { reason: 'x' }), '→ taken_back'],
])('a roster: %s · %s', (state, event, given, expected) => {
  expect(outcome('roster', state, event, given)).toBe(expected)
})

test.each<[StateOf<'term'> | null, EventOf<'term'>, TransitionContext, string]>([
  ['open', 'request', facts('practitioner', { isSelf: true, met: true, termEndsOn: d('2025-11-14') }), 'too_early'],
  ['open', 'request', facts('practitioner', { isSelf: true, met: true, termEndsOn: d('2025-11-13') }), '→ requested'],
  ['certified', 'recount', facts('system', { met: true, reason: 'x' }), '→ certified'],
  ['certified', 'recount', facts('system', { met: false, reason: 'x' }), 'not_met'],
  ['certified', 'recount', facts('city_reviewer', { met: true, reason: 'x' }), 'not_yours'],
])('a term of its own: %s · %s', (state, event, given, expected) => {
  expect(outcome('term', state, event, given)).toBe(expected)
})

test.each<[StateOf<'historic'> | null, EventOf<'historic'>, TransitionContext, string]>([
  [null, 'create', facts('practitioner', { isSelf: true }), '→ draft'],
  [null, 'create', facts('employer_officer'), 'not_yours'],
  ['draft', 'submit', facts('practitioner', { isSelf: true }), 'evidence_missing'],
  ['draft', 'submit', facts('practitioner', { isSelf: true, evidence: 1 }), '→ entered'],
  ['returned', 'submit', facts('practitioner', { isSelf: true, evidence: 1 }), '→ entered'],
  ['entered', 'verify', facts('county_reviewer'), '→ verified'],
  ['entered', 'verify', facts('county_reviewer', { isSelf: true }), 'own_record'],
  ['entered', 'verify', facts('practitioner', { isSelf: true }), 'not_yours'],
  ['entered', 'return', facts('county_reviewer'), 'reason_missing'],
  ['entered', 'return', facts('county_reviewer', { reason: 'x' }), '→ returned'],
  ['draft', 'verify', facts('county_reviewer'), 'not_from_here'],
  ['verified', 'withdraw', facts('practitioner', { isSelf: true }), 'not_from_here'],
  ['verified', 'revoke', facts('county_reviewer', { reason: 'x' }), '→ returned'],
  ['withdrawn', 'reopen', facts('practitioner', { isSelf: true }), '→ draft'],
])('a historic year: %s · %s', (state, event, given, expected) => {
  expect(outcome('historic', state, event, given)).toBe(expected)
})
