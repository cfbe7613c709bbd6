import 'server-only'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine } from '@/lib/workflow/states'
import type { Effect } from '@/lib/workflow/types'
import { newId } from '../database/ids'
import type { PlainRow } from './tables'

/** Whom an event concerns. What is not an addressee is kept with the notification for its words and its link. */
export interface NotificationContext {
  personId?: string | null
  /** The unit whose officers are told (`notify_employer`). */
  employerId?: string | null
  /** The office that entered it on the person's behalf (`notify_creator`). */
  creatorId?: string | null
  /** The provider or employer that filed the training (`notify_filer`). */
  filerId?: string | null
  /** Another event under which it is told than its own. */
  kind?: string
  [key: string]: unknown
}

export type Notification = PlainRow<'notification'>

export type NotifyEffect = Extract<Effect, `notify_${string}`>

const OFFICE_OF = { notify_employer: 'employerId', notify_creator: 'creatorId', notify_filer: 'filerId' } as const

/** The notification that the effect asks for; null where there is nobody to tell. */
export function notificationRow(
  effect: NotifyEffect,
  event: EventOf<Machine>,
  context: NotificationContext,
  now: Date,
): Notification | null {
  const { personId, employerId, creatorId, filerId, kind = event, ...data } = context
  if (effect === 'notify_person') return personId ? { id: newId(), person_id: personId, kind, data, at: now } : null
  const office = { employerId, creatorId, filerId }[OFFICE_OF[effect]]
  return office
    ? { id: newId(), organization_id: office, kind, data: { ...data, ...(personId ? { about: personId } : {}) }, at: now }
    : null
}

/**
 * One act tells each addressee once about one record: where a record and its objection move together, of the record's event. An office
 * that is told for two reasons (as employer and as whoever entered it) is told once.
 */
export function withoutRepeats(rows: readonly Notification[]): Notification[] {
  const kept = new Map<string, Notification>()
  for (const row of rows) {
    const data = row.data as Record<string, unknown>
    const key = data['recordId'] ? `${row.person_id ?? ''}:${row.organization_id ?? ''}:${data['recordId']}` : row.id
    const other = kept.get(key)
    if (!other || (isObjections(other) && !isObjections(row))) kept.set(key, row)
  }
  return [...kept.values()]
}

function isObjections(row: Notification): boolean {
  return (row.data as Record<string, unknown>)['machine'] === 'objection'
}
