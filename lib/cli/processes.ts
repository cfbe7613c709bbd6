import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** A process by its id and start time, since ids are reused. */
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
    // Systems without /proc: the id alone has to do.
    return process.platform === 'linux' ? null : { pid, started: '' }
  }
}

/** Whether the recorded process still runs, and not another one with the same id. */
export function isRunning(recorded: ProcessIdentity): boolean {
  return identityOf(recorded.pid)?.started === recorded.started
}

/** The command line of a process; empty where it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Sends a process the signal, after `graceMs` milliseconds SIGKILL. Resolves once it has ended. */
export async function endProcess(recorded: ProcessIdentity, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  const until = Date.now() + graceMs
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
    // It ended in the meantime.
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** A free port; the system does not hand out the same one again soon. */
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

/** Whether a server could listen on the port. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
