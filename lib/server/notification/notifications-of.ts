import 'server-only'
import type { EventOf } from '@/lib/workflow/events'
import type { Machine } from '@/lib/workflow/states'
import type { Effect } from '@/lib/workflow/types'
import { newId } from '../ids'

export interface Concern {
  personId: string
  [key: string]: unknown
}

/** The rows of `notification` that the effects ask for: the person is told of every event that concerns them. */
export function notificationsOf(
  effects: readonly Effect[],
  event: EventOf<Machine>,
  concern: Concern,
  now: Date,
): Record<string, unknown>[] {
  if (!effects.includes('notify_person')) return []
  const { personId, ...data } = concern
  return [{ id: newId(), person_id: personId, kind: event, data, at: now }]
}
