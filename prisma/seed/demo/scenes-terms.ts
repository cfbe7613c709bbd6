import type { TitleLevel } from '@/lib/access/types'
import { newId } from '@/lib/server/database/ids'
import { certifyTerm } from '@/lib/server/term/decide-term'
import { requestTerm } from '@/lib/server/term/request-term'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity, DemoPerson } from './city'
import { handInPaper, type PaperYear, verifiedPaper } from './historic-years'
import { person } from './scenes-named'
import { morning } from './trainings'
import { certifierOf } from './years'

/** Steady years, as most people's are. */
function steady(from: number, to: number): PaperYear[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    year: from + index,
    total: 90 + ((index * 7) % 13),
    professional: 62 + ((index * 5) % 9),
  }))
}

/** Terms of the named accounts: one under way, one ready to be asked for, one waiting for its bureau, one certified, one rushed. */
export async function seedTerms(db: PrismaClient, city: DemoCity): Promise<void> {
  // Under way: three steady years on paper, a fourth waits for the bureau, this year and the next are still to be filled.
  const wang = person(city, 'wangliping')
  await hold(db, wang, { from: '2021-07-01' })
  await verifiedPaper(db, city, wang, steady(2022, 2024))
  await handInPaper(db, wang, { year: 2021, total: 92, professional: 64 }, '2025-11-12')

  // Over, its years verified: to be asked for. The county has one of the years before it to look at.
  const liu = person(city, 'liuyang')
  await hold(db, liu, { from: '2024-01-01' })
  await held(db, liu, { from: '2020-01-01', until: '2023-12-31', level: 'assistant', name: '二级教师' })
  await verifiedPaper(db, city, liu, steady(2020, 2023))
  await handInPaper(db, liu, { year: 2024, total: 78.5, professional: 58 }, '2025-11-13')

  const sun = person(city, 'sunxiaomei')
  await hold(db, sun, { from: '2023-01-01' })
  const waiting = await held(db, sun, { from: '2019-07-01', until: '2022-12-31', level: 'assistant', name: '助理工程师' })
  await verifiedPaper(db, city, sun, steady(2019, 2022))
  await requestTerm(sun.actor, { appointment: waiting, end: null }, { now: morning('2025-11-11') })

  const zhao = person(city, 'zhaozhiqiang')
  await hold(db, zhao, { from: '2024-01-01' })
  const done = await held(db, zhao, { from: '2019-01-01', until: '2023-12-31', level: 'assistant', name: '助理工程师' })
  await verifiedPaper(db, city, zhao, steady(2019, 2023))
  await requestTerm(zhao.actor, { appointment: done, end: null }, { now: morning('2025-11-10') })
  const term = await db.term.findFirstOrThrow({ where: { appointmentId: done } })
  const certifier = certifierOf(city, term.regionCode, zhao.id)
  await certifyTerm(certifier, { term: term.id, confirmed: [], reason: '' }, { now: morning('2025-11-12') })

  // Of a municipal unit: its authority looks first.
  const zhou = person(city, 'zhoufang')
  await hold(db, zhou, { from: '2025-01-01' })
  const reviewed = await held(db, zhou, { from: '2021-01-01', until: '2024-12-31', level: 'assistant', name: '护师' })
  await verifiedPaper(db, city, zhou, steady(2021, 2024))
  await requestTerm(zhou.actor, { appointment: reviewed, end: null }, { now: morning('2025-11-12') })

  // All of a term in one year: nothing before, and in 2025 as much as both years ask for.
  for (const [index, rushed] of city.people.entries()) if (index % 61 === 17) await hold(db, rushed, { from: '2024-01-01' })
}

/** Since when the person holds the present title. */
async function hold(db: PrismaClient, { id }: DemoPerson, { from }: { from: string }): Promise<void> {
  await db.appointment.updateMany({ where: { personId: id, untilOn: null }, data: { fromOn: new Date(from) } })
}

/** A title that was held before, in the series of the present one. */
async function held(
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
