import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { assigneeOf } from '@/lib/workflow/assignee'
import { availableEvents, blockedEvents } from '@/lib/workflow/available'
import { diagram } from '@/lib/workflow/diagram'
import { countsHours, isEditable, isInGroup, recordStatesIn, silenceEnds, statesIn } from '@/lib/workflow/state-groups'
import { MACHINES, RECORD_STATES, STATES } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import { toneOf } from '@/lib/workflow/tone'
import { facts } from '../../support/facts'

const d = plainDate

describe('states asked about', () => {
  test('only a registered record counts, only a draft or a returned one is edited', () => {
    expect(RECORD_STATES.filter(countsHours)).toEqual(['registered'])
    expect(RECORD_STATES.filter(isEditable)).toEqual(['draft', 'returned'])
  })

  test('an edit is possible exactly where the person can submit next', () => {
    const submittable = tableOf('record').find((row) => row.event === 'submit')?.from
    expect(recordStatesIn('editable')).toEqual(submittable)
  })

  test('the answers agree with the table', () => {
    const from = (machine: 'record' | 'year' | 'objection' | 'filing', event: string) =>
      [...new Set(tableOf(machine).flatMap((row) => (row.event === event ? [...row.from] : [])))].sort()
    expect(statesIn('record', 'appealable').sort()).toEqual(from('record', 'appeal'))
    expect(statesIn('record', 'escalatable').sort()).toEqual(from('record', 'escalate'))
    expect(statesIn('record', 'awaiting_confirmation')).toEqual(from('record', 'confirm'))
    expect(statesIn('record', 'awaiting_finding')).toEqual(from('record', 'uphold'))
    expect(statesIn('record', 'awaiting_publicity')).toEqual(from('record', 'publicize'))
    expect(statesIn('record', 'verification')).toEqual(from('record', 'verify'))
    expect(statesIn('year', 'requestable').sort()).toEqual(from('year', 'request'))
    expect(statesIn('year', 'certification').sort()).toEqual(from('year', 'certify'))
    expect(statesIn('year', 'authority_review')).toEqual(from('year', 'authority_review'))
    expect(statesIn('objection', 'awaiting_finding')).toEqual(from('objection', 'uphold'))
    expect(statesIn('filing', 'editable').sort()).toEqual(from('filing', 'submit'))
  })

  test('a caller that changes its list changes nothing', () => {
    recordStatesIn('counts').push('draft')
    expect(isInGroup('record', 'draft', 'counts')).toBe(false)
  })

  test('every state has a tone', () => {
    for (const machine of MACHINES)
      for (const state of STATES[machine]) expect(['ok', 'wait', 'warn', 'bad', 'off']).toContain(toneOf(machine, state))
    expect(toneOf('record', 'registered')).toBe('ok')
    expect(toneOf('record', 'publicized')).toBe('wait')
    expect(toneOf('certificate', 'revoked')).toBe('bad')
  })
})

describe('whom it waits for', () => {
  test('a submitted record: whoever has it in hand', () => {
    expect(assigneeOf('record', 'submitted', 'employer')).toBe('employer')
    expect(assigneeOf('record', 'submitted', 'bureau')).toBe('bureau')
    expect(assigneeOf('record', 'submitted', 'employer', { inBureauHands: true })).toBe('bureau')
  })
  test('a publicized record: the public, then whoever confirms', () => {
    expect(assigneeOf('record', 'publicized', 'employer')).toBe('public')
    expect(assigneeOf('record', 'publicized', 'employer', { periodOver: true })).toBe('employer')
  })
  test('a requested year: the authority first where there is one', () => {
    expect(assigneeOf('year', 'requested', null)).toBe('bureau')
    expect(assigneeOf('year', 'requested', null, { authorityRequired: true })).toBe('authority')
    expect(assigneeOf('year', 'authority_reviewed', null, { authorityRequired: true })).toBe('bureau')
  })
  test('a registered record waits for nobody', () => {
    expect(assigneeOf('record', 'registered', 'employer')).toBeNull()
  })
})

test('silence ends after ten working days: the person may turn to the bureau on the day after', () => {
  expect(silenceEnds(stateCouncilCalendar, d('2025-11-20'))).toEqual({
    until: { on: '2025-12-04', provisional: false },
    escalatableFrom: '2025-12-05',
  })
})

describe('what an actor may do now', () => {
  test('an officer with a submitted record, before any reason was written', () => {
    const officer = facts('employer_officer', { path: 'employer' })
    expect(availableEvents('record', 'submitted', officer)).toEqual(['return', 'accept', 'reject'])
  })

  test("nothing with one's own, and why", () => {
    const officer = facts('employer_officer', { path: 'employer', isSelf: true })
    expect(availableEvents('record', 'submitted', officer)).toEqual([])
    expect(blockedEvents('record', 'submitted', officer)[0]?.refusals[0]?.code).toBe('own_record')
  })

  test("a county reviewer with a record in the employer's hands: nothing", () => {
    expect(availableEvents('record', 'submitted', facts('county_reviewer', { path: 'employer' }))).toEqual([])
  })

  test('the person while the period runs: the bureau from when, confirmed by somebody else', () => {
    const self = facts('practitioner', { isSelf: true, path: 'employer', periodEndsOn: d('2025-11-20') })
    expect(availableEvents('record', 'publicized', self)).toEqual([])
    expect(blockedEvents('record', 'publicized', self)).toContainEqual({
      event: 'escalate',
      refusals: [
        { code: 'period_runs', detail: { endsOn: '2025-11-20', from: '2025-11-21' } },
        { code: 'too_early', detail: { from: '2025-12-05', workingDays: 10 } },
      ],
    })
  })
})

describe('the diagram', () => {
  test.each(MACHINES)('of a %s draws every transition and every end', (machine) => {
    const text = diagram(machine)
    for (const row of tableOf(machine)) {
      for (const from of row.from) {
        const line = text.split('\n').find((candidate) => candidate.startsWith(`  ${from ?? '[*]'} --> ${row.to}:`))
        expect(line?.split(': ')[1]?.split(', ')).toContain(row.event)
      }
    }
    expect(text.startsWith('stateDiagram-v2\n')).toBe(true)
  })

  test('of a certificate', () => {
    expect(diagram('certificate')).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> valid: issue',
        '  valid --> superseded: supersede',
        '  valid --> revoked: revoke',
        '  superseded --> [*]',
        '  revoked --> [*]',
      ].join('\n'),
    )
  })
})
