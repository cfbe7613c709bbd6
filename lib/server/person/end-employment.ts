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

export const endEmploymentInput = z.strictObject({ person: id(), version: version(), employment: id(), untilOn: date() })

/** Ends an employment on its last day. Without another the person's records go to the bureau of their own region. */
export async function endEmployment(
  actor: Actor,
  { person, version, employment, untilOn }: z.infer<typeof endEmploymentInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const row = await db.employment.findFirst({ where: { id: employment, personId: person, untilOn: null }, select: { fromOn: true } })
  if (!row) throw notFound()
  if (untilOn > dateInShanghai(now)) throw invalid({ untilOn: { key: 'date_future' } })
  if (untilOn < day(row.fromOn)) throw invalid({ untilOn: { key: 'date_order' } })
  await inTransaction(async (on) => {
    await claimPerson(on, person, version)
    await runOnce((builder) => builder.updateTable('employment').set({ until_on: untilOn }).where('id', '=', employment), on)
    await writeAudit(actor, { act: 'employment_end', subject: 'person', subjectId: person }, now, on)
  })
  return { person }
}
