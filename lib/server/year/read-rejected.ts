import 'server-only'
import { statesIn } from '@/lib/workflow/state-groups'
import { float, statement } from '../database/statement'

/** When the certification of a year was revoked, and why. */
export interface Revocation {
  at: string
  reason: string | null
}

const MOST = 100

const lostRecords = statement('lost-records', (db, given: { personId: string; year: number }) =>
  db
    .selectFrom('hour_record as r')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('event as v')
          .select(['v.at', 'v.reason'])
          .whereRef('v.stream_id', '=', 'r.id')
          .where('v.to_state', '=', (e) => e.cast<string>('r.state', 'text'))
          .orderBy('v.seq', 'desc')
          .limit(1)
          .as('e'),
      (join) => join.onTrue(),
    )
    .select((eb) => ['r.id', 'r.title', 'r.category', float(eb.ref('r.hours')).as('hours'), 'r.state', 'e.at', 'e.reason'])
    .where('r.person_id', '=', given.personId)
    .where('r.year', '=', given.year)
    .where('r.state', 'in', statesIn('record', 'decided_against'))
    .orderBy('e.at', (at) => at.desc().nullsLast())
    .orderBy('r.id')
    .limit(MOST),
)

/** A record of the year that was decided against: its hours do not count, and why. */
export type RejectedRecord = Awaited<ReturnType<typeof readRejected>>[number]

/** The records of a person's year that were rejected or revoked, the last decided first. */
export async function readRejected(personId: string, year: number) {
  const rows = await lostRecords({ personId, year })
  return rows.map(({ at, ...row }) => ({ ...row, at: at?.toISOString() ?? null }))
}

const revocation = statement('year-revocation', (db, given: { yearId: string }) =>
  db
    .selectFrom('event')
    .select(['at', 'reason'])
    .where('stream_id', '=', given.yearId)
    .where('event', '=', 'revoke')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** Of a year that is revoked. */
export async function readRevocation(yearId: string): Promise<Revocation | null> {
  const [row] = await revocation({ yearId })
  return row ? { at: row.at.toISOString(), reason: row.reason } : null
}
