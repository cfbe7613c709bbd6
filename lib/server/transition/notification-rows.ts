import 'server-only'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine } from '@/lib/workflow/states'
import type { Effect } from '@/lib/workflow/types'
import { newId } from '../database/ids'

/** What happened to what: whose it is, and the offices that are told besides. The rest is kept for the words and the link. */
export interface NotificationContext {
  personId?: string | null
  /** The unit whose officers are told (`notify_employer`). */
  employerId?: string | null
  /** The office that entered it on the person's behalf (`notify_creator`). */
  creatorId?: string | null
  /** The provider or employer that filed the training (`notify_filer`). */
  filerId?: string | null
  [key: string]: unknown
}

/**
 * The rows of `notification` that the effects ask for: the person is told of every event that concerns them, and so is an office of what
 * became of its own. What arrives on an office's desk (`notify_reviewer`, `notify_certifier`, `notify_authority`) is told by its queue and
 * the count beside it in the menu.
 */
export function notificationRows(
  effects: readonly Effect[],
  event: EventOf<Machine>,
  concern: NotificationContext,
  now: Date,
): Record<string, unknown>[] {
  const { personId, employerId, creatorId, filerId, ...data } = concern
  const offices = new Set<string>()
  if (effects.includes('notify_employer') && employerId) offices.add(employerId)
  if (effects.includes('notify_creator') && creatorId) offices.add(creatorId)
  if (effects.includes('notify_filer') && filerId) offices.add(filerId)
  const row = { kind: event, data, at: now }
  return [
    ...(effects.includes('notify_person') && personId ? [{ id: newId(), person_id: personId, ...row }] : []),
    ...[...offices].map((organizationId) => ({
      id: newId(),
      organization_id: organizationId,
      ...row,
      data: { ...data, ...(personId ? { about: personId } : {}) },
    })),
  ]
}
