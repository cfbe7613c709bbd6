import { describe, expect, test } from 'vitest'
import { ROLES } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { checkActorRule } from '@/lib/workflow/actor-rules'
import { assigneeOf } from '@/lib/workflow/assignee'
import { patchOf } from '@/lib/workflow/assignments'
import { checkAfter, checkWithin, dueOf } from '@/lib/workflow/deadlines'
import { groupsOf, silenceEnds, statesIn } from '@/lib/workflow/state-groups'
import { MACHINES, type Machine, STATES } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import {
  type ActorRule,
  APPEAL_DAYS,
  type Assignment,
  type Deadline,
  FINDING_DAYS,
  type Limit,
  MINIMUM_PUBLICITY_DAYS,
  SILENCE_DAYS,
  type Transition,
  VERIFY_DAYS,
} from '@/lib/workflow/transition'
import type { Effect, TransitionContext } from '@/lib/workflow/types'
import { facts } from '../../support/facts'
import { workingDayAfter } from '../../support/working-days'
import { type Acting, finding, partsOf, waitsFor } from './reading/actors'
import { READ_ASSIGNMENTS, storedWith } from './reading/assignments'
import { readGroups } from './reading/groups'
import { READ_MACHINES, type ReadRow, readTransitions } from './reading/transitions'

// The workflow against its second reading (tests/unit/workflow/reading), in full: whatever is changed in one of them alone fails here.

const IN_WORDS: Readonly<Record<Effect, string>> = {
  ledger: 'ledger',
  recompute: 'recompute',
  notify_person: 'person',
  notify_creator: 'creator',
  notify_employer: 'employer',
  notify_filer: 'filer',
  mail_contact: 'objector',
  issue_certificate: 'certificate issued',
  revoke_certificate: 'certificate revoked',
  supersede_certificate: 'certificate superseded',
}
const SINCE = { decidedOn: 'decided', waitingSince: 'waiting', periodEndsOn: 'period' } as const

function limitInWords(word: 'after' | 'within', limit: Limit | undefined): string[] {
  return limit ? [`${word} ${limit.workingDays} ${SINCE[limit.since]}`] : []
}

function deadlineInWords(deadline: Deadline | undefined): string {
  if (deadline === undefined) return '-'
  if ('periodEnd' in deadline) return 'period'
  const { workingDays, since, only } = deadline
  return [workingDays, ...(since === 'today' ? [] : [SINCE[since]]), ...(only ? [only] : [])].join(' ')
}

function inWords<M extends Machine>(row: Transition<M>): ReadRow[] {
  return row.from.map((from) => ({
    from: from ?? '-',
    event: row.event,
    when: [...(row.when ?? [])],
    to: row.to,
    who: [...row.by],
    holds: [...limitInWords('after', row.after), ...limitInWords('within', row.within), ...row.guards],
    follows: row.effects.map((effect) => IN_WORDS[effect]),
    stored: [...(row.assignments ?? [])],
    until: deadlineInWords(row.deadline),
    clause: row.clause ?? '-',
  }))
}

/** One line a row, the words of a cell in order, so that a difference is read at once. */
function lines(rows: readonly ReadRow[]): string[] {
  const cell = (words: readonly string[]) => [...words].sort().join(', ') || '-'
  return rows
    .map(({ from, event, when, to, who, holds, follows, stored, until, clause }) =>
      [from, `${event} ${when.join(' ')}`.trim(), to, cell(who), cell(holds), cell(follows), cell(stored), until, clause].join(' | '),
    )
    .sort()
}

test('every machine is read', () => {
  expect([...READ_MACHINES].sort()).toEqual([...MACHINES].sort())
})

describe.each(MACHINES)('a %s', (machine) => {
  test('may go where it is read to go: by whom, under what conditions, with what told, done and stored, until when', () => {
    expect(lines(tableOf(machine).flatMap((row) => inWords(row as Transition<Machine>)))).toEqual(lines(readTransitions(machine)))
  })

  test('is in the groups that it is read to be in, state by state', () => {
    const groups = readGroups(machine)
    expect([...groups.keys()].sort()).toEqual([...STATES[machine]].sort())
    for (const state of STATES[machine]) {
      const isIn = groupsOf(machine).filter((group) => (statesIn(machine, group) as string[]).includes(state))
      expect([...isIn].sort(), state).toEqual([...(groups.get(state) ?? [])].sort())
    }
  })

  test('waits for whom it is read to wait for', () => {
    const flags = [true, false]
    for (const state of STATES[machine])
      for (const path of [null, 'employer', 'bureau'] as const)
        for (const inBureauHands of flags)
          for (const periodOver of flags)
            for (const authorityRequired of flags) {
              const at = { inBureauHands, periodOver, authorityRequired }
              expect(assigneeOf(machine, state, path, at), `${state} ${path} ${JSON.stringify(at)}`).toBe(
                waitsFor(machine, state, { path, ...at }),
              )
            }
  })
})

const RULES = [
  'person',
  'creator',
  'objector',
  'employer',
  'provider',
  'authority',
  'bureau',
  'administrator',
  'in_charge',
  'finder',
  'level_above',
  'anyone',
  'system',
] as const satisfies readonly ActorRule[]

/** Every combination of what decides on who may act. */
function* everybody(): Generator<Acting> {
  const flags = [true, false]
  const today = '2025-10-20'
  // the fifteenth working day is today; it was the working day before
  // the fifteenth working day is today; it was the working day before
  for (const by of [...ROLES, 'system'])
    for (const isSelf of flags)
      for (const enteredByActor of flags)
        for (const path of [null, 'employer', 'bureau'])
          for (const inBureauHands of flags)
            for (const officerConflicted of flags)
              for (const decidedBy of [null, 'employer', 'county', 'city'])
                for (const waitingSince of [null, '2025-09-23', '2025-09-22'])
                  for (const objectionAppeal of flags)
                    yield {
                      by,
                      today,
                      isSelf,
                      enteredByActor,
                      path,
                      inBureauHands,
                      officerConflicted,
                      decidedBy,
                      waitingSince,
                      objectionAppeal,
                    }
}

