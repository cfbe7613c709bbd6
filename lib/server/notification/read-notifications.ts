import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import type { Prisma } from '@/prisma/generated/client/client'
import { db } from '../database/db'
import { uuid } from '../database/ids'
import { nameFor } from '../find/visible-name'
import { notFound } from '../input/errors'
import { afterParam, behindTime, type Keyset, pagesOf } from '../input/keyset'
import { enumParam } from '../input/search'
import { type Addressee, addresseeOf } from './addressee'

export const notificationsSearch = { show: enumParam(['unread']), after: afterParam('instant') }

const hours = z.object({ total: z.number(), professional: z.number() })

/** What is stored with a notification; anything else in it is not for the page. */
export const concernOf = z.object({
  recordId: uuid().optional().catch(undefined),
  filingId: uuid().optional().catch(undefined),
  caseId: uuid().optional().catch(undefined),
  yearId: uuid().optional().catch(undefined),
  termId: uuid().optional().catch(undefined),
  historicId: uuid().optional().catch(undefined),
  /** Whom it is about, where an office is told. */
  about: uuid().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
  year: z.number().optional().catch(undefined),
  machine: z.string().optional().catch(undefined),
  rules: z.string().optional().catch(undefined),
  before: hours.optional().catch(undefined),
  after: hours.optional().catch(undefined),
})

export interface NotificationRow {
  id: string
  kind: string
  at: string
  read: boolean
  concern: z.infer<typeof concernOf>
  /** Of whom it speaks, where an office is told. */
  personName: string | null
}

export interface Notifications {
  rows: NotificationRow[]
  next: string | null
  unread: boolean
}

const pages = pagesOf(20)

/** What happened to one's own records and years, or to those of the office in use; the latest first. Three round trips at most. */
export async function readNotifications(actor: Actor, search: { show: 'unread' | null; after: Keyset | null }): Promise<Notifications> {
  const addressee = addresseeOf(actor)
  if (!addressee) throw notFound()
  const readUntil = await readUpTo(addressee)
  const unread = addressee.grantId === null ? { readAt: null } : readUntil ? { at: { gt: readUntil } } : {}
  const [found, newest] = await Promise.all([
    db.notification.findMany({
      where: {
        AND: [
          addressee.where,
          search.show === 'unread' ? unread : {},
          behindTime<Prisma.NotificationWhereInput>('at', 'desc', search.after),
        ],
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: pages.take,
      select: { id: true, kind: true, at: true, readAt: true, data: true },
    }),
    db.notification.findFirst({ where: { ...addressee.where, ...unread }, select: { id: true } }),
  ])
  const { rows, next } = pages.cut(found, ({ at, id }) => [at, id])
  const page = rows.map((row) => ({ ...row, concern: concernOf.parse(row.data) }))
  const names = await namesOf(page.flatMap(({ concern }) => concern.about ?? []))
  const shown = page.map(({ id, kind, at: happened, readAt, concern }): NotificationRow => {
    const name = concern.about === undefined ? undefined : names.get(concern.about)
    return {
      id,
      kind,
      at: happened.toISOString(),
      read: addressee.grantId === null ? readAt !== null : readUntil !== null && happened <= readUntil,
      concern,
      personName: name === undefined ? null : nameFor(actor, name),
    }
  })
  return { rows: shown, next, unread: newest !== null }
}

/** Up to when the officer has read; what their office was told before they held the role is old to them. */
async function readUpTo(addressee: Addressee): Promise<Date | null> {
  if (addressee.grantId === null) return null
  const grant = await db.roleGrant.findUnique({ where: { id: addressee.grantId }, select: { noticesReadAt: true, grantedAt: true } })
  return grant?.noticesReadAt ?? grant?.grantedAt ?? null
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(people.map(({ id, name }) => [id, name]))
}
