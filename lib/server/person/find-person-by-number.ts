import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { parseIdNumber } from '@/lib/numbers/id-number'
import { writeAudit } from '../audit'
import { db } from '../db'
import { forbidden, invalid } from '../errors'
import { text } from '../fields'
import { indexPersonal } from '../personal-number'

export const findPersonByNumberInput = z.strictObject({ idNumber: text(40) })

/** The person with exactly this ID number, by its index: the number stands in no address and no log. */
export async function findPersonByNumber(
  actor: Actor,
  input: z.infer<typeof findPersonByNumberInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const parsed = parseIdNumber(input.idNumber)
  if (!parsed.ok) throw invalid({ idNumber: { key: 'id_number' } })
  const idNumberIndex = new Uint8Array(indexPersonal(parsed.idNumber))
  const found = await db.person.findUnique({ where: { idNumberIndex }, select: { id: true } })
  if (!found) throw invalid({ idNumber: { key: 'person_unknown' } })
  await writeAudit(actor, { act: 'person_find_by_number', subject: 'person', subjectId: found.id }, now)
  return { person: found.id }
}
