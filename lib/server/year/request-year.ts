import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import type { YearResult } from '@/lib/rules/types'
import { act } from '../consequence/act'
import { db } from '../database/db'
import { forbidden, notFound, refused } from '../input/errors'
import { readWorkCalendar } from '../runtime/read-work-calendar'
import { actorContext } from '../transition/context'
import type { Step } from '../transition/step'
import { competentBureauOf } from './competent-bureau'

export interface YearRequest {
  year: number
  /** Whose, where the employer asks for its staff. */
  personId?: string
  version?: number
}

/**
 * Asks for the year's certification: the competent bureau is computed and kept with the clause that says so, the chosen option locks.
 * Refused while the hours do not suffice (N6.5).
 */
export async function requestYear(
  actor: Actor,
  { year, personId, version }: YearRequest,
  { now }: { now: Date },
): Promise<{ year: number }> {
  const owner = personId ?? actor.personId
  if (owner === null) throw forbidden()
  const today = dateInShanghai(now)
  const [row, route, calendar] = await Promise.all([
    db.year.findUnique({
      where: { personId_year: { personId: owner, year } },
      select: { id: true, state: true, version: true, met: true, result: true },
    }),
    competentBureauOf(owner, year, today),
    readWorkCalendar(),
  ])
  const { bureau, placement } = route
  if (!can(actor, 'year_request', { personId: owner, organizationId: placement.organizationId })) throw notFound()
  // A year without a row holds no hours yet: it is asked for in vain, and says so.
  if (!row) throw refused([{ code: 'not_met', detail: {} }])
  const isSelf = actor.personId === owner
  const choice = (row.result as unknown as YearResult).choice.selected
  const step: Step<'year'> = {
    machine: 'year',
    id: row.id,
    from: row.state,
    version: version ?? row.version,
    event: 'request',
    context: { ...actorContext(actor, now, calendar, { isSelf }), met: row.met },
    set: {
      choice_id: choice,
      region_code: bureau.regionCode,
      route_clause: bureau.clause,
      employer_id: placement.organizationId,
      authority_id: bureau.authorityFirst,
      requested_at: now,
    },
    data: { clause: bureau.clause, regionCode: bureau.regionCode, choice },
    concern: { personId: owner, year, machine: 'year' },
  }
  await act(actor, { steps: [step] }, now)
  return { year }
}
