import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { dateColumn } from '../database/plain-dates'
import { runOnce } from '../database/statement'
import { forbidden, invalid } from '../input/errors'
import { id, version } from '../input/fields'
import { appointmentColumns, appointmentShape } from './appointment-input'
import { claimPerson } from './person-input'

export const beginAppointmentInput = z.strictObject({ ...appointmentShape, person: id(), version: version() })

/** A new title; a lower one of the same series that is still held ends the day before. */
export async function beginAppointment(
  actor: Actor,
  input: z.infer<typeof beginAppointmentInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const columns = appointmentColumns(input, dateInShanghai(now))
  if (!columns) throw invalid({ titleSeries: { key: 'choose' } })
  const { title_series: titleSeries, from_on: from } = columns
  const later = await db.appointment.findFirst({
    where: { personId: input.person, titleSeries, untilOn: null, fromOn: { gte: dateColumn(from) } },
    select: { id: true },
  })
  if (later) throw invalid({ appointedFrom: { key: 'appointment_later' } })
  await inTransaction(async (on) => {
    await claimPerson(on, input.person, input.version)
    const row = { id: newId(), person_id: input.person, ...columns }
    await runOnce(
      (builder) =>
        builder
          .updateTable('appointment')
          .set({ until_on: addDays(from, -1) })
          .where('person_id', '=', input.person)
          .where('title_series', '=', titleSeries)
          .where('until_on', 'is', null),
      on,
    )
    await runOnce((builder) => builder.insertInto('appointment').values(row), on)
    await writeAudit(actor, { act: 'appointment_begin', subject: 'person', subjectId: input.person }, now, on)
  })
  return { person: input.person }
}
