import { isInGroup } from '@/lib/workflow/state-groups'
import type { Machine, RecordState } from '@/lib/workflow/states'
import { tableOf } from '@/lib/workflow/tables/all'
import type { Deadline, Transition } from '@/lib/workflow/transition'
import type { Effect, TransitionContext } from '@/lib/workflow/types'
import { workingDayAfter } from '@/tests/support/working-days'
import type { Thing } from './things'
import type { Walk } from './walks'
import { NOW, TODAY, type World } from './world'
import type { Row } from './written'

/** What an act is seen to have written, and what a row says that it writes. */
export interface Outcome {
  /** The columns of the thing that the workflow writes. */
  thing: Row
  /** `record submit draft → submitted`, in order of the alphabet, as all lists here. */
  events: string[]
  /** Whom, of which thing, of what. */
  told: string[]
  mails: string[]
  /** Other years than the thing, and the person's ledgers: as they stand now, if they were written. */
  ledgers: string[]
  certificates: string[]
  jobs: number
  /** Tables with rows besides. */
  besides: string[]
  /** Until when, as the workflow answers it: kept with the event by the walk. */
  due: string | null
}

/** What the row of the table declares, with what it leads to; computed from the row alone. */
export function declared(walk: Walk, thing: Thing, world: World): Outcome {
  const { machine, row, from } = walk
  const { context } = thing
  const due = dueOn(row, context)
  const itself = context.by !== 'system' && walk.who.actor(world, thing.person).personId === thing.person.personId
  const outcome: Outcome = {
    thing: columnsOf(walk, thing, world, due),
    events: [eventLine(machine, row.event, from, row.to)],
    told: toldBy(row.effects, machine, row.event).filter((line) => !(itself && line.startsWith('person '))),
    mails: row.effects.includes('mail_contact') ? ['objection_decided'] : [],
    ledgers: [],
    certificates: [],
    jobs: row.effects.includes('recompute') ? 1 : 0,
    besides: machine === 'rule_set' && row.to === 'published' ? ['rules_revision'] : [],
    due,
  }
  for (const effect of row.effects) FOLLOW[effect]?.(outcome, walk)
  if (machine === 'certificate') outcome.certificates.push(ITSELF[row.event] ?? row.event)
  outcome.mails.push(...outcome.told.filter((line) => line.startsWith('person ')).map(() => 'notice'))
  for (const list of [outcome.events, outcome.told, outcome.mails, outcome.ledgers, outcome.certificates]) list.sort()
  return outcome
}

export function eventLine(machine: string, event: string, from: string | null, to: string): string {
  return `${machine} ${event} ${from ?? '-'} → ${to}`
}

/** A certificate that is the thing itself, and one that follows. */
const ITSELF: Readonly<Record<string, string>> = { issue: 'valid, of a year', supersede: 'superseded', revoke: 'revoked' }
function certificateOf(machine: Machine, event: string): string {
  const of = machine === 'record' ? 'of a year' : 'of the thing'
  return ({ issue: `valid, ${of}`, supersede: 'superseded by the new one', revoke: 'revoked' } as Record<string, string>)[event] ?? event
}

const ADDRESSEES: { readonly [E in Effect]?: string } = {
  notify_person: 'person',
  notify_creator: 'creator',
  notify_employer: 'employer',
  notify_filer: 'filer',
}

function toldBy(effects: readonly Effect[], machine: Machine, event: string): string[] {
  return effects.flatMap((effect) => (ADDRESSEES[effect] ? [`${ADDRESSEES[effect]} ${machine} ${event}`] : []))
}

/** What follows by itself is a transition of its own, with what its own row declares. */
function follow(outcome: Outcome, { machine: of }: Walk, machine: Machine, event: string, from: string | null): void {
  const row = (tableOf(machine) as readonly Transition<Machine>[]).find((one) => one.event === event && one.from.includes(from as never))
  if (!row) throw new Error(`no ${machine} ${event} from ${from}`)
  outcome.events.push(eventLine(machine, event, from, row.to))
  outcome.told.push(...toldBy(row.effects, machine, event))
  if (machine === 'certificate') outcome.certificates.push(certificateOf(of, event))
}

