import type { ChildProcess } from 'node:child_process'
import { endProcess, identityOf, pause } from './processes'
import { COMMAND_FLAGS, childEnvironment, spawnNode } from './run-node'

/** Pause before a restart, so that a worker that fails at its start does not use a whole core. */
const RESTART_AFTER_MS = 1_000

/** Enough for the batches of some hundred people; the limit makes the garbage collector free what a batch has read. */
const MEMORY_MB = 320

/** Keeps the worker running, connected with the site's role, until it is stopped. The site's health does not depend on it. */
export class Worker {
  private child: ChildProcess | null = null
  private stopping = false

  constructor(mode: 'start' | 'dev', variables: Record<string, string>, notePid: (pid: number) => void) {
    const env = childEnvironment({ ...variables, XUESHI_POOL: '4', NODE_ENV: mode === 'dev' ? 'development' : 'production' })
    void this.keep(env, notePid)
  }

  private async keep(env: NodeJS.ProcessEnv, notePid: (pid: number) => void): Promise<void> {
    while (!this.stopping) {
      const child = spawnNode(
        [`--max-old-space-size=${MEMORY_MB}`, '--import', './lib/cli/watch-parent.mjs', ...COMMAND_FLAGS, 'lib/cli/worker.ts'],
        {
          env,
          stdio: ['ignore', 'inherit', 'inherit'],
        },
      )
      this.child = child
      if (child.pid) notePid(child.pid)
      const end = await new Promise<number | string | null>((resolve) => {
        child.on('error', (error) => resolve(error.message))
        child.on('close', (code, signal) => resolve(code ?? signal))
      })
      if (this.stopping) return
      console.error(`The worker process ended with ${end}; it is started again.`)
      await pause(RESTART_AFTER_MS)
    }
  }

  /** Lets the worker finish its current batch; an unfinished job continues at the next start. */
  async stop(): Promise<void> {
    this.stopping = true
    const running = this.child?.pid ? identityOf(this.child.pid) : null
    if (running) await endProcess(running, 'SIGTERM', 10_000)
  }
}
