import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { dateColumn } from '../database/plain-dates'
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
  if (dateColumn(untilOn) < row.fromOn) throw invalid({ untilOn: { key: 'date_order' } })
  await db.$transaction(async (tx) => {
    await claimPerson(tx, person, version)
    await tx.employment.update({ where: { id: employment }, data: { untilOn: dateColumn(untilOn) } })
    await writeAudit(actor, { act: 'employment_end', subject: 'person', subjectId: person }, now, tx)
  })
  return { person }
}
