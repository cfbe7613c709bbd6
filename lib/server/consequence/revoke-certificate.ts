import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { isInGroup } from '@/lib/workflow/state-groups'
import type { YearState } from '@/lib/workflow/states'
import type { TransitionContext } from '@/lib/workflow/types'
import { db } from '../database/db'
import { refused } from '../input/errors'
import type { LedgerYear } from '../ledger/ledgers'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import type { Commit, TransitionWrite } from '../transition/commit-transitions'
import { type NotificationContext, notificationRows } from '../transition/notification-rows'

/** What has been certified and is revoked: a year or a term, as it was read. */
export interface Revoked {
  machine: 'year' | 'term'
  id: string
  state: YearState
  version: number
  concern: NotificationContext
  /** Columns that change with it. */
  set?: Record<string, unknown>
}

/** A certified year and its certificate revoked, as a part of what is being committed: with a counted record, or by the certifier's own act. */
export async function planRevocation(
  actor: Actor,
  { id, state, version, year, employerId }: Pick<LedgerYear, 'id' | 'state' | 'version' | 'year' | 'employerId'>,
  personId: string,
  reason: string | null,
  now: Date,
): Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>> {
  return planRevocationOf(
    actor,
    actor.role,
    { machine: 'year', id, state, version, concern: { personId, employerId, year, yearId: id, machine: 'year' } },
    reason,
    now,
  )
}

/** The same for a year or a term; `by`: whose decision it is, the system's where it follows from another. */
export async function planRevocationOf(
  actor: Actor,
  by: TransitionContext['by'],
  { machine, id, state, version, concern, set }: Revoked,
  reason: string | null,
  now: Date,
): Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>> {
  const calendar = await readWorkCalendar()
  const isSelf = by !== 'system' && actor.personId === concern.personId
  const facts = { by, today: dateInShanghai(now), calendar, isSelf, enteredByActor: false, reason, finding: reason }
  const decision = decide(machine, state, 'revoke', facts)
  if (!decision.ok) throw refused(decision.refusals, id)
  const transitions: TransitionWrite[] = [
    {
      machine,
      id,
      from: state,
      version,
      event: 'revoke',
      to: decision.to,
      reason,
      set: { certified_at: null, due_on: null, ...set },
    } as TransitionWrite,
  ]
  const certificates = await db.certificate.findMany({
    where: machine === 'year' ? { yearId: id } : { termId: id },
    select: { id: true, state: true, version: true },
  })
  for (const certificate of certificates) {
    if (!isInGroup('certificate', certificate.state, 'valid')) continue
    const taken = decide('certificate', certificate.state, 'revoke', { ...facts, by: 'system' })
    if (!taken.ok) throw refused(taken.refusals)
    const { id: certificateId, state: from, version: read } = certificate
    transitions.push({ machine: 'certificate', id: certificateId, from, version: read, event: 'revoke', to: taken.to, reason })
  }
  return { transitions, inserts: { notification: notificationRows(decision.effects, 'revoke', concern, now) } }
}
