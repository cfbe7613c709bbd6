import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { id, version } from '../input/fields'
import { moveHistoric } from './move-historic'

export const withdrawHistoricInput = z.strictObject({ historic: id(), version: version() })

/** Paper hours taken back by their person before a bureau has verified them; the same year can be entered again. */
export async function withdrawHistoricYear(actor: Actor, input: z.infer<typeof withdrawHistoricInput>, { now }: { now: Date }) {
  return moveHistoric(actor, input.historic, { event: 'withdraw', permission: 'historic_enter', version: input.version }, now)
}
