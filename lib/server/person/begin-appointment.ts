import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai, type PlainDate } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { id, version } from '../input/fields'
import { appointmentData, appointmentShape } from './appointment-input'
import { claimPerson } from './person-input'

export const beginAppointmentInput = z.strictObject({ ...appointmentShape, person: id(), version: version() })

/** A new title; a lower one of the same series that is still held ends the day before. */
export async function beginAppointment(
  actor: Actor,
  input: z.infer<typeof beginAppointmentInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const data = appointmentData(input, dateInShanghai(now))
  if (!data) throw invalid({ titleSeries: { key: 'choose' } })
  const held = { personId: input.person, titleSeries: data.titleSeries, untilOn: null }
  const later = await db.appointment.findFirst({ where: { ...held, fromOn: { gte: data.fromOn } }, select: { id: true } })
  if (later) throw invalid({ appointedFrom: { key: 'appointment_later' } })
  const untilOn = new Date(addDays(input.appointedFrom as PlainDate, -1))
  await db.$transaction(async (tx) => {
    await claimPerson(tx, input.person, input.version)
    await tx.appointment.updateMany({ where: held, data: { untilOn } })
    await tx.appointment.create({ data: { id: newId(), personId: input.person, ...data } })
    await writeAudit(actor, { act: 'appointment_begin', subject: 'person', subjectId: input.person }, now, tx)
  })
  return { person: input.person }
}
