import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from './postgres-programs'
import { runningServer, stopServer } from './postgres-server'
import { identityOf, isRunning, type ProcessIdentity } from './processes'

// Temporary folders that hold a PostgreSQL: each names the process that made it, so that what a killed run left can be cleared away.

/** A new temporary folder that belongs to this process. */
export function makeOwnedFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identityOf(process.pid)))
  return folder
}

/** Removes the folder, and its PostgreSQL data where those had to stand elsewhere; a server that still runs on them is stopped. */
export async function removeOwnedFolder(folder: string): Promise<void> {
  const { dataFolder } = postgresPrograms(join(folder, 'postgres'))
  const server = runningServer(dataFolder)
  if (server) await stopServer(server)
  for (const path of [folder, dataFolder]) rmSync(path, { recursive: true, force: true })
}

/** Removes the folders of this kind whose owner runs no more. */
export async function clearAbandoned(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (isRunning(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as ProcessIdentity)) continue
      await removeOwnedFolder(folder)
    } catch {
      // Made this moment by another run, or another user's.
    }
  }
}
