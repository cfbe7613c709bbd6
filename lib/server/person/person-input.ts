import 'server-only'
import type { PlainDate } from '@/lib/calendar/plain-date'
import type { Prisma } from '@/prisma/generated/client/client'
import { conflict, invalid, notFound } from '../input/errors'
import { choice, optionalDate, optionalEmail, optionalMobile, optionalText, text } from '../input/fields'
import { PLACES } from '../organization/organization-input'
import { encryptPersonal, indexPersonal } from '../security/personal-number'

/** What can be changed of a person at any time. */
export const contactShape = {
  name: text(40),
  phone: optionalMobile(),
  email: optionalEmail(),
  regionCode: choice(PLACES),
  transferredInOn: optionalDate(),
  transferredFrom: optionalText(40),
}

interface ContactInput {
  name: string
  phone: string | null
  email: string | null
  regionCode: string
  transferredInOn: PlainDate | null
  transferredFrom: string
}

/** The columns of it; a transfer has both a day and a province (M14.3). */
export function contactData(input: ContactInput) {
  if (input.transferredFrom && !input.transferredInOn) throw invalid({ transferredInOn: { key: 'required' } })
  if (input.transferredInOn && !input.transferredFrom) throw invalid({ transferredFrom: { key: 'required' } })
  return {
    name: input.name,
    ...phoneColumns(input.phone),
    email: input.email,
    regionCode: input.regionCode,
    transferredInOn: dateColumn(input.transferredInOn),
    transferredFrom: input.transferredFrom || null,
  }
}

export function phoneColumns(phone: string | null) {
  if (!phone) return { phoneCipher: null, phoneIndex: null, phoneMask: null }
  return {
    phoneCipher: new Uint8Array(encryptPersonal(phone)),
    phoneIndex: new Uint8Array(indexPersonal(phone)),
    phoneMask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  }
}

export function dateColumn(day: PlainDate): Date
export function dateColumn(day: PlainDate | null): Date | null
export function dateColumn(day: PlainDate | null): Date | null {
  return day ? new Date(day) : null
}

/** Of two who change a person at once the second is told: every change carries the version that its page showed. */
export async function claimPerson(
  tx: Prisma.TransactionClient,
  id: string,
  version: number,
  data: Prisma.PersonUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.person.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  if (count === 1) return
  throw (await tx.person.findUnique({ where: { id }, select: { id: true } })) ? conflict() : notFound()
}
