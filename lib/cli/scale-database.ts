import { step } from './progress'
import { Sentence } from './sentence'
import { execute, prepareDatabase } from './site-database'
import { adoptAsOwner, openSiteEnvironment, type SiteEnvironment } from './site-environment'

/** The data folder of measurements, separate from the site's. */
const BENCH_FOLDER = '.data/bench'

export interface ScaleDatabase {
  site: SiteEnvironment
  /** Number of people in the scale data; 0 where the database is empty. */
  people: number
}

/**
 * Opens and migrates the database of the bench's data folder, or the one of the URL. Throws a `Sentence` where it contains other data than
 * scale data.
 */
export async function openScaleDatabase(url: string | undefined): Promise<ScaleDatabase> {
  if (url) process.env.DATABASE_URL = url
  else {
    delete process.env.DATABASE_URL
    delete process.env.WEB_DATABASE_URL
    process.env.XUESHI_DATA = BENCH_FOLDER
  }
  const site = await openSiteEnvironment()
  try {
    await step(
      'Database',
      () => prepareDatabase(site, false),
      ({ version }) => `PostgreSQL ${version}, in ${url ? 'the given place' : BENCH_FOLDER}`,
    )
    adoptAsOwner(site, { LOG_LEVEL: 'warn' })
    return { site, people: await peopleOf(site) }
  } catch (error) {
    await site.release()
    throw error
  }
}

async function peopleOf(site: SiteEnvironment): Promise<number> {
  const [row] = await execute(site.ownerUrl, "SELECT value->>'people' AS people FROM setting WHERE key = 'scale'")
  if (row) return Number(row.people)
  const [somebody] = await execute(site.ownerUrl, 'SELECT id FROM person LIMIT 1')
  if (somebody) throw new Sentence('This database contains data that are no scale data. Nothing was changed; please give another one.')
  return 0
}

/** Fills the empty database. Imports lib/server only now, because its modules read the environment when they are first imported. */
export async function fillScaleDatabase(people: number): Promise<void> {
  const { seedScale } = await import('@/prisma/seed/scale')
  const { pool } = await import('@/lib/server/database/db')
  await step(
    'Scale data',
    (say) => seedScale(pool, people, say),
    () => `${people} people with eight records each`,
  )
}

/** A number of people from the command line. */
export function peopleFrom(text: string | undefined, otherwise: number): number {
  const people = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(people) || people < 20 || people > 5_000_000) throw new Sentence('--people is a whole number from 20 to 5000000.')
  return people
}
