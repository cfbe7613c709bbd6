import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { day } from '../database/plain-dates'
import { runOnce } from '../database/statement'
import { forbidden, invalid, notFound } from '../input/errors'
import { id, version } from '../input/fields'
import { employmentColumns, employmentShape } from './employment-input'
import { claimPerson } from './person-input'

export const beginEmploymentInput = z.strictObject({ ...employmentShape, person: id(), version: version() })

/** A new employment; the one that runs ends the day before. Records already handed in keep their path. */
export async function beginEmployment(
  actor: Actor,
  input: z.infer<typeof beginEmploymentInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const person = await db.person.findUnique({
    where: { id: input.person },
    select: { regionCode: true, employments: { where: { untilOn: null }, select: { id: true, fromOn: true } } },
  })
  if (!person) throw notFound()
  const columns = await employmentColumns(input, person.regionCode, dateInShanghai(now))
  if (person.employments.some(({ fromOn }) => day(fromOn) >= columns.from_on)) throw invalid({ employedFrom: { key: 'employment_later' } })
  await inTransaction(async (on) => {
    await claimPerson(on, input.person, input.version)
    const row = { id: newId(), person_id: input.person, ...columns }
    await runOnce(
      (builder) =>
        builder
          .updateTable('employment')
          .set({ until_on: addDays(input.employedFrom, -1) })
          .where('person_id', '=', input.person)
          .where('until_on', 'is', null),
      on,
    )
    await runOnce((builder) => builder.insertInto('employment').values(row), on)
    await writeAudit(actor, { act: 'employment_begin', subject: 'person', subjectId: input.person }, now, on)
  })
  return { person: input.person }
}
