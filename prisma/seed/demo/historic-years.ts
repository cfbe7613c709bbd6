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

/** Past years' paper hours of some who are steady. */
export async function seedHistoricYears(db: PrismaClient, city: DemoCity): Promise<void> {
  for (const [index, person] of city.people.entries()) {
    // The named accounts have years of their own.
    if (index % 16 !== 5 || DEMO_ACCOUNTS.some(({ login }) => login === person.login)) continue
    const papers = [2022, 2023, 2024].map((year) => ({
      year,
      total: 84 + ((index + year) % 20),
      professional: 56 + ((index + year) % 12),
    }))
    await verifiedPaper(db, city, person, papers)
  }
}

/** Entered with their scan, handed in, verified by the competent bureau. */
export async function verifiedPaper(db: PrismaClient, city: DemoCity, person: DemoPerson, papers: readonly PaperYear[]): Promise<void> {
  for (const paper of papers) {
    const historic = await handInPaper(db, person, paper, '2025-01-10')
    const { version, regionCode } = await db.historicYear.findUniqueOrThrow({ where: { id: historic } })
    await verifyHistoricYear(certifierOf(city, regionCode, person.id), { historic, version }, { now: morning('2025-01-15') })
  }
}

/** Entered with its scan and handed in: it waits for the bureau. */
export async function handInPaper(db: PrismaClient, person: DemoPerson, paper: PaperYear, day: string): Promise<string> {
  const at = { now: morning(day) }
  const { id } = await enterHistoricYear(person.actor, paper, at)
  const bytes = inventedProof(`${person.login} ${paper.year} total ${paper.total} professional ${paper.professional}`)
  const added = await addHistoricScan(person.actor, { historicId: id, fileName: `${paper.year}年度学时登记表.pdf`, bytes }, at)
  if (!added.ok) throw new Error(`the scan of ${paper.year} was not taken: ${added.problem}`)
  const { version } = await db.historicYear.findUniqueOrThrow({ where: { id } })
  await submitHistoricYear(person.actor, { historic: id, version }, at)
  return id
}
