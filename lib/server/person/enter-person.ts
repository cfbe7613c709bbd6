import 'server-only'
import { z } from 'zod'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { dateInShanghai } from '@/lib/calendar/plain-date'
import { maskIdNumber } from '@/lib/numbers/id-number'
import { writeAudit } from '../database/audit'
import { db } from '../database/db'
import { newId } from '../database/ids'
import { forbidden, invalid } from '../input/errors'
import { idNumber, loginName } from '../input/fields'
import { hashPassword, makePassword } from '../security/password'
import { encryptPersonal, indexPersonal } from '../security/personal-number'
import { appointmentData, appointmentShape } from './appointment-input'
import { employmentData, employmentShape } from './employment-input'
import { contactData, contactShape } from './person-input'

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
  const contact = contactData(input)
  const employment = await employmentData(input, input.regionCode, today)
  const appointment = appointmentData(input, today)
  const password = makePassword()
  const passwordHash = await hashPassword(password)
  const [personId, accountId] = [newId(), newId()]
  const account = { id: accountId, loginName: input.loginName, displayName: input.name, passwordHash, mustChange: true, createdAt: now }
  await db.$transaction(async (tx) => {
    await tx.person.create({
      data: {
        id: personId,
        ...contact,
        ...number,
        createdAt: now,
        account: { create: account },
        employments: { create: { id: newId(), ...employment } },
        ...(appointment ? { appointments: { create: { id: newId(), ...appointment } } } : {}),
      },
    })
    await writeAudit(actor, { act: 'person_enter', subject: 'person', subjectId: personId }, now, tx)
  })
  return { personId, accountId, name: input.name, loginName: input.loginName, password }
}

async function numberColumns(number: string) {
  const idNumberIndex = new Uint8Array(indexPersonal(number))
  const same = await db.person.findUnique({ where: { idNumberIndex }, select: { id: true } })
  if (same) throw invalid({ idNumber: { key: 'person_exists' } })
  return {
    idNumberCipher: new Uint8Array(encryptPersonal(number)),
    idNumberIndex,
    idNumberMask: maskIdNumber(number),
  }
}

export async function requireFreeLogin(name: string): Promise<void> {
  const same = await db.account.findUnique({ where: { loginName: name }, select: { id: true } })
  if (same) throw invalid({ loginName: { key: 'taken' } })
}
