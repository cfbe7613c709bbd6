import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ROLES } from '@/lib/access/types'
import { addDays, type PlainDate, plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { publicityPeriod } from '@/lib/calendar/working-days'
import { decide } from '@/lib/workflow/decide'
import { EVENTS, type EventOf, type RecordEvent } from '@/lib/workflow/events'
import { statesIn } from '@/lib/workflow/state-groups'
import { MACHINES, type Machine, type RecordState, STATES, type StateOf } from '@/lib/workflow/states'
import type { Granted, TransitionContext } from '@/lib/workflow/types'
import { facts } from '../../support/facts'

/** One step: how much later, what is true then, and which of all that is granted to anybody is done. */
const turns = fc.record({
  pick: fc.nat(10_000),
  daysLater: fc.constantFrom(0, 1, 6, 20),
  enteredByActor: fc.boolean(),
  path: fc.constantFrom<'employer' | 'bureau'>('employer', 'employer', 'bureau'),
  openObjections: fc.constantFrom(0, 0, 1),
})
type Turn = typeof turns extends fc.Arbitrary<infer T> ? T : never

const ACTORS = ['practitioner', 'employer_officer', 'provider_officer', 'county_reviewer', 'city_reviewer', 'visitor', 'system'] as const

interface Step {
  from: RecordState | null
  event: RecordEvent
  given: TransitionContext
  decision: Granted<'record'>
}

const THROWS_BACK: readonly RecordEvent[] = ['withdraw', 'disown', 'return', 'reject', 'uphold', 'take_out', 'escalate', 'reopen', 'arrive']

function granted(state: RecordState | null, given: Omit<TransitionContext, 'by' | 'isSelf'>, turn: Turn): Step[] {
  return EVENTS.record.flatMap((event) =>
    ACTORS.flatMap((by) =>
      [true, false].flatMap((isSelf): Step[] => {
        const all: TransitionContext = { ...given, by, isSelf }
        const decision = decide('record', state, event, all)
        // what throws a record back comes rarely, or few walks would ever arrive
        const rare = THROWS_BACK.includes(event) && turn.pick % 6 !== 0
        return decision.ok && !rare ? [{ from: state, event, given: all, decision }] : []
      }),
    ),
  )
}

/** The period a batch would have; now and then one that is over. */
function offered(today: PlainDate, turn: Turn): PlainDate {
  return turn.pick % 4 === 0 ? addDays(today, -1) : publicityPeriod(stateCouncilCalendar, today, 5).endsOn
}

/** One record as a caller would keep it: what a transition says is stored, and given back as facts. */
function walk(taken: readonly Turn[]): Step[] {
  const steps: Step[] = []
  let state: RecordState | null = null
  let today: PlainDate = plainDate('2025-03-03')
  let kept: Partial<TransitionContext> = {}
  for (const turn of taken) {
    today = addDays(today, turn.daysLater)
    const publicizedUntil =
      state !== null && statesIn('record', 'awaiting_publicity').includes(state) ? offered(today, turn) : kept.periodEndsOn
    const given = facts('visitor', {
      path: turn.path,
      ...kept,
      today,
      enteredByActor: turn.enteredByActor,
      openObjections: turn.openObjections,
      periodEndsOn: publicizedUntil,
      reason: 'x',
      finding: 'x',
      evidence: 1,
      missingFields: [],
      contactConfirmed: true,
      createdByOther: true,
    })
    const possible = granted(state, given, turn)
    const step = possible[turn.pick % Math.max(possible.length, 1)]
    if (step === undefined) continue
    steps.push(step)
    kept = { ...kept, ...step.decision.patch, periodEndsOn: publicizedUntil }
    state = step.decision.to
  }
  return steps
}

const walks = fc.array(turns, { minLength: 10, maxLength: 60 })

describe('however a record goes', { timeout: 180_000 }, () => {
  test('it is registered only by verification, by acceptance with publicity and confirmation, or on arrival', () => {
    const ways = new Map<string, number>()
    fc.assert(
      fc.property(walks, (turned) => {
        const steps = walk(turned)
        for (const [index, step] of steps.entries()) {
          if (step.decision.to !== 'registered') continue
          ways.set(step.event, (ways.get(step.event) ?? 0) + 1)
          const before = steps.slice(0, index).map((earlier) => earlier.event)
          if (step.event === 'confirm') {
            const publicized = before.lastIndexOf('publicize')
            const accepted = Math.max(before.lastIndexOf('accept'), before.lastIndexOf('import'))
            // nothing sent it back in between
            expect(accepted).toBeGreaterThanOrEqual(0)
            expect(publicized).toBeGreaterThan(accepted)
            expect(before.slice(accepted)).not.toContain('return')
            expect(before.slice(publicized)).not.toContain('take_out')
            expect(step.given.today > (step.given.periodEndsOn ?? '')).toBe(true)
          } else if (step.event === 'allow') {
            expect(steps[index - 1]?.from).toBe('revoked')
          } else if (step.event === 'correct') {
            expect(step.from).toBe('registered')
          } else {
            expect(['verify', 'arrive']).toContain(step.event)
          }
        }
      }),
      { numRuns: 300 },
    )
    // the walks got there in every way, or the property says nothing
    for (const way of ['verify', 'confirm', 'correct', 'allow']) expect(ways.get(way) ?? 0, way).toBeGreaterThan(5)
  })

  test('nobody decided on their own, nor verified what they entered, and final is final', () => {
    const seen = new Set<RecordState>()
    fc.assert(
      fc.property(walks, (turned) => {
        const steps = walk(turned)
        for (const [index, { event, given, decision }] of steps.entries()) {
          seen.add(decision.to)
          const byOffice = given.by !== 'practitioner' && given.by !== 'visitor'
          if (byOffice && given.by !== 'system' && !['create', 'submit', 'object', 'take_back'].includes(event))
            expect(given.isSelf, event).toBe(false)
          if (event === 'verify') expect(given.enteredByActor).toBe(false)
          if (given.by === 'visitor') expect(event).toBe('object')
          if (decision.to === 'refused' || decision.to === 'withdrawn') expect(index).toBe(steps.length - 1)
        }
      }),
      { numRuns: 300 },
    )
    expect([...seen].sort()).toEqual([...STATES.record].sort())
  })

  test('the ledger is rewritten exactly when it enters or leaves what counts, or changes there', () => {
    fc.assert(
      fc.property(walks, (turned) => {
        for (const { from, decision } of walk(turned)) {
          const touches = from === 'registered' || decision.to === 'registered'
          expect(decision.effects.includes('ledger')).toBe(touches)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('one appeal against a rejection and one against a revocation, never more', () => {
    fc.assert(
      fc.property(walks, (turned) => {
        const steps = walk(turned)
        const appeals = steps.filter((step) => step.event === 'appeal')
        const registeredAgain = steps.filter((step) => step.event === 'revoke').length
        expect(appeals.filter((step) => step.from === 'rejected').length).toBeLessThanOrEqual(1 + registeredAgain)
        expect(appeals.filter((step) => step.from === 'revoked').length).toBeLessThanOrEqual(registeredAgain)
      }),
      { numRuns: 100 },
    )
  })
})

test('decide never throws, whatever the facts, and what it grants is a state of the machine', () => {
  const texts = fc.constantFrom(undefined, null, '', 'x')
  const days = fc.option(fc.integer({ min: 0, max: 900 }).map((n) => addDays(plainDate('2024-10-01'), n)))
  const wild = fc.record(
    {
      by: fc.constantFrom<TransitionContext['by']>(...ROLES, 'system'),
      today: fc.integer({ min: 0, max: 900 }).map((n) => addDays(plainDate('2024-10-01'), n)),
      isSelf: fc.boolean(),
      enteredByActor: fc.boolean(),
      reason: texts,
      finding: texts,
      contact: texts,
      path: fc.constantFrom<TransitionContext['path']>(null, 'employer', 'bureau'),
      waitingSince: days,
      periodEndsOn: days,
      decidedOn: days,
      startsOn: days,
      publicityDays: fc.integer({ min: 0, max: 20 }),
      recordCount: fc.nat(3),
      openObjections: fc.nat(2),
      decidedBy: fc.constantFrom<TransitionContext['decidedBy']>(null, 'employer', 'county', 'city'),
      appealedFrom: fc.constantFrom<TransitionContext['appealedFrom']>(null, 'rejected', 'revoked'),
      appealsUsed: fc.nat(2),
      inBureauHands: fc.boolean(),
      met: fc.boolean(),
      outside: fc.boolean(),
      contactConfirmed: fc.boolean(),
      objectionAppeal: fc.boolean(),
    },
    { requiredKeys: ['by', 'today', 'isSelf', 'enteredByActor'] },
  )
  function check<M extends Machine>(machine: M, state: StateOf<M> | null, event: EventOf<M>, given: TransitionContext) {
    const decision = decide(machine, state, event, given)
    if (decision.ok) expect(STATES[machine] as readonly string[]).toContain(decision.to)
    else expect(decision.refusals[0]).toBe(decision.refusal)
    expect(decide(machine, state, event, given)).toEqual(decision)
  }
  fc.assert(
    fc.property(wild, fc.constantFrom(...MACHINES), fc.nat(), fc.nat(), (some, machine, a, b) => {
      const states = [null, ...STATES[machine]]
      const events = EVENTS[machine]
      const event = events[a % events.length]
      if (event !== undefined) check(machine, states[b % states.length] ?? null, event, facts(some.by, some))
    }),
    { numRuns: 5000 },
  )
})
