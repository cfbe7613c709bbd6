import 'server-only'
import type { Prisma } from '@/prisma/generated/client/client'

/** What `isOutsideTerms` needs of a person. */
export const appointmentYears = { appointments: { select: { fromOn: true, untilOn: true } } } as const satisfies Prisma.PersonSelect

/** Whether no appointment reaches into this calendar year: paper hours of such a year are in no term (N8.1). */
export function isOutsideTerms(year: number, appointments: readonly { fromOn: Date; untilOn: Date | null }[]): boolean {
  return !appointments.some(
    ({ fromOn, untilOn }) => fromOn.getUTCFullYear() <= year && (untilOn === null || untilOn.getUTCFullYear() >= year),
  )
}
