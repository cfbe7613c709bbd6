import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { type PostgresPrograms, postgresPrograms } from './postgres-programs'
import { initialise, isReachable, launch, localUrl, privateFolder, runningServer, stopServer } from './postgres-server'
import { freePort, identityOf, isPortFree, isRunning, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// The default database: a PostgreSQL in the data folder, shared by all of our processes on that folder. The first process starts it and the
// last one stops it; each registers itself in `run/users` meanwhile. Registrations of processes that no longer run are ignored.

export interface EmbeddedPostgres {
  /** The owner's connection URL of the site's database. */
  url: string
  /** The owner's connection URL of the server's database `postgres`. */
  adminUrl: string
  database: string
  /** Starts the server again where it was killed while this process uses it. */
  revive(): Promise<void>
  /** Ends this process's use of the server; the last user stops it. */
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

/** Starts the PostgreSQL of a data folder, or joins the running one. */
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
    // It may be starting, recovering or shutting down.
    for (let wait = 0; wait < 1200; wait += 1) {
      if (await isReachable(localUrl(running.port, password, 'postgres'))) return running.port
      if (!isRunning(running)) break
      await pause(50)
    }
    if (isRunning(running)) throw new Sentence(`PostgreSQL (process ${running.pid}) runs on ${programs.dataFolder} but does not answer.`)
    runningServer(programs.dataFolder)
  }
  initialise(programs, password)
  const port = await lastPort(join(run, 'postgres-port'))
  await launch(programs, port, join(run, 'postgres.log'), SETTINGS, localUrl(port, password, 'postgres'))
  return port
}

/** The port of the last start where it is free, so that the connections of a developer's tools stay valid. */
async function lastPort(file: string): Promise<number> {
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (kept && (await isPortFree(kept, '127.0.0.1'))) return kept
  const port = await freePort()
  writeFileSync(file, String(port))
  return port
}

function passwordOf(dataFolder: string): string {
  const file = join(privateFolder(join(dataFolder, 'secrets')), 'postgres-password')
  // Where two first starts run at once, the second one reads the password that the first one has written.
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
