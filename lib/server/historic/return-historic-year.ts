import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, text, version } from '../input/fields'
import { moveHistoric } from './move-historic'

export const returnHistoricInput = z.strictObject({ historic: id(), version: version(), reason: text(500, { lines: true }) })

/** Handed back to the person with what is to be changed. */
export async function returnHistoricYear(actor: Actor, input: z.infer<typeof returnHistoricInput>, { now }: { now: Date }) {
  const { historic, version: seen, reason } = input
  return moveHistoric(actor, historic, { event: 'return', permission: 'historic_verify', version: seen, reason }, now)
}
