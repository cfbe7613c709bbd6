import type { Actor } from '@/lib/access/types'
import { plainDate } from '@/lib/calendar/plain-date'
import { stateCouncilCalendar } from '@/lib/calendar/state-council'
import { MACHINES, type Machine } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import type { ActorRule, Transition } from '@/lib/workflow/transition'
import type { TransitionContext } from '@/lib/workflow/types'
import type { MadePerson } from '@/tests/builders/city'
import { TODAY, type World } from './world'

/** One row of a table from one state, by one of those who may. */
export interface Walk {
  name: string
  machine: Machine
  row: Transition<Machine>
  from: string | null
  who: Who
  facts: Partial<TransitionContext>
}

interface Who {
  rule: ActorRule
  name: string
  actor: (world: World, person: MadePerson) => Actor
  /** What makes the actor this party. */
  facts: Partial<TransitionContext>
}

const person = (_: World, { actor }: MadePerson) => actor
const office =
  (name: keyof World['actors']) =>
  ({ actors }: World) =>
    actors[name]
const visitor = (world: World) => world.visitor

const long = plainDate('2025-09-01') // more than fifteen working days ago
const bureauHas = { inBureauHands: true } as const
const onAppeal = { objectionAppeal: true } as const

/** Who may be meant by a rule, and what then holds. */
const PARTIES: { readonly [R in ActorRule]: readonly Omit<Who, 'rule'>[] } = {
  person: [{ name: 'the person', actor: person, facts: { isSelf: true } }],
  creator: [{ name: 'whoever entered it', actor: office('provider'), facts: { enteredByActor: true } }],
  objector: [{ name: 'the objector', actor: visitor, facts: { enteredByActor: true } }],
  employer: [{ name: 'the employer', actor: office('officer'), facts: {} }],
  provider: [{ name: 'the provider', actor: office('provider'), facts: {} }],
  authority: [{ name: 'the authority', actor: office('authority'), facts: {} }],
  bureau: [
    { name: 'the county', actor: office('county'), facts: {} },
    { name: 'the city', actor: office('city'), facts: {} },
  ],
  administrator: [{ name: 'an administrator', actor: office('administrator'), facts: {} }],
  in_charge: [
    { name: 'the employer', actor: office('officer'), facts: { path: 'employer' } },
    { name: 'the bureau on its path', actor: office('county'), facts: { path: 'bureau' } },
    { name: 'the bureau after silence', actor: office('county'), facts: bureauHas },
    { name: 'the bureau for the only officer', actor: office('city'), facts: { officerConflicted: true } },
  ],
  finder: [
    { name: 'the employer', actor: office('officer'), facts: { path: 'employer' } },
    { name: 'the bureau after fifteen days', actor: office('county'), facts: { path: 'employer', waitingSince: long } },
    { name: 'the bureau after silence', actor: office('county'), facts: bureauHas },
    { name: 'the county on appeal', actor: office('county'), facts: { ...onAppeal, decidedBy: 'employer' } },
    { name: 'the city on appeal', actor: office('city'), facts: { ...onAppeal, decidedBy: 'county' } },
  ],
  level_above: [
    { name: 'the county', actor: office('county'), facts: { decidedBy: 'employer' } },
    { name: 'the city', actor: office('city'), facts: { decidedBy: 'county' } },
  ],
  anyone: [
    { name: 'a visitor', actor: visitor, facts: {} },
    { name: 'a neighbour', actor: (world) => world.neighbour, facts: {} },
    { name: 'the person themself', actor: person, facts: { isSelf: true } },
  ],
  system: [
    { name: 'the system, after an act of the bureau', actor: office('county'), facts: { by: 'system' } },
    // Whoever's own act it follows from is told of it all the same: they did not do it.
    { name: 'the system, after an act of the person', actor: person, facts: { by: 'system' } },
  ],
}

/** What a guard asks for; left out: what holds for every walk already answers it. */
const GUARDS: { readonly [G in Transition<Machine>['guards'][number]]?: Partial<TransitionContext> } = {
  employer_path: { path: 'employer' },
  bureau_path: { path: 'bureau' },
  period_known: { periodEndsOn: plainDate('2025-10-15') },
  period_running: { periodEndsOn: plainDate('2025-10-15') },
  period_in_full: { periodEndsOn: plainDate('2025-10-15') },
  period_over: { periodEndsOn: plainDate('2025-09-09') },
  fell_below: { met: false },
  authority_not_needed: { authorityRequired: false },
  last_day_reached: { startsOn: plainDate('2025-09-22'), endsOn: plainDate('2025-09-24') },
}

