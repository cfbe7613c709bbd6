import type { PrismaClient } from '@/prisma/generated/client/client'
import { DEMO_ACCOUNTS } from './demo/accounts'
import { seedCity } from './demo/city'
import { draft, submit } from './demo/enter'
import { seedHistoricYears } from './demo/historic-years'
import { type EnteredRecord, processRecords } from './demo/process-records'
import { seedRules } from './demo/rules'
import { seedScenes } from './demo/scenes'
import { morning, seedTrainings } from './demo/trainings'
import { planYear, yearProfileOf } from './demo/year-profiles'
import { seedYears } from './demo/years'

/** The date of the demonstration's clock when it starts. */
export const DEMO_DAY = '2025-11-18'

/**
 * Creates the demonstration city: 400 people with their year 2025 in every state, made by the use cases. Deterministic except for the ids.
 * `say` receives lines of progress.
 */
export async function seedDemo(db: PrismaClient, say: (line: string) => void = () => undefined): Promise<void> {
  const city = await seedCity(db, morning('2025-01-02'))
  say(`${city.people.length} people, ${city.organizations.size} organisations`)
  const filings = await seedTrainings(city)
  await seedHistoricYears(db, city)

  const finished: EnteredRecord[] = []
  const unfinished: EnteredRecord[] = []
  for (const [index, person] of city.people.entries()) {
    if (DEMO_ACCOUNTS.some((account) => account.login === person.login && account.role === 'practitioner')) continue
    for (const { entry, targetState } of planYear(person, yearProfileOf(index, city.random), index, city, filings)) {
      if (targetState === 'draft') await draft(person, entry, morning('2025-11-12'))
      else if (targetState === 'registered') finished.push({ id: await submit(person, entry, morning('2025-10-20')), person, targetState })
      // Some have waited for more than five working days and are overdue on the demonstration's date.
      else unfinished.push({ id: await submit(person, entry, morning(index % 4 === 0 ? '2025-11-05' : '2025-11-12')), person, targetState })
    }
  }
  say(`${finished.length + unfinished.length} hour records submitted`)
  await processRecords(city, finished, { reviewed: morning('2025-10-22'), opened: morning('2025-10-23'), confirmed: morning('2025-11-04') })
  await processRecords(city, unfinished, {
    reviewed: morning('2025-11-13'),
    opened: morning('2025-11-13'),
    confirmed: morning('2025-11-13'),
  })
  say('reviewed, publicized, registered')
  await seedYears(db, city)
  await seedScenes(db, city, filings)
  await seedRules(db, city)
  say('certified; objections, appeals, corrections')
  await openDemonstration(db)
}

/** Stores the clock and the accounts of the demonstration: the setting that makes a database a demonstration. */
async function openDemonstration(db: PrismaClient): Promise<void> {
  const names = new Map(
    (await db.account.findMany({ select: { loginName: true, displayName: true } })).map((row) => [row.loginName, row.displayName]),
  )
  const offices = await db.roleGrant.findMany({
    select: { account: { select: { loginName: true } }, organization: { select: { name: true } } },
  })
  const units = await db.employment.findMany({
    where: { person: { account: { loginName: { in: DEMO_ACCOUNTS.map((account) => account.login) } } } },
    select: { person: { select: { account: { select: { loginName: true } } } }, organization: { select: { name: true } } },
  })
  const organizationOf = new Map<string, string>()
  for (const { person, organization } of units)
    if (organization && person.account) organizationOf.set(person.account.loginName, organization.name)
  for (const { account, organization } of offices) organizationOf.set(account.loginName, organization.name)
  const value = {
    offsetMs: morning(DEMO_DAY).getTime() - Date.now(),
    accounts: DEMO_ACCOUNTS.filter((account) => account.shown).map(({ login, role }) => ({
      login,
      role,
      name: names.get(login) ?? login,
      organization: organizationOf.get(login) ?? null,
    })),
  }
  await db.setting.create({ data: { key: 'demonstration', value, changedAt: new Date() } })
  await db.setting.createMany({
    data: [
      { key: 'address', value: '阜阳市（演示地址）', changedAt: new Date() },
      { key: 'phone', value: '0558-0000000', changedAt: new Date() },
      { key: 'openingHours', value: '工作日 8:30–12:00，14:30–17:30', changedAt: new Date() },
    ],
  })
}
