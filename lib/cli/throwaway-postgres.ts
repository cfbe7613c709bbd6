import { join } from 'node:path'
import { clearAbandoned, makeOwnedFolder, removeOwnedFolder } from './abandoned-folders'
import { postgresPrograms } from './postgres-programs'
import { initialise, launch, localUrl } from './postgres-server'
import { freePort } from './processes'

export interface ThrowawayPostgres {
  url: string
  stop(): Promise<void>
}

const PREFIX = 'xueshi-throwaway-'
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300', 'shared_buffers=128MB']

/** Starts a PostgreSQL for tests in a temporary folder on a free port. Removes the folders of earlier runs that were killed. */
export async function startThrowaway(): Promise<ThrowawayPostgres> {
  await clearAbandoned(PREFIX)
  const folder = makeOwnedFolder(PREFIX)
  try {
    const programs = postgresPrograms(join(folder, 'postgres'))
    initialise(programs, 'throwaway')
    const port = await freePort()
    const url = localUrl(port, 'throwaway', 'postgres')
    await launch(programs, port, join(folder, 'log'), SETTINGS, url)
    return { url, stop: () => removeOwnedFolder(folder) }
  } catch (error) {
    await removeOwnedFolder(folder)
    throw error
  }
}
