import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { addDays, dateInShanghai } from '@/lib/calendar/plain-date'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid, notFound } from '../input/errors'
import { id, version } from '../input/fields'
import { employmentData, employmentShape } from './employment-input'
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
  const data = await employmentData(input, person.regionCode, dateInShanghai(now))
  if (person.employments.some(({ fromOn }) => fromOn >= data.fromOn)) throw invalid({ employedFrom: { key: 'employment_later' } })
  const untilOn = new Date(addDays(input.employedFrom, -1))
  await db.$transaction(async (tx) => {
    await claimPerson(tx, input.person, input.version)
    await tx.employment.updateMany({ where: { personId: input.person, untilOn: null }, data: { untilOn } })
    await tx.employment.create({ data: { id: newId(), personId: input.person, ...data } })
    await writeAudit(actor, { act: 'employment_begin', subject: 'person', subjectId: input.person }, now, tx)
  })
  return { person: input.person }
}
