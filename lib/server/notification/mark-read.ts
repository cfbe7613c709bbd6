import 'server-only'
import type { Actor } from '@/lib/access/types'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { addresseeOf } from './addressee'

/** What one was told up to now is read; what comes meanwhile is not. In an office each officer reads for themself. */
export async function markRead(actor: Actor, { until }: { until: string }, { now }: { now: Date }): Promise<null> {
  const addressee = addresseeOf(actor)
  if (!addressee) throw forbidden()
  const latest = await db.notification.findFirst({ where: { id: until, ...addressee.where }, select: { at: true } })
  if (!latest) return null
  if (addressee.grantId === null)
    await db.notification.updateMany({ where: { ...addressee.where, readAt: null, at: { lte: latest.at } }, data: { readAt: now } })
  else await db.roleGrant.update({ where: { id: addressee.grantId }, data: { noticesReadAt: latest.at } })
  return null
}