function contextOf({ by, today, waitingSince, ...rest }: Acting): TransitionContext {
  const since = waitingSince === null ? null : plainDate(waitingSince)
  return facts(by as TransitionContext['by'], { ...(rest as Partial<TransitionContext>), today: plainDate(today), waitingSince: since })
}

test('everybody is to a thing what they are read to be, and a finding out of time is told so', { timeout: 120_000 }, () => {
  const wrong: string[] = []
  for (const acting of everybody()) {
    const context = contextOf(acting)
    const is = RULES.filter((rule) => checkActorRule(rule, context, 'x') === null)
    const read = partsOf(acting)
    if (is.length !== read.length || !is.every((rule) => read.includes(rule))) wrong.push(`${JSON.stringify(acting)}: ${is} / ${read}`)
    const refusal = checkActorRule('finder', context, 'x')?.code ?? 'theirs'
    if (refusal !== finding(acting)) wrong.push(`${JSON.stringify(acting)}: ${refusal} / ${finding(acting)}`)
  }
  expect(wrong.slice(0, 5)).toEqual([])
})

test('what is stored with a transition is what is read', () => {
  const used = new Set(MACHINES.flatMap((machine) => tableOf(machine).flatMap((row): readonly Assignment[] => row.assignments ?? [])))
  expect([...used].sort()).toEqual([...READ_ASSIGNMENTS].sort())
  for (const assignment of used)
    for (const from of [...STATES.record, ...STATES.year])
      for (const by of ['practitioner', 'employer_officer', 'county_reviewer', 'city_reviewer', 'system'] as const)
        for (const path of [null, 'employer', 'bureau'] as const)
          for (const appealedFrom of [null, 'rejected', 'revoked'] as const)
            for (const appealsUsed of [0, 1, 2]) {
              const given = { path, appealedFrom, appealsUsed }
              expect(patchOf([assignment], from, facts(by, given)), `${assignment} ${from} ${by} ${JSON.stringify(given)}`).toEqual(
                storedWith(assignment, from, { by, today: '2025-11-13', ...given }),
              )
            }
})

describe('the days', () => {
  // M14.2; product.md, "A record"; M14.1
  test('are 5 to verify, 15 for a finding, 10 of silence, 15 to appeal, and at least 5 of publicity', () => {
    expect({ VERIFY_DAYS, FINDING_DAYS, SILENCE_DAYS, APPEAL_DAYS, MINIMUM_PUBLICITY_DAYS }).toEqual({
      VERIFY_DAYS: 5,
      FINDING_DAYS: 15,
      SILENCE_DAYS: 10,
      APPEAL_DAYS: 15,
      MINIMUM_PUBLICITY_DAYS: 5,
    })
  })

  const today = plainDate('2025-09-22')
  const d = (day: string) => ({ on: day, provisional: false })
  const bureau = facts('practitioner', { today, path: 'bureau', waitingSince: plainDate('2025-09-08') })
  const employer = { ...bureau, path: 'employer' as const }

  test('are working days, make-up days counted, the day itself not; only the bureau’s where it says so', () => {
    expect(dueOf(undefined, bureau)).toBeNull()
    for (const n of [5, 10, 15]) {
      expect(dueOf({ workingDays: n, since: 'today' }, employer)).toEqual(d(workingDayAfter('2025-09-22', n)))
      expect(dueOf({ workingDays: n, since: 'waitingSince' }, employer)).toEqual(d(workingDayAfter('2025-09-08', n)))
      expect(dueOf({ workingDays: n, since: 'today', only: 'bureau' }, bureau)).toEqual(d(workingDayAfter('2025-09-22', n)))
      expect(dueOf({ workingDays: n, since: 'today', only: 'bureau' }, employer)).toBeNull()
      expect(dueOf({ workingDays: n, since: 'today', only: 'bureau' }, { ...employer, inBureauHands: true })).not.toBeNull()
      expect(dueOf({ periodEnd: true }, { ...employer, publicityDays: n })).toEqual(d(workingDayAfter('2025-09-22', n)))
    }
    expect(dueOf({ periodEnd: true }, { ...employer, publicityDays: 5, periodEndsOn: plainDate('2025-09-30') })).toEqual(d('2025-09-30'))
  })

  test.each(MACHINES)('of a %s end and begin with the very day', (machine) => {
    const since = '2025-09-08'
    for (const { after, within } of tableOf(machine)) {
      for (const limit of [after, within]) {
        if (!limit) continue
        const last = workingDayAfter(since, limit.workingDays)
        const next = workingDayAfter(last, 1)
        const at = (day: string) => ({ ...bureau, today: plainDate(day), [limit.since]: plainDate(since) })
        if (limit === after) {
          expect(checkAfter(limit, at(last))?.code).toBe('too_early')
          expect(checkAfter(limit, at(next))).toBeNull()
        } else {
          expect(checkWithin(limit, at(last))).toBeNull()
          expect(checkWithin(limit, at(next))?.code).toBe('too_late')
        }
      }
    }
  })

  test('of silence: the person may turn to the bureau on the day after the tenth', () => {
    expect(silenceEnds(bureau.calendar, today)).toEqual({ until: d('2025-10-11'), escalatableFrom: '2025-10-12' })
  })
})
