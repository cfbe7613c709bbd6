import 'server-only'
import { can } from '@/lib/access/can'
import type { Actor } from '@/lib/access/types'
import { accountForAdministration } from '../account/read-account'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { forbidden, notFound } from '../input/errors'

const newestFirst = [{ fromOn: 'desc' as const }, { id: 'desc' as const }]

/** A person with employments, appointments, title applications and account, for the administrator. Numbers are masked. */
export async function readPerson(actor: Actor, id: string) {
  if (!can(actor, 'person_edit', {})) throw forbidden()
  const row = await db.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      idNumberMask: true,
      phoneMask: true,
      email: true,
      regionCode: true,
      transferredInOn: true,
      transferredFrom: true,
      version: true,
      account: { select: accountForAdministration },
      employments: {
        select: {
          id: true,
          kind: true,
          regionCode: true,
          department: true,
          fromOn: true,
          untilOn: true,
          organization: { select: { id: true, name: true } },
        },
        orderBy: newestFirst,
      },
      appointments: {
        select: { id: true, titleSeries: true, titleLevel: true, titleName: true, fromOn: true, untilOn: true },
        orderBy: newestFirst,
      },
      applications: { select: { year: true, titleSeries: true, titleLevel: true }, orderBy: { year: 'desc' } },
    },
  })
  if (!row) throw notFound()
  return {
    ...row,
    transferredInOn: day(row.transferredInOn),
    employments: row.employments.map((one) => ({ ...one, fromOn: day(one.fromOn), untilOn: day(one.untilOn) })),
    appointments: row.appointments.map((one) => ({ ...one, fromOn: day(one.fromOn), untilOn: day(one.untilOn) })),
  }
}
export type PersonForAdministration = Awaited<ReturnType<typeof readPerson>>
