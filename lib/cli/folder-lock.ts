import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { identityOf, isRunning, type ProcessIdentity, pause } from './processes'

/** Runs `work` while this process holds the lock file. The lock of a process that no longer runs (kill -9) is taken over. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = JSON.stringify(identityOf(process.pid))
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' })
      // Another process that found the old, abandoned lock may have removed the one just written: check that it is still ours.
      await pause(30)
      if (read(file) === own) break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = parse(read(file))
    if (holder && isRunning(holder)) await pause(100)
    else rmSync(file, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function parse(text: string): ProcessIdentity | null {
  try {
    return JSON.parse(text) as ProcessIdentity
  } catch {
    return null
  }
}
