import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { privateFolder } from './postgres-server'
import { endProcess, identityOf, isRunning, type ProcessIdentity } from './processes'
import { Sentence } from './sentence'

// One site on one data folder. A start whose process is dead (kill -9) does not count; the web process that it left is ended.

interface RunningSite {
  starter: ProcessIdentity
  web: ProcessIdentity | null
  address: string
}

export interface SiteClaim {
  noteWeb(pid: number): void
  giveUp(): void
}

/** Takes the data folder for this process, or says who has it. */
export async function claimSite(dataFolder: string, address: string): Promise<SiteClaim> {
  const run = privateFolder(join(privateFolder(dataFolder), 'run'))
  const file = join(run, 'site.json')
  const starter = identityOf(process.pid)
  if (!starter) throw new Error('this process cannot be seen')
  const own: RunningSite = { starter, web: null, address }
  const write = () => writeFileSync(file, JSON.stringify(own))
  await withFileLock(join(run, 'site.lock'), async () => {
    const other = read(file)
    if (other && isRunning(other.starter)) {
      throw new Sentence(`The site already runs on this data folder, at ${other.address} (process ${other.starter.pid}).`)
    }
    if (other?.web && isRunning(other.web)) await endProcess(other.web, 'SIGTERM', 5000)
    write()
  })
  return {
    noteWeb(pid) {
      own.web = identityOf(pid)
      write()
    },
    giveUp: () => rmSync(file, { force: true }),
  }
}

function read(file: string): RunningSite | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningSite
  } catch {
    return null
  }
}
