import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from './postgres-programs'
import { initialise, launch, localUrl, runningServer, stopServer } from './postgres-server'
import { freePort, identityOf, isRunning, type ProcessIdentity } from './processes'

export interface ThrowawayPostgres {
  url: string
  stop(): Promise<void>
}

const PREFIX = 'xueshi-throwaway-'
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'shared_buffers=128MB']

/** A PostgreSQL of one's own for tests, in a temporary folder on a port of its own; whatever a killed run left is cleared away first. */
export async function startThrowaway(): Promise<ThrowawayPostgres> {
  await clearAbandoned()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identityOf(process.pid)))
  const programs = postgresPrograms(join(folder, 'data'))
  const password = 'throwaway'
  initialise(programs, password)
  const port = await freePort()
  const url = localUrl(port, password, 'postgres')
  const server = await launch(programs, port, join(folder, 'log'), SETTINGS, url)
  return {
    url,
    async stop() {
      await stopServer(server)
      for (const path of [folder, programs.dataFolder]) rmSync(path, { recursive: true, force: true })
    },
  }
}

async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      if (isRunning(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as ProcessIdentity)) continue
      const { dataFolder } = postgresPrograms(join(folder, 'data'))
      const server = runningServer(dataFolder)
      if (server) await stopServer(server)
      for (const path of [folder, dataFolder]) rmSync(path, { recursive: true, force: true })
    } catch {
      // Made this moment by another run, or another user's.
    }
  }
}
