import 'server-only'
import type { Action } from '@/lib/access/permissions'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import type { EventOf } from '@/lib/workflow/events'
import type { TransitionContext } from '@/lib/workflow/types'
import { db } from '../database/db'
import { notFound, refused } from '../input/errors'
import { loadLedgers, type PersonLedgers } from '../ledger/ledgers'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { type Commit, commitTransitions } from '../transition/commit-transitions'
import { notificationRows } from '../transition/notification-rows'
import { historicScope } from './scope'

export interface HistoricMove {
  event: EventOf<'historic'>
  permission: Action
  /** The version that the page showed: numbers or scan that changed since are looked at again. */
  version: number
  reason?: string | null
  set?: (row: { personId: string; year: number }) => Promise<Record<string, unknown>> | Record<string, unknown>
  /** What becomes of the person's terms; asked for by whatever changes what counts. */
  follow?: (person: PersonLedgers, row: { id: string; year: number }) => Promise<Required<Pick<Commit, 'transitions' | 'inserts'>>>
}

/** What the workflow needs to know of a past year's paper hours, for this actor now. */
export async function historicFacts(
  actor: Actor,
  row: { personId: string; evidenceId: string | null },
  now: Date,
): Promise<TransitionContext> {
  return {
    by: actor.role,
    today: dateInShanghai(now),
    calendar: await readWorkCalendar(),
    isSelf: actor.personId !== null && actor.personId === row.personId,
    enteredByActor: false,
    evidence: row.evidenceId === null ? 0 : 1,
  }
}

/** One event of one past year. What counts in a term goes by the person's guard, so that a term is not certified over it at the same moment. */
export async function moveHistoric(actor: Actor, id: string, move: HistoricMove, now: Date): Promise<{ id: string }> {
  const row = await db.historicYear.findFirst({
    where: { AND: [{ id }, historicScope(actor, move.permission)] },
    select: { id: true, personId: true, year: true, state: true, evidenceId: true },
  })
  if (!row) throw notFound()
  const decision = decide('historic', row.state, move.event, { ...(await historicFacts(actor, row, now)), reason: move.reason })
  if (!decision.ok) throw refused(decision.refusals, id)
  const person = (await loadLedgers([row.personId])).get(row.personId)
  if (!person) throw new Error('paper hours without their person')
  const follow = (await move.follow?.(person, row)) ?? { transitions: [], inserts: {} }
  const concern = { personId: row.personId, machine: 'historic', historicId: id, year: row.year }
  const told = notificationRows(decision.effects, move.event, concern, now)
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'historic',
          id,
          from: row.state,
          version: move.version,
          event: move.event,
          to: decision.to,
          reason: move.reason ?? null,
          set: (await move.set?.(row)) ?? {},
        },
        ...follow.transitions,
      ],
      people: [{ id: person.personId, ledgerVersion: person.ledgerVersion, rulesRevision: person.rules.revision }],
      inserts: { notification: [...told, ...(follow.inserts.notification ?? [])] },
    },
    now,
  )
  return { id }
}
