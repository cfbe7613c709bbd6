import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { forbidden } from '../input/errors'
import { id, version } from '../input/fields'
import { claimPerson, contactData, contactShape } from './person-input'

export const changePersonInput = z.strictObject({
  ...contactShape,
  person: id(),
  version: version(),
  keepPhone: z.literal('yes').optional(),
})

/** Changes name, contact, region and transfer of a person. The number they have stays where none is typed and it is not to be removed. */
export async function changePerson(
  actor: Actor,
  { person, version, keepPhone, ...input }: z.infer<typeof changePersonInput>,
  { now }: { now: Date },
): Promise<{ person: string }> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const { phoneCipher, phoneIndex, phoneMask, ...data } = contactData(input)
  const phone = input.phone || keepPhone !== 'yes' ? { phoneCipher, phoneIndex, phoneMask } : {}
  await db.$transaction(async (tx) => {
    await claimPerson(tx, person, version, { ...data, ...phone })
    await tx.account.updateMany({ where: { personId: person }, data: { displayName: input.name } })
    await writeAudit(actor, { act: 'person_change', subject: 'person', subjectId: person }, now, tx)
  })
  return { person }
}