const CONDITIONS: { readonly [C in NonNullable<Transition<Machine>['when']>[number]]: Partial<TransitionContext> } = {
  others_open: { openObjections: 1 },
  no_others_open: { openObjections: 0 },
  on_appeal: onAppeal,
  not_on_appeal: { objectionAppeal: false },
  from_rejected: { appealedFrom: 'rejected', appealsUsed: 1 },
  from_revoked: { appealedFrom: 'revoked', appealsUsed: 1 },
  outside: { outside: true },
  inside: { outside: false },
  contact_known: { contactConfirmed: true },
  contact_new: { contactConfirmed: false },
  by_bureau: {},
  by_authority: {},
  about_training: { aboutRecord: false },
  about_record: { aboutRecord: true },
}

/** What holds unless a row asks for something else. */
const GIVEN: Omit<TransitionContext, 'by'> = {
  today: plainDate(TODAY),
  calendar: stateCouncilCalendar,
  isSelf: false,
  enteredByActor: false,
  reason: '按规定',
  finding: '经核对，属实',
  contact: 'someone@example.com',
  evidence: 1,
  missingFields: [],
  creditYearOpenChoice: false,
  path: 'employer',
  inBureauHands: false,
  createdByOther: true,
  officerConflicted: false,
  waitingSince: plainDate('2025-09-15'),
  yearCertified: false,
  publicityDays: 5,
  minimumPublicityDays: 5,
  recordCount: 1,
  openObjections: 0,
  contactConfirmed: true,
  decidedOn: plainDate('2025-09-15'),
  decidedBy: 'employer',
  decidedByActor: false,
  appealsUsed: 0,
  appealedFrom: null,
  met: true,
  termEndsOn: plainDate('2024-12-31'),
  authorityRequired: true,
  provisionalLines: 0,
  recounting: false,
  startsOn: plainDate('2025-10-20'),
  endsOn: plainDate('2025-10-22'),
  linkedRecords: 0,
  outside: false,
  outsideNumber: '皖BA-2025-1',
  problems: 0,
  outcome: 'nothing',
  aboutRecord: false,
  trainingFiled: true,
  rowCount: 1,
  rowsWrong: 0,
}

/** Where what is stored, or until when, hangs on the path: each of the ways to stand. */
function standings(row: Transition<Machine>, rule: ActorRule): Partial<TransitionContext>[] {
  if (row.guards.includes('employer_path') || row.guards.includes('bureau_path')) return [{}]
  const broughtBack = { path: 'employer', appealedFrom: 'rejected', appealsUsed: 1 } as const
  if (row.assignments?.includes('path'))
    return [{ path: 'employer' }, { path: 'bureau' }, { ...bureauHas }, broughtBack, { appealedFrom: 'revoked', appealsUsed: 1 }]
  if (row.assignments?.includes('appeal')) return [{}, { decidedBy: 'county' }]
  return rule === 'person' && row.deadline && 'only' in row.deadline ? [{ path: 'employer' }, { path: 'bureau' }] : [{}]
}

function contradicts(row: Transition<Machine>, { facts }: Omit<Who, 'rule'>): boolean {
  const asked: Partial<TransitionContext> = Object.assign(
    {},
    ...(row.when ?? []).map((one) => CONDITIONS[one]),
    ...row.guards.map((one) => GUARDS[one] ?? {}),
  )
  return Object.entries(facts).some(([fact, value]) => fact in asked && asked[fact as keyof TransitionContext] !== value)
}

function limits({ after }: Transition<Machine>): Partial<TransitionContext> {
  return after ? { [after.since]: plainDate('2025-09-09') } : {}
}

/** Every row of every table, from every state, by everybody who may. */
export function everyWalk(): Walk[] {
  return MACHINES.flatMap((machine) =>
    (tableOf(machine) as readonly Transition<Machine>[]).flatMap((row) =>
      row.from.flatMap((from) =>
        row.by
          .flatMap((rule) => PARTIES[rule].filter((party) => !contradicts(row, party)).map((party): Who => ({ rule, ...party })))
          .flatMap((who) =>
            standings(row, who.rule).map((standing): Walk => {
              const said = Object.entries(standing).map(([fact, value]) => `${fact} ${value}`)
              const name = [machine, from ?? '-', row.event, ...(row.when ?? []), 'by', who.name, ...said].join(' ')
              const facts = Object.assign(
                {},
                ...(row.when ?? []).map((one) => CONDITIONS[one]),
                ...row.guards.map((one) => GUARDS[one] ?? {}),
                standing,
              )
              return { name, machine, row, from, who, facts: { ...facts, ...limits(row), ...who.facts } }
            }),
          ),
      ),
    ),
  )
}

export function contextOf({ facts }: Walk, actor: Actor): TransitionContext {
  return { ...GIVEN, by: actor.role, ...facts }
}
