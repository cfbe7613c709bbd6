import type { PrismaClient } from '@/prisma/generated/client/client'
import type { DemoCity } from './city'
import { seedAppealsAndCorrections } from './scenes-afterwards'
import { seedNamedPeople } from './scenes-named'
import { seedObjections } from './scenes-objections'
import { seedRosters } from './scenes-rosters'
import { seedTerms } from './scenes-terms'

/** What year profiles do not cover: the years of the named accounts, objections, appeals, corrections, revocations, rosters, terms. */
export async function seedScenes(db: PrismaClient, city: DemoCity, filings: ReadonlyMap<string, string>): Promise<void> {
  await seedNamedPeople(city, filings)
  await seedObjections(db, city)
  await seedAppealsAndCorrections(db, city)
  await seedRosters(db, city, filings)
  await seedTerms(db, city)
}
