import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, version } from '../input/fields'
import { moveHistoric } from './move-historic'

export const verifyHistoricInput = z.strictObject({ historic: id(), version: version() })

/** The numbers agree with the stamped form: the year counts in the person's term from now on. */
export async function verifyHistoricYear(actor: Actor, input: z.infer<typeof verifyHistoricInput>, { now }: { now: Date }) {
  const set = () => ({ verified_by: actor.accountId, verified_at: now })
  return moveHistoric(actor, input.historic, { event: 'verify', permission: 'historic_verify', version: input.version, set }, now)
}
