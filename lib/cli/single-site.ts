import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { privateFolder } from './postgres-server'
import { endProcess, identityOf, isRunning, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// One site on one data folder. A start whose process is dead (kill -9) does not count; the processes that it left are ended.

interface RunningSite {
  starter: ProcessIdentity
  /** Who started the starter over a channel: when it dies, the starter stops. */
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

/** Takes the data folder for this process, or says who has it. */
export async function claimSite(dataFolder: string, address: string): Promise<SiteClaim> {
  const run = privateFolder(join(privateFolder(dataFolder), 'run'))
  const file = join(run, 'site.json')
  const starter = identityOf(process.pid)
  if (!starter) throw new Error('this process cannot be seen')
  const parent = process.connected ? identityOf(process.ppid) : null
  const own: RunningSite = { starter, parent, stopping: false, web: null, worker: null, address }
  const write = () => {
    // Whole or not at all: half a record would read as none.
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

/** A site that stops, or will as soon as it sees that its parent was killed, is waited for. */
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
