import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { planTermConsequences } from '../consequence/term-consequences'
import { id, text, version } from '../input/fields'
import { moveHistoric } from './move-historic'

export const revokeHistoricInput = z.strictObject({ historic: id(), version: version(), reason: text(500, { lines: true }) })

/** A verification taken back (M20): the hours no longer count, and a term certified over them follows in the same commit. */
export async function revokeHistoricYear(actor: Actor, input: z.infer<typeof revokeHistoricInput>, { now }: { now: Date }) {
  const { historic, version: seen, reason } = input
  return moveHistoric(
    actor,
    historic,
    {
      event: 'revoke',
      permission: 'historic_verify',
      version: seen,
      reason,
      set: () => ({ verified_by: null, verified_at: null }),
      follow: (person, { id: gone }) => planTermConsequences(actor, person, { historicGone: gone, touching: true }, reason, now),
    },
    now,
  )
}
