import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** A process by its number and starting moment, since numbers come back. */
export interface ProcessIdentity {
  pid: number
  started: string
}

/** The identity of a running process, null where there is none (a zombie is none). */
export function identityOf(pid: number): ProcessIdentity | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : { pid, started: fields[19] ?? '' }
  } catch {
    // No /proc on this system: the number has to do.
    return process.platform === 'linux' ? null : { pid, started: '' }
  }
}

/** Whether the process that was recorded still runs, and not another under its number. */
export function isRunning(recorded: ProcessIdentity): boolean {
  return identityOf(recorded.pid)?.started === recorded.started
}

/** The words a process was started with; empty where that cannot be seen. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Asks a process to stop, and after `patience` milliseconds makes it. Answers once it is gone. */
export async function endProcess(recorded: ProcessIdentity, signal: NodeJS.Signals, patience: number): Promise<void> {
  const until = Date.now() + patience
  send(recorded, signal)
  while (isRunning(recorded)) {
    if (Date.now() > until) send(recorded, 'SIGKILL')
    await pause(50)
  }
}

function send(recorded: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(recorded)) return
  try {
    process.kill(recorded.pid, signal)
  } catch {
    // It ended between the two lines.
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** A port that nobody listens on now; the system does not give the same one again soon. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Whether we could listen there. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
