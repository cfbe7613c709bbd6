import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { maskIdNumber } from '@/lib/numbers/id-number'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { inTransaction } from '../database/in-transaction'
import { runOnce } from '../database/statement'
import { forbidden, invalid } from '../input/errors'
import { idNumber, loginName } from '../input/fields'
import { hashPassword, makePassword } from '../security/password'
import { encryptPersonal, indexPersonal } from '../security/personal-number'
import { appointmentColumns, appointmentShape } from './appointment-input'
import { employmentColumns, employmentShape } from './employment-input'
import { contactColumns, contactShape } from './person-input'

export const enterPersonInput = z.strictObject({
  ...contactShape,
  ...employmentShape,
  ...appointmentShape,
  idNumber: idNumber(),
  loginName: loginName(),
})

export interface EnteredPerson {
  personId: string
  accountId: string
  name: string
  loginName: string
  /** Said once; changed at the first sign-in. */
  password: string
}

/** Enters a person with account, employment and first appointment. The first password is random, never made from the ID number. */
export async function enterPerson(actor: Actor, input: z.infer<typeof enterPersonInput>, { now }: { now: Date }): Promise<EnteredPerson> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const today = dateInShanghai(now)
  const number = await numberColumns(input.idNumber)
  await requireFreeLogin(input.loginName)
  const contact = contactColumns(input)
  const employment = await employmentColumns(input, input.regionCode, today)
  const appointment = appointmentColumns(input, today)
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const [personId, accountId] = [newId(), newId()]
  const person = { id: personId, ...contact, ...number, created_at: now }
  const account = {
    ...{ id: accountId, person_id: personId, login_name: input.loginName, display_name: input.name },
    ...{ password_hash: passwordHash, must_change: true, created_at: now },
  }
  await inTransaction(async (on) => {
    await runOnce((builder) => builder.insertInto('person').values(person), on)
    await runOnce((builder) => builder.insertInto('account').values(account), on)
    await runOnce((builder) => builder.insertInto('employment').values({ id: newId(), person_id: personId, ...employment }), on)
    if (appointment)
      await runOnce((builder) => builder.insertInto('appointment').values({ id: newId(), person_id: personId, ...appointment }), on)
    await writeAudit(actor, { act: 'person_enter', subject: 'person', subjectId: personId }, now, on)
  })
  return { personId, accountId, name: input.name, loginName: input.loginName, password }
}

async function numberColumns(number: string) {
  const index = indexPersonal(number)
  const same = await db.person.findUnique({ where: { idNumberIndex: new Uint8Array(index) }, select: { id: true } })
  if (same) throw invalid({ idNumber: { key: 'person_exists' } })
  return { id_number_cipher: encryptPersonal(number), id_number_index: index, id_number_mask: maskIdNumber(number) }
}

export async function requireFreeLogin(name: string): Promise<void> {
  const same = await db.account.findUnique({ where: { loginName: name }, select: { id: true } })
  if (same) throw invalid({ loginName: { key: 'taken' } })
}
