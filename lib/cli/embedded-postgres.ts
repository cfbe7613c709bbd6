import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { type PostgresPrograms, postgresPrograms } from './postgres-programs'
import { initialise, isReachable, launch, localUrl, privateFolder, runningServer, stopServer } from './postgres-server'
import { freePort, identityOf, isPortFree, isRunning, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// The default database: PostgreSQL under the data folder, shared by all of our processes on that folder. It is started by the first
// and stopped by the last one; each leaves its name in `run/users` meanwhile, and the names of the dead do not count.

export interface EmbeddedPostgres {
  /** The owner's address of the site's database. */
  url: string
  /** The owner's address of the server's own database. */
  adminUrl: string
  database: string
  /** Starts the server again where it was killed while we use it. */
  revive(): Promise<void>
  /** Leaves the server; the last one to leave stops it. */
  release(): Promise<void>
}

const DATABASE = 'xueshi'
const SETTINGS = [
  'max_connections=100',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
  'shared_preload_libraries=pg_stat_statements',
]

/** Starts or joins the PostgreSQL of a data folder. */
export async function joinEmbeddedPostgres(dataFolder: string): Promise<EmbeddedPostgres> {
  const run = privateFolder(join(privateFolder(dataFolder), 'run'))
  const users = privateFolder(join(run, 'users'))
  const lock = join(run, 'postgres.lock')
  const password = passwordOf(dataFolder)
  const own = join(users, `${process.pid}.json`)
  const programs = postgresPrograms(join(dataFolder, 'postgres'))
  let left = false
  const port = await withFileLock(lock, async () => {
    const port = await ensureRunning(programs, run, password)
    writeFileSync(own, JSON.stringify(identityOf(process.pid)))
    return port
  })
  return {
    url: localUrl(port, password, DATABASE),
    adminUrl: localUrl(port, password, 'postgres'),
    database: DATABASE,
    revive: async () => {
      if (runningServer(programs.dataFolder)) return
      await withFileLock(lock, async () => void (left || (await ensureRunning(programs, run, password))))
    },
    release: () =>
      withFileLock(lock, () => {
        left = true
        return leave(programs, users, own)
      }),
  }
}

async function ensureRunning(programs: PostgresPrograms, run: string, password: string): Promise<number> {
  const running = runningServer(programs.dataFolder)
  if (running) {
    // Starting, recovering, or on its way down.
    for (let wait = 0; wait < 1200; wait += 1) {
      if (await isReachable(localUrl(running.port, password, 'postgres'))) return running.port
      if (!isRunning(running)) break
      await pause(50)
    }
    if (isRunning(running)) throw new Sentence(`PostgreSQL (process ${running.pid}) runs on ${programs.dataFolder} but does not answer.`)
    runningServer(programs.dataFolder)
  }
  initialise(programs, password)
  const port = await keptPort(join(run, 'postgres-port'))
  await launch(programs, port, join(run, 'postgres.log'), SETTINGS, localUrl(port, password, 'postgres'))
  return port
}

/** The same port as last time where it is free, so that a developer's tools find the database again. */
async function keptPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (kept && (await isPortFree(kept, '127.0.0.1'))) return kept
  const port = await freePort()
  writeFileSync(file, String(port))
  return port
}

function passwordOf(dataFolder: string): string {
  const file = join(privateFolder(join(dataFolder, 'secrets')), 'postgres-password')
  // Two first starts at once: the one that comes second reads what the first has written.
  try {
    writeFileSync(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

async function leave(programs: PostgresPrograms, users: string, own: string): Promise<void> {
  rmSync(own, { force: true })
  for (const name of readdirSync(users)) {
    const file = join(users, name)
    if (isRunning(JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity)) return
    rmSync(file, { force: true })
  }
  const server = runningServer(programs.dataFolder)
  if (server) await stopServer(server)
}
