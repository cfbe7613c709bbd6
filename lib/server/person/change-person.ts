import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { writeAudit } from '../database/audit'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { forbidden } from '../input/errors'
import { id, version } from '../input/fields'
import { claimPerson, contactColumns, contactShape } from './person-input'

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
  const { phone_cipher, phone_index, phone_mask, ...contact } = contactColumns(input)
  const phone = input.phone || keepPhone !== 'yes' ? { phone_cipher, phone_index, phone_mask } : {}
  await inTransaction(async (on) => {
    await claimPerson(on, person, version, { ...contact, ...phone })
    await runOnce((db) => db.updateTable('account').set({ display_name: input.name }).where('person_id', '=', person), on)
    await writeAudit(actor, { act: 'person_change', subject: 'person', subjectId: person }, now, on)
  })
  return { person }
}
