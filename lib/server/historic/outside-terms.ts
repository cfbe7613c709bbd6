import 'server-only'
import { plainDate } from '@/lib/calendar/plain-date'
import { termYears } from '@/lib/rules/evaluate-term'
import type { Prisma } from '@/prisma/generated/client/client'
import { day } from '../database/plain-dates'
import { rulesAtHand } from '../rule-set/in-force'

/** What `isOutsideTerms` needs of a person. */
export const appointmentYears = { appointments: { select: { fromOn: true, untilOn: true } } } as const satisfies Prisma.PersonSelect

/** Whether the year belongs to no appointment's term, as the rules count a term's years (N8.1): then nothing counts its paper hours. */
export function isOutsideTerms(year: number, appointments: readonly { fromOn: Date; untilOn: Date | null }[]): boolean {
  return !appointments.some(({ fromOn, untilOn }) => {
    const to = untilOn ? day(untilOn) : plainDate(`${year}-12-31`)
    return termYears({ from: day(fromOn), to }, { sets: rulesAtHand().sets }).includes(year)
  })
}
