import { addHistoricScan } from '@/lib/server/historic/add-historic-scan'
import { enterHistoricYear } from '@/lib/server/historic/enter-historic-year'
import { submitHistoricYear, verifyHistoricYear } from '@/lib/server/historic/move-historic'
import type { PrismaClient } from '@/prisma/generated/client/client'
import { DEMO_ACCOUNTS } from './accounts'
import type { DemoCity, DemoPerson } from './city'
import { inventedProof } from './proof'
import { morning } from './trainings'
import { certifierOf } from './years'

export interface PaperYear {
  year: number
  total: number
  professional: number
}

/** Verified hours of three past years, proved on paper, for some of the people. */
export async function seedHistoricYears(db: PrismaClient, city: DemoCity): Promise<void> {
  for (const [index, person] of city.people.entries()) {
    // The named accounts get their years in scenes-terms.ts.
    if (index % 16 !== 5 || DEMO_ACCOUNTS.some(({ login }) => login === person.login)) continue
    const papers = [2022, 2023, 2024].map((year) => ({
      year,
      total: 84 + ((index + year) % 20),
      professional: 56 + ((index + year) % 12),
    }))
    await seedVerifiedYears(db, city, person, papers)
  }
}

/** Enters past years with their scan, submits them and has them verified by the competent bureau. */
export async function seedVerifiedYears(db: PrismaClient, city: DemoCity, person: DemoPerson, papers: readonly PaperYear[]): Promise<void> {
  for (const paper of papers) {
    const historic = await submitHistoricYearOf(db, person, paper, '2025-01-10')
    const { version, regionCode } = await db.historicYear.findUniqueOrThrow({ where: { id: historic } })
    await verifyHistoricYear(certifierOf(city, regionCode, person.id), { historic, version }, { now: morning('2025-01-15') })
  }
}

/** Enters a past year with its scan and submits it, so that it waits for the bureau; returns its id. */
export async function submitHistoricYearOf(db: PrismaClient, person: DemoPerson, paper: PaperYear, day: string): Promise<string> {
  const at = { now: morning(day) }
  const { id } = await enterHistoricYear(person.actor, paper, at)
  const bytes = inventedProof(`${person.login} ${paper.year} total ${paper.total} professional ${paper.professional}`)
  const added = await addHistoricScan(person.actor, { historicId: id, fileName: `${paper.year}年度学时登记表.pdf`, bytes }, at)
  if (!added.ok) throw new Error(`the scan of ${paper.year} was not accepted: ${added.problem}`)
  const { version } = await db.historicYear.findUniqueOrThrow({ where: { id } })
  await submitHistoricYear(person.actor, { historic: id, version }, at)
  return id
}
