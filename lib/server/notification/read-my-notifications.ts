import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { db } from '../db'
import { cursor, encodeCursor, filtered } from '../search'

export const notificationsSearch = { show: filtered(['unread']), after: cursor(z.object({ at: z.iso.datetime(), id: z.uuid() })) }

/** What is stored with a notification; anything else in it is not for the page. */
const concern = z.object({
  recordId: z.uuid().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  year: z.number().optional().catch(undefined),
  machine: z.string().optional().catch(undefined),
})

export interface NotificationRow {
  id: string
  kind: string
  at: string
  read: boolean
  concern: z.infer<typeof concern>
}

const PAGE = 20

/** What happened to one's records and years, the latest first. */
export async function readMyNotifications(
  actor: Actor,
  search: { show: 'unread' | null; after: { at: string; id: string } | null },
): Promise<{ rows: NotificationRow[]; next: string | null; unread: boolean }> {
  const personId = actor.personId ?? ''
  const at = search.after ? new Date(search.after.at) : null
  const [rows, unread] = await Promise.all([
    db.notification.findMany({
      where: {
        personId,
        ...(search.show === 'unread' ? { readAt: null } : {}),
        ...(search.after && at ? { OR: [{ at: { lt: at } }, { at, id: { lt: search.after.id } }] } : {}),
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
      select: { id: true, kind: true, at: true, readAt: true, data: true },
    }),
    db.notification.findFirst({ where: { personId, readAt: null }, select: { id: true } }),
  ])
  const shown = rows.slice(0, PAGE).map(({ data, at: happened, readAt, ...row }) => ({
    ...row,
    at: happened.toISOString(),
    read: readAt !== null,
    concern: concern.parse(data),
  }))
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > PAGE && last ? encodeCursor({ at: last.at, id: last.id }) : null, unread: unread !== null }
}
