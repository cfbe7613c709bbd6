import 'server-only'
import { sql } from 'kysely'
import type { Actor } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { type Builder, type Statement, statement } from '../database/statement'
import { addresseeOf } from './addressee'
import { type Counted, counted, DESKS, type Desk } from './waiting-queues'

type Counts = Record<string, number>

const statements = new Map<string, Statement<Desk, Counts>>()

/**
 * How much waits for the office in use, by the key of its menu entry, and how many notifications are unread (`unread`). One statement of
 * counts that stop at a hundred, each over the partial index that its queue is served by; never stored, so never stale. What a menu entry
 * holds in several queues is counted by each (`bureau.certification/terms`) and together.
 */
export async function readWaitingCounts(actor: Actor, today: PlainDate): Promise<Counts> {
  const { organizationId, regionCode, personId, grantId } = actor
  const [counts] = (await statementFor(actor)?.({ organizationId, regionCode, personId, grantId, today } as Desk)) ?? []
  return withWhole(counts ?? {})
}

/** One for each role, and for the city's bureau its own; none where there is nothing to count. */
function statementFor(actor: Actor): Statement<Desk, Counts> | null {
  const addressee = addresseeOf(actor)
  const desks = DESKS[actor.role]
  if (!desks && !addressee) return null
  const city = isCity(actor)
  const unreadOf = addressee === null ? null : addressee.grantId === null ? ownUnread : officeUnread
  const name = `waiting:${actor.role}:${city ? 'city' : ''}:${addressee && (addressee.grantId === null ? 'self' : 'office')}`
  const known = statements.get(name)
  if (known) return known
  const made = statement<Desk, Counts>(name, (db, desk) => {
    const parts: Counted = {
      ...desks?.(db, desk, city),
      ...(unreadOf ? { unread: unreadOf(db, desk) } : {}),
    }
    return db.selectNoFrom(Object.entries(parts).map(([entry, count]) => sql<number>`${count}`.as(entry)))
  })
  statements.set(name, made)
  return made
}

function withWhole(counts: Counts): Counts {
  const whole: Counts = {}
  for (const [name, count] of Object.entries(counts)) {
    const [entry] = name.split('/') as [string]
    if (entry !== name) whole[entry] = (whole[entry] ?? 0) + count
  }
  return { ...counts, ...whole }
}

function isCity({ regionCode }: Actor): boolean {
  return regionCode?.endsWith('00') ?? false
}

function ownUnread(db: Builder, { personId }: Desk) {
  return counted(db.selectFrom('notification as n').where('n.person_id', '=', personId).where('n.read_at', 'is', null))
}

function officeUnread(db: Builder, { organizationId, grantId }: Desk) {
  return counted(
    db
      .selectFrom('notification as n')
      .where('n.organization_id', '=', organizationId)
      .where('n.at', '>', (eb) =>
        eb
          .selectFrom('role_grant as g')
          .select((e) => e.fn.coalesce('g.notices_read_at', 'g.granted_at').as('at'))
          .where('g.id', '=', grantId),
      ),
  )
}
