import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { stateIs } from '@/lib/workflow/ask'
import { decide } from '@/lib/workflow/decide'
import type { Commit, Transition } from '../commit'
import { db } from '../db'
import { refused } from '../errors'
import { notificationsOf } from '../notification/notifications-of'
import { readWorkCalendar } from '../work-calendar'
import type { LedgerYear } from '../year/ledgers'

/** A certified year and its certificate revoked, as a part of what is being committed: with a counted record, or by the certifier's own act. */
export async function planRevocation(
  actor: Actor,
  year: Pick<LedgerYear, 'id' | 'state' | 'version' | 'year' | 'employerId'>,
  personId: string,
  reason: string | null,
  now: Date,
): Promise<Pick<Commit, 'transitions' | 'inserts'>> {
  const calendar = await readWorkCalendar()
  const facts = {
    by: actor.role,
    today: dateInShanghai(now),
    calendar,
    isSelf: actor.personId === personId,
    enteredByActor: false,
    reason,
    finding: reason,
  }
  const yearDecision = decide('year', year.state, 'revoke', facts)
  if (!yearDecision.ok) throw refused(yearDecision.refusals)
  const transitions: Transition[] = [
    {
      machine: 'year',
      id: year.id,
      from: year.state,
      version: year.version,
      event: 'revoke',
      to: yearDecision.to,
      reason,
      set: { certified_at: null, due_on: null },
    },
  ]
  const certificates = await db.certificate.findMany({ where: { yearId: year.id }, select: { id: true, state: true, version: true } })
  for (const { id, state, version } of certificates) {
    if (!stateIs('certificate', state, 'valid')) continue
    const decision = decide('certificate', state, 'revoke', { ...facts, by: 'system' })
    if (!decision.ok) throw refused(decision.refusals)
    transitions.push({ machine: 'certificate', id, from: state, version, event: 'revoke', to: decision.to, reason })
  }
  return {
    transitions,
    inserts: {
      notification: notificationsOf(
        yearDecision.effects,
        'revoke',
        { personId, employerId: year.employerId, year: year.year, yearId: year.id, machine: 'year' },
        now,
      ),
    },
  }
}
