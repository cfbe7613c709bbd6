import { newId } from '@/lib/server/ids'
import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { actor, morning } from './trainings'

/** Past years' paper hours of some: steady ones, and empty ones of those who do a whole term in one year. */
export async function seedHistoricYears(db: PrismaClient, city: DemoCity): Promise<void> {
  const verifier = actor(city, 'xuwei').accountId
  const data = city.people.flatMap((person, index) => {
    if (index % 4 !== 1) return []
    const rushed = index % 61 === 17
    return [2022, 2023, 2024].map((year) => ({
      id: newId(),
      personId: person.id,
      year,
      total: rushed ? 0 : 84 + ((index + year) % 20),
      professional: rushed ? 0 : 56 + ((index + year) % 12),
      verifiedBy: verifier,
      verifiedAt: morning('2025-01-15'),
      createdAt: morning('2025-01-10'),
    }))
  })
  await db.historicYear.createMany({ data })
}
