import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { inTransaction } from '../database/in-transaction'
import { day } from '../database/plain-dates'
import { runOnce } from '../database/statement'
import { forbidden, invalid, notFound } from '../input/errors'
import { date, id, version } from '../input/fields'
import { claimPerson } from './person-input'

export const endAppointmentInput = z.strictObject({ person: id(), version: version(), appointment: id(), untilOn: date() })

/** Ends an appointment on its last day. */
export async function endAppointment(
  actor: Actor,
  { person, version, appointment, untilOn }: z.infer<typeof endAppointmentInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const row = await db.appointment.findFirst({ where: { id: appointment, personId: person, untilOn: null }, select: { fromOn: true } })
  if (!row) throw notFound()
  if (untilOn > dateInShanghai(now)) throw invalid({ untilOn: { key: 'date_future' } })
  if (untilOn < day(row.fromOn)) throw invalid({ untilOn: { key: 'date_order' } })
  await inTransaction(async (on) => {
    await claimPerson(on, person, version)
    await runOnce((builder) => builder.updateTable('appointment').set({ until_on: untilOn }).where('id', '=', appointment), on)
    await writeAudit(actor, { act: 'appointment_end', subject: 'person', subjectId: person }, now, on)
  })
  return { person }
}
