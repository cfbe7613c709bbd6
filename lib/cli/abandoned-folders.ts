import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresPrograms } from './postgres-programs'
import { runningServer, stopServer } from './postgres-server'
import { identityOf, isRunning, type ProcessIdentity } from './processes'

// Temporary folders with the data of a PostgreSQL. Each has a file that names the process that made it, so that a later run can remove the
// folders of a run that was killed.

/** A new temporary folder that belongs to this process. */
export function makeOwnedFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identityOf(process.pid)))
  return folder
}

/** Stops the folder's PostgreSQL and removes the folder, also the data where they had to be stored elsewhere (see `postgresPrograms`). */
export async function removeOwnedFolder(folder: string): Promise<void> {
  const { dataFolder } = postgresPrograms(join(folder, 'postgres'))
  const server = runningServer(dataFolder)
  if (server) await stopServer(server)
  for (const path of [folder, dataFolder]) rmSync(path, { recursive: true, force: true })
}

/** Removes the folders with this prefix whose process no longer runs. */
export async function clearAbandoned(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      if (isRunning(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8')) as ProcessIdentity)) continue
      await removeOwnedFolder(folder)
    } catch {
      // Just being created by another run, or another user's.
    }
  }
}