/** The exam is worth 90 hours; the walk's own conference 10, corrected from a national to a provincial one 8 (M12). */
function hoursOf({ row }: Walk): number {
  if (row.event === 'correct') return 98
  return isInGroup('record', row.to as RecordState, 'counts') ? 100 : 90
}

const FOLLOW: { readonly [E in Effect]?: (outcome: Outcome, walk: Walk) => void } = {
  // A year that is certified stays so, whatever is added to it; a revocation of what it counts revokes it.
  ledger: (outcome, walk) => {
    const state = walk.row.effects.includes('revoke_certificate') ? 'revoked' : 'certified'
    outcome.ledgers.push(`2025 ${state}: ${hoursOf(walk)} hours`, 'the version of the ledgers')
  },
  issue_certificate: (outcome, walk) => follow(outcome, walk, 'certificate', 'issue', null),
  revoke_certificate: (outcome, walk) => {
    if (walk.machine === 'record') follow(outcome, walk, 'year', 'revoke', 'certified')
    follow(outcome, walk, 'certificate', 'revoke', 'valid')
  },
  supersede_certificate: (outcome, walk) => {
    follow(outcome, walk, 'certificate', 'supersede', 'valid')
    follow(outcome, walk, 'certificate', 'issue', null)
  },
}

function bureauHasIt(row: Transition<Machine>, context: TransitionContext): boolean {
  const path = pathAfter(row, context)
  return (
    path === 'bureau' ||
    context.inBureauHands === true ||
    row.assignments?.includes('bureau_hands') === true ||
    context.officerConflicted === true
  )
}

/** Of the employment; once an appeal against a rejection brought the record back, the bureau's for good. */
function pathAfter(row: Transition<Machine>, { path, appealedFrom, appealsUsed }: TransitionContext): string | null {
  if (row.assignments?.includes('bureau_path')) return 'bureau'
  const broughtBack = appealedFrom === 'rejected' && (appealsUsed ?? 0) > 0
  return row.assignments?.includes('path') && broughtBack ? 'bureau' : (path ?? null)
}

function dueOn(row: Transition<Machine>, context: TransitionContext): string | null {
  const deadline: Deadline | undefined = row.deadline
  if (deadline === undefined) return null
  if ('periodEnd' in deadline) return context.periodEndsOn ?? workingDayAfter(TODAY, context.publicityDays ?? 0)
  if (deadline.only === 'bureau' && !bureauHasIt(row, context)) return null
  return workingDayAfter(deadline.since === 'waitingSince' ? (context.waitingSince ?? '') : TODAY, deadline.workingDays)
}

export const AT = NOW.toISOString().replace('.000Z', '+00:00')
const LEVELS: Readonly<Record<string, string>> = { employer_officer: 'employer', county_reviewer: 'county', city_reviewer: 'city' }

/** All columns that the workflow writes, by the machine's deadline and the row's assignments. */
function columnsOf(walk: Walk, { context, person }: Thing, world: World, due: string | null): Row {
  const { machine, row, from } = walk
  const has = (assignment: string) => (row.assignments as readonly string[] | undefined)?.includes(assignment) === true
  const columns: Row = { state: row.to, version: from === null ? 1 : 2, changed_at: AT }
  if (['record', 'objection', 'case', 'year', 'term'].includes(machine)) Object.assign(columns, { due_on: due, due_provisional: false })
  if (has('end_request'))
    Object.assign(columns, { requested_at: null, region_code: null, route_clause: null, employer_id: null, authority_id: null })
  if (machine !== 'record') return columns
  const counts = (state: string | null) => state !== null && isInGroup('record', state as RecordState, 'counts')
  if (row.to !== from || has('bureau_hands')) columns['waiting_since'] = AT
  if (has('path') || has('bureau_path')) columns['path'] = pathAfter(row, context)
  if (has('bureau_hands')) columns['escalated_at'] = AT
  if (has('decision'))
    Object.assign(columns, { decided_by: LEVELS[context.by], decided_on: TODAY, decider_id: walk.who.actor(world, person).accountId })
  if (has('appeal')) Object.assign(columns, { appealed_from: from, appeals_used: (context.appealsUsed ?? 0) + 1 })
  if (has('appeal_again')) columns['appeals_used'] = 0
  if (counts(row.to) && !counts(from)) columns['registered_at'] = AT
  return columns
}
