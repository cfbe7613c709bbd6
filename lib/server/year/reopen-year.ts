import 'server-only'
import type { Actor } from '@/lib/access/types'
import { forbidden } from '../input/errors'
import { moveOwnYear } from './move-own-year'

/** After a revocation the person opens the year again, to complete it and ask once more. */
export async function reopenYear(
  actor: Actor,
  { year, version }: { year: number; version?: number },
  { now }: { now: Date },
): Promise<{ year: number }> {
  if (actor.personId === null) throw forbidden()
  await moveOwnYear(actor, actor.personId, year, { event: 'reopen', set: { requested_at: null, due_on: null }, version }, now)
  return { year }
}
