import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { seedAfterwards } from './scenes-afterwards'
import { seedNamedPeople } from './scenes-named'
import { seedObjections } from './scenes-objections'
import { seedRosters } from './scenes-rosters'
import { seedTerms } from './scenes-terms'

/** What the stories leave out: the named accounts' own years, objections, appeals, corrections, revocations, rosters. */
export async function seedScenes(db: PrismaClient, city: DemoCity, filings: ReadonlyMap<string, string>): Promise<void> {
  await seedNamedPeople(city, filings)
  await seedObjections(db, city)
  await seedAfterwards(db, city)
  await seedRosters(db, city, filings)
  await seedTerms(db, city)
}
