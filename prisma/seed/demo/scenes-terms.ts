import type { TitleLevel } from '@/lib/access/types'
import { newId } from '@/lib/server/database/ids'
import { certifyTerm } from '@/lib/server/term/decide-term'
import { requestTerm } from '@/lib/server/term/request-term'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity, DemoPerson } from './city'
import { type PaperYear, seedVerifiedYears, submitHistoricYearOf } from './historic-years'
import { person } from './scenes-named'
import { morning } from './trainings'
import { certifierOf } from './years'

/** Past years with similar hours, which meet the minimums. */
function similarYears(from: number, to: number): PaperYear[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    total: 90 + ((index * 7) % 13),
    professional: 62 + ((index * 5) % 9),
  }))
}

/**
 * Terms of the named accounts: one current, one that can be requested, one requested, one certified, one in authority review, one rushed.
 */
export async function seedTerms(db: PrismaClient, city: DemoCity): Promise<void> {
  // A current term: three verified past years, a fourth waits for the bureau, this year and the next are still missing hours.
  const wang = person(city, 'wangliping')
  await setAppointmentStart(db, wang, { from: '2021-07-01' })
  await seedVerifiedYears(db, city, wang, similarYears(2022, 2024))
  await submitHistoricYearOf(db, wang, { year: 2021, total: 92, professional: 64 }, '2025-11-12')

  // A past term that can be requested. Another past year waits for the county's verification.
  const liu = person(city, 'liuyang')
  await setAppointmentStart(db, liu, { from: '2024-01-01' })
  await addEarlierAppointment(db, liu, { from: '2020-01-01', until: '2023-12-31', level: 'assistant', name: '二级教师' })
  await seedVerifiedYears(db, city, liu, similarYears(2020, 2023))
  await submitHistoricYearOf(db, liu, { year: 2024, total: 78.5, professional: 58 }, '2025-11-13')

  const sun = person(city, 'sunxiaomei')
  await setAppointmentStart(db, sun, { from: '2023-01-01' })
  const waiting = await addEarlierAppointment(db, sun, { from: '2019-07-01', until: '2022-12-31', level: 'assistant', name: '助理工程师' })
  await seedVerifiedYears(db, city, sun, similarYears(2019, 2022))
  await requestTerm(sun.actor, { appointment: waiting, end: null }, { now: morning('2025-11-11') })

  const zhao = person(city, 'zhaozhiqiang')
  await setAppointmentStart(db, zhao, { from: '2024-01-01' })
  const done = await addEarlierAppointment(db, zhao, { from: '2019-01-01', until: '2023-12-31', level: 'assistant', name: '助理工程师' })
  await seedVerifiedYears(db, city, zhao, similarYears(2019, 2023))
  await requestTerm(zhao.actor, { appointment: done, end: null }, { now: morning('2025-11-10') })
  const term = await db.term.findFirstOrThrow({ where: { appointmentId: done } })
  const certifier = certifierOf(city, term.regionCode, zhao.id)
  await certifyTerm(certifier, { term: term.id, confirmed: [], reason: '' }, { now: morning('2025-11-12') })

  // In a municipal unit: the authority reviews first (N6.1).
  const zhou = person(city, 'zhoufang')
  await setAppointmentStart(db, zhou, { from: '2025-01-01' })
  const reviewed = await addEarlierAppointment(db, zhou, { from: '2021-01-01', until: '2024-12-31', level: 'assistant', name: '护师' })
  await seedVerifiedYears(db, city, zhou, similarYears(2021, 2024))
  await requestTerm(zhou.actor, { appointment: reviewed, end: null }, { now: morning('2025-11-12') })

  // Rushed: no hours in the first year of the term, and in 2025 as many as both years require.
  for (const [index, rushed] of city.people.entries()) if (index % 61 === 17) await setAppointmentStart(db, rushed, { from: '2024-01-01' })
}

/** Sets the first day of the person's current appointment. */
async function setAppointmentStart(db: PrismaClient, { id }: DemoPerson, { from }: { from: string }): Promise<void> {
  await db.appointment.updateMany({ where: { personId: id, untilOn: null }, data: { fromOn: new Date(from) } })
}

/** Adds an earlier appointment in the series of the current one; returns its id. */
async function addEarlierAppointment(
  db: PrismaClient,
  { id }: DemoPerson,
  { from, until, level, name }: { from: string; until: string; level: TitleLevel; name: string },
): Promise<string> {
  const { titleSeries } = await db.appointment.findFirstOrThrow({ where: { personId: id, untilOn: null } })
  const appointment = newId()
  const dates = { fromOn: new Date(from), untilOn: new Date(until) }
  await db.appointment.create({ data: { id: appointment, personId: id, titleSeries, titleLevel: level, titleName: name, ...dates } })
  return appointment
}
