import 'server-only'
import type { Actor } from '@/lib/access/types'
import { db } from '../db'
import { forbidden } from '../errors'

/** One's own notifications up to now are read; those that come meanwhile are not. */
export async function markRead(actor: Actor, { until }: { until: string }, { now }: { now: Date }): Promise<null> {
  if (actor.personId === null) throw forbidden()
  const latest = await db.notification.findFirst({ where: { id: until, personId: actor.personId }, select: { at: true } })
  if (latest)
    await db.notification.updateMany({ where: { personId: actor.personId, readAt: null, at: { lte: latest.at } }, data: { readAt: now } })
  return null
}
