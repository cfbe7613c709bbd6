import 'server-only'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { decide } from '@/lib/workflow/decide'
import { db } from '../database/db'
import { notFound, refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { commitTransitions } from '../transition/commit-transitions'

interface YearMove {
  event: 'withdraw' | 'reopen'
  version?: number
  set: Record<string, unknown>
}

/** An act of the person's on their own year. */
export async function moveOwnYear(actor: Actor, personId: string, year: number, move: YearMove, now: Date): Promise<void> {
  const [row, calendar] = await Promise.all([
    db.year.findUnique({ where: { personId_year: { personId, year } }, select: { id: true, state: true, version: true } }),
    readWorkCalendar(),
  ])
  if (!row) throw notFound()
  const facts = { by: actor.role, today: dateInShanghai(now), calendar, isSelf: actor.personId === personId, enteredByActor: false }
  const decision = decide('year', row.state, move.event, facts)
  if (!decision.ok) throw refused(decision.refusals, row.id)
  await commitTransitions(
    actor,
    {
      transitions: [
        {
          machine: 'year',
          id: row.id,
          from: row.state,
          version: move.version ?? row.version,
          event: move.event,
          to: decision.to,
          set: move.set,
        },
      ],
    },
    now,
  )
}
