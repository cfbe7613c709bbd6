import 'server-only'
import type { Actor } from '@/lib/access/types'
import { forbidden } from '../input/errors'
import { moveOwnYear } from './move-own-year'

/** Takes the request back: the year is open again and another option can be chosen. */
export async function withdrawRequest(
  actor: Actor,
  { year, version }: { year: number; version?: number },
  { now }: { now: Date },
): Promise<{ year: number }> {
  if (actor.personId === null) throw forbidden()
  const set = { requested_at: null, due_on: null, region_code: null, route_clause: null, authority_id: null }
  await moveOwnYear(actor, actor.personId, year, { event: 'withdraw', set, version }, now)
  return { year }
}
