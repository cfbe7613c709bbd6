import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { privateFolder } from './postgres-server'
import { endProcess, identityOf, isRunning, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// Only one site may run on a data folder. The record of a site whose process no longer runs (kill -9) is ignored, and the processes that it
// left behind are ended.

interface RunningSite {
  starter: ProcessIdentity
  /** The process that started the starter over an IPC channel: when it ends, the starter stops too. */
  parent: ProcessIdentity | null
  stopping: boolean
  web: ProcessIdentity | null
  worker: ProcessIdentity | null
  address: string
}

export interface SiteClaim {
  noteWeb(pid: number): void
  noteWorker(pid: number): void
  noteStopping(): void
  giveUp(): void
}

/** Claims the data folder for this process. Throws a `Sentence` that names the running site where there is one. */
export async function claimSite(dataFolder: string, address: string): Promise<SiteClaim> {
  const run = privateFolder(join(privateFolder(dataFolder), 'run'))
  const file = join(run, 'site.json')
  const starter = identityOf(process.pid)
  if (!starter) throw new Error('this process cannot be seen')
  const parent = process.connected ? identityOf(process.ppid) : null
  const own: RunningSite = { starter, parent, stopping: false, web: null, worker: null, address }
  const write = () => {
    // Replaced atomically: an incomplete record would be read as none.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(own))
    renameSync(`${file}.${process.pid}`, file)
  }
  await withFileLock(join(run, 'site.lock'), async () => {
    await untilStopped(file)
    const other = read(file)
    if (other && isRunning(other.starter)) {
      throw new Sentence(`The site already runs on this data folder, at ${other.address} (process ${other.starter.pid}).`)
    }
    for (const left of [other?.web, other?.worker]) if (left && isRunning(left)) await endProcess(left, 'SIGTERM', 5000)
    write()
  })
  return {
    noteWeb(pid) {
      own.web = identityOf(pid)
      write()
    },
    noteWorker(pid) {
      own.worker = identityOf(pid)
      write()
    },
    noteStopping() {
      own.stopping = true
      write()
    },
    giveUp: () => rmSync(file, { force: true }),
  }
}

/** Waits for a site that is stopping, or that will stop because its parent has ended. */
async function untilStopped(file: string): Promise<void> {
  for (let other = read(file); other && isRunning(other.starter); other = read(file)) {
    if (!other.stopping && (!other.parent || isRunning(other.parent))) return
    await pause(100)
  }
}

function read(file: string): RunningSite | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunningSite
  } catch {
    return null
  }
}
