import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { forbidden, invalid } from '../input/errors'
import { idNumber } from '../input/fields'
import { indexPersonal } from '../security/personal-number'

export const findPersonByNumberInput = z.strictObject({ idNumber: idNumber() })

/** The person with exactly this ID number, by its index: the number stands in no address and no log. */
export async function findPersonByNumber(
  actor: Actor,
  input: z.infer<typeof findPersonByNumberInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const idNumberIndex = new Uint8Array(indexPersonal(input.idNumber))
  const found = await db.person.findUnique({ where: { idNumberIndex }, select: { id: true } })
  if (!found) throw invalid({ idNumber: { key: 'person_unknown' } })
  await writeAudit(actor, { act: 'person_find_by_number', subject: 'person', subjectId: found.id }, now)
  return { person: found.id }
}
