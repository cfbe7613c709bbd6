import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { clearAbandoned, makeOwnedFolder, removeOwnedFolder } from '../../lib/cli/abandoned-folders'
import { joinEmbeddedPostgres } from '../../lib/cli/embedded-postgres'
import { withFileLock } from '../../lib/cli/folder-lock'
import { postgresPrograms } from '../../lib/cli/postgres-programs'
import { rootFolder } from '../../lib/cli/root'
import { filesUnder, hashOfFiles } from '../../lib/cli/source-hash'
import { reachedFiles } from './reached-files'
import { type Site, startSite } from './site'

// The demonstration city is made once, by a first start of the site on an empty folder, and kept under .test as long as what makes it
// stays the same. Every site of the end-to-end tests gets a copy of that folder: database, files and keys.

const TEMPLATE = join(rootFolder, '.test/demonstration')
const STAMP = join(TEMPLATE, 'made.json')
const LOCK = join(tmpdir(), `xueshi-demonstration-${createHash('sha256').update(TEMPLATE).digest('hex').slice(0, 16)}`)
/** What a first start runs to make the city, and what that reads: migrations, wording, templates of certificates. */
const PROGRAMS = ['lib/cli/start.ts', 'lib/cli/seed.ts']
const READ = ['prisma/migrations', 'lib', 'package-lock.json']
const PREFIX = 'xueshi-e2e-'

export interface DemonstrationSite extends Site {
  /** The owner's connection. */
  database: string
}

/** Before all end-to-end tests, where it is not limited in time: the city is there when the first worker copies it. */
export default async function makeDemonstration(): Promise<void> {
  if (!process.env.XUESHI_TEST_SITE) await withFileLock(LOCK, ensureTemplate)
}

/** A site with a demonstration city of its own, just as it was made; gone when it is stopped. */
export async function startDemonstration(log: string): Promise<DemonstrationSite> {
  await clearAbandoned(PREFIX)
  const folder = makeOwnedFolder(PREFIX)
  try {
    const made = await withFileLock(LOCK, () => copyTemplate(folder))
    const postgres = await joinEmbeddedPostgres(folder)
    try {
      await turnClockBack(postgres.url, made)
      const site = await startSite(folder, log)
      return {
        ...site,
        database: postgres.url,
        stop: async () => {
          await site.stop()
          await removeOwnedFolder(folder)
        },
      }
    } finally {
      await postgres.release()
    }
  } catch (error) {
    await removeOwnedFolder(folder)
    throw error
  }
}

/** Makes the template anew where there is none of these sources; answers when it was made. */
async function ensureTemplate(): Promise<number> {
  const read = READ.flatMap(filesUnder).filter((path) => !/\.tsx?$/.test(path))
  const sources = hashOfFiles([...reachedFiles(PROGRAMS), ...read])
  const there = readStamp()
  if (there?.sources === sources) return there.made
  await removeOwnedFolder(TEMPLATE)
  mkdirSync(TEMPLATE, { recursive: true, mode: 0o700 })
  const site = await startSite(TEMPLATE, join(rootFolder, '.test/demonstration.log'))
  const made = Date.now()
  await site.stop()
  writeFileSync(STAMP, JSON.stringify({ sources, made }))
  return made
}

/** Copies the template; answers when it was made. */
async function copyTemplate(folder: string): Promise<number> {
  const made = await ensureTemplate()
  for (const part of ['files', 'secrets']) copy(join(TEMPLATE, part), join(folder, part))
  const [from, to] = [TEMPLATE, folder].map((data) => postgresPrograms(join(data, 'postgres')).dataFolder)
  copy(`${from}/.`, `${to}`)
  return made
}

function readStamp(): { sources: string; made: number } | null {
  return existsSync(STAMP) ? JSON.parse(readFileSync(STAMP, 'utf8')) : null
}

/** With owners and modes, which PostgreSQL looks at. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`cp -a ${from} ${to}: ${stderr}`)
}

/** The demonstration's clock stands as far from the real one as it did when the city was made: its day must not be a later one. */
async function turnClockBack(database: string, made: number): Promise<void> {
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    await client.query(
      `UPDATE setting SET value = jsonb_set(value, '{offsetMs}', to_jsonb((value->>'offsetMs')::bigint - $1)) WHERE key = 'demonstration'`,
      [Date.now() - made],
    )
  } finally {
    await client.end()
  }
}
