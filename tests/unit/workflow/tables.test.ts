import { describe, expect, test } from 'vitest'
import { assigneeOf } from '@/lib/workflow/assignee'
import { applies } from '@/lib/workflow/conditions'
import { EVENTS } from '@/lib/workflow/events'
import { checkGuard } from '@/lib/workflow/guards'
import { groupsOf, isFinal, statesIn } from '@/lib/workflow/state-groups'
import { MACHINES, type Machine, STATES } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import { EFFECTS, REFUSAL_CODES, type TransitionContext } from '@/lib/workflow/types'
import { facts } from '../../support/facts'

// ids of regulation.md
const CLAUSES = ['N3.1', 'N3.2', 'N4', 'N6.0', 'N6.1', 'N6.5', 'N8.1', 'M12.y', 'M14.1', 'M14.2', 'M15', 'M16', 'M17', 'M20', null]

const FINAL: Record<Machine, string[]> = {
  record: ['refused', 'withdrawn'],
  batch: ['confirmed', 'cancelled'],
  objection: ['final'],
  filing: ['refused', 'cancelled', 'held'],
  year: [],
  term: [],
  certificate: ['superseded', 'revoked'],
  case: ['closed'],
  rule_set: ['published', 'discarded'],
  roster: ['discarded', 'taken_back'],
  historic: [],
}

describe.each(MACHINES)('the table of a %s', (machine) => {
  const rows = tableOf(machine)

  test('reaches every state', () => {
    const reached = new Set<string>()
    for (let grew = true; grew; ) {
      const before = reached.size
      for (const row of rows) if (row.from.some((from) => from === null || reached.has(from))) reached.add(row.to)
      grew = reached.size > before
    }
    expect([...reached].sort()).toEqual([...STATES[machine]].sort())
  })

  test('has exactly the final states that are meant', () => {
    expect(STATES[machine].filter((state) => isFinal(machine, state))).toEqual(FINAL[machine])
  })

  test('uses every event, and no other', () => {
    expect([...new Set(rows.map((row) => row.event))].sort()).toEqual([...EVENTS[machine]].sort())
  })

  test('a state that waits for somebody is not final', () => {
    for (const state of STATES[machine]) {
      if (assigneeOf(machine, state, 'employer') !== null) expect(isFinal(machine, state), state).toBe(false)
    }
  })

  test('names clauses of the regulation only, or none', () => {
    for (const row of rows) expect(CLAUSES, row.event).toContain(row.clause)
  })

  test('asks its questions about states that exist, each with an answer', () => {
    for (const question of groupsOf(machine)) {
      const states = statesIn(machine, question)
      expect(states.length, question).toBeGreaterThan(0)
      for (const state of states) expect(STATES[machine] as readonly string[]).toContain(state)
    }
  })

  test('decides by a reason or finding wherever something is returned, refused or taken away', () => {
    const harsh = ['return', 'reject', 'revoke', 'correct', 'take_out', ...(machine === 'record' ? ['reopen'] : [])]
    for (const row of rows.filter((candidate) => harsh.includes(candidate.event))) expect(row.guards, row.event).toContain('reason')
    for (const row of rows.filter((candidate) => ['uphold', 'dismiss', 'allow'].includes(candidate.event))) {
      expect(row.guards, row.event).toContain('finding')
    }
  })

  test('nobody decides on their own', () => {
    // a roster is reported and taken back as a whole: what it makes are drafts, which the person answers
    const neutral = ['create', 'submit', 'request', 'withdraw', 'appeal', 'escalate', 'disown', 'reopen', 'close', 'raise', 'take_back']
    if (!['record', 'objection', 'year', 'term', 'historic'].includes(machine)) return
    for (const row of rows) {
      const decides = row.by.some((party) => ['employer', 'authority', 'bureau', 'in_charge', 'finder', 'level_above'].includes(party))
      if (decides && !neutral.includes(row.event)) expect(row.guards, row.event).toContain('not_self')
    }
  })
})

test('of several rows for one state and event exactly one applies, whatever the facts', () => {
  const flags = [true, false]
  const samples: TransitionContext[] = flags.flatMap((flag) =>
    (['rejected', 'revoked'] as const).flatMap((appealedFrom) =>
      (['county_reviewer', 'authority_reviewer'] as const).flatMap((by) =>
        flags.map((other) =>
          facts(by, { appealedFrom, openObjections: flag ? 1 : 0, objectionAppeal: other, outside: false, contactConfirmed: flag }),
        ),
      ),
    ),
  )
  let several = 0
  for (const machine of MACHINES) {
    const rows = tableOf(machine)
    for (const state of [null, ...STATES[machine]]) {
      for (const event of EVENTS[machine]) {
        const candidates = rows.filter((row) => row.event === event && (row.from as readonly unknown[]).includes(state))
        if (candidates.length < 2) continue
        several += 1
        for (const sample of samples) {
          expect(
            candidates.filter((row) => applies(row.when, sample)),
            `${machine} ${state} ${event}`,
          ).toHaveLength(1)
        }
      }
    }
  }
  expect(several).toBeGreaterThan(5)
})

test('every effect and every need of the vocabulary is used', () => {
  const used = new Set(MACHINES.flatMap((machine) => tableOf(machine).flatMap((row) => row.effects)))
  expect([...used].sort()).toEqual([...EFFECTS].sort())
})

test('with nothing given, nearly every need is refused: an absent fact is never taken as given', () => {
  const granted = ['not_self', 'not_own_entry', 'not_own_entry_of_bureau', 'not_own_decision', 'year_chosen', 'appeal_once']
  const mild = [...granted, 'not_in_bureau_hands', 'year_not_certified']
  const needs = new Set(MACHINES.flatMap((machine) => tableOf(machine).flatMap((row) => row.guards)))
  for (const need of needs) {
    const refusal = checkGuard(need, facts('county_reviewer'))
    if (mild.includes(need)) expect(refusal, need).toBeNull()
    else expect(REFUSAL_CODES, need).toContain(refusal?.code)
  }
})
