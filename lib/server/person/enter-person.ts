import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor, EmploymentKind, TitleLevel } from '@/lib/access/types'
import type { PlainDate } from '@/lib/calendar/plain-date'
import { maskIdNumber, parseIdNumber } from '@/lib/numbers/id-number'
import { writeAudit } from '../audit'
import { db } from '../db'
import { forbidden, invalid, notFound } from '../errors'
import { newId } from '../ids'
import { hashPassword, makePassword } from '../password'
import { encryptPersonal, indexPersonal } from '../personal-number'

export interface PersonInput {
  name: string
  idNumber: string
  phone?: string | null
  email?: string | null
  regionCode: string
  transferredInOn?: PlainDate | null
  transferredFrom?: string | null
  loginName: string
  employment: { kind: EmploymentKind; organizationId?: string | null; department?: string | null; fromOn: PlainDate }
  appointment?: { titleSeries: string; titleLevel: TitleLevel; titleName: string; fromOn: PlainDate } | null
}

export interface EnteredPerson {
  personId: string
  accountId: string
  /** Said once; changed at the first sign-in. */
  password: string
}

const PHONE = /^1\d{10}$/

/** Enters a person with account, employment and appointment. The first password is random, never made from the ID number. */
export async function enterPerson(actor: Actor, input: PersonInput, { now }: { now: Date }): Promise<EnteredPerson> {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const idNumber = parseIdNumber(input.idNumber)
  if (!idNumber.ok) throw invalid({ idNumber: { key: 'id_number' } })
  if (input.phone && !PHONE.test(input.phone)) throw invalid({ phone: { key: 'phone' } })
  const loginName = input.loginName.trim().toLowerCase()
  const index = new Uint8Array(indexPersonal(idNumber.idNumber))
  const [samePerson, sameLogin] = await Promise.all([
    db.person.findUnique({ where: { idNumberIndex: index }, select: { id: true } }),
    db.account.findUnique({ where: { loginName }, select: { id: true } }),
  ])
  if (samePerson) throw invalid({ idNumber: { key: 'taken' } })
  if (sameLogin) throw invalid({ loginName: { key: 'taken' } })
  const place = await placeOf(input)
  const password = makePassword()
  const [personId, accountId] = [newId(), newId()]
  await db.person.create({
    data: {
      id: personId,
      name: input.name,
      idNumberCipher: new Uint8Array(encryptPersonal(idNumber.idNumber)),
      idNumberIndex: index,
      idNumberMask: maskIdNumber(idNumber.idNumber),
      ...phoneColumns(input.phone),
      email: input.email || null,
      regionCode: input.regionCode,
      transferredInOn: input.transferredInOn ? new Date(input.transferredInOn) : null,
      transferredFrom: input.transferredFrom || null,
      createdAt: now,
      account: {
        create: {
          id: accountId,
          loginName,
          displayName: input.name,
          passwordHash: await hashPassword(password),
          mustChange: true,
          createdAt: now,
        },
      },
      employments: {
        create: {
          id: newId(),
          kind: input.employment.kind,
          organizationId: input.employment.organizationId || null,
          regionCode: place,
          department: input.employment.department || null,
          fromOn: new Date(input.employment.fromOn),
        },
      },
      ...(input.appointment
        ? { appointments: { create: { id: newId(), ...input.appointment, fromOn: new Date(input.appointment.fromOn) } } }
        : {}),
    },
  })
  await writeAudit(actor, { act: 'person_enter', subject: 'person', subjectId: personId }, now)
  return { personId, accountId, password }
}

/** An employer's region holds for its staff; a freelancer's own for a freelancer. */
export async function placeOf(
  input: Pick<PersonInput, 'regionCode'> & { employment: { kind: EmploymentKind; organizationId?: string | null } },
) {
  const { kind, organizationId } = input.employment
  if (!organizationId) {
    if (kind !== 'freelance') throw invalid({ organizationId: { key: 'choose' } })
    return input.regionCode
  }
  const organization = await db.organization.findUnique({ where: { id: organizationId }, select: { regionCode: true, kind: true } })
  if (!organization) throw notFound()
  return organization.regionCode
}

export function phoneColumns(phone: string | null | undefined) {
  if (!phone) return { phoneCipher: null, phoneIndex: null, phoneMask: null }
  return {
    phoneCipher: new Uint8Array(encryptPersonal(phone)),
    phoneIndex: new Uint8Array(indexPersonal(phone)),
    phoneMask: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  }
}
