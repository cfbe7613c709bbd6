import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai, yearOf } from '@/lib/calendar/plain-date'
import { id, version } from '../input/fields'
import { competentBureauOf } from '../year/competent-bureau'
import { moveHistoric } from './move-historic'

export const submitHistoricInput = z.strictObject({ historic: id(), version: version() })

/** Handed in, with its scan, to the bureau that would certify the person's year (N6.1–N6.4). */
export async function submitHistoricYear(actor: Actor, input: z.infer<typeof submitHistoricInput>, { now }: { now: Date }) {
  const today = dateInShanghai(now)
  return moveHistoric(
    actor,
    input.historic,
    {
      event: 'submit',
      permission: 'historic_enter',
      version: input.version,
      set: async ({ personId }) => {
        const { bureau } = await competentBureauOf(personId, yearOf(today), today)
        return { region_code: bureau.regionCode, route_clause: bureau.clause, entered_at: now }
      },
    },
    now,
  )
}
