import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf, type ProcessIdentity } from '../../lib/cli/processes'
import { rootFolder } from '../../lib/cli/root'
import { childEnvironment } from '../../lib/cli/run-node'

/** A site that a test starts by itself, as `npm start` does, to stop and kill it. */
export interface StartedSite {
  boot: ChildProcess
  /** Everything that it printed so far. */
  output(): string
  /** Resolves when the address is printed; rejects when it ends before. */
  ready: Promise<void>
  ended: Promise<number | string | null>
}

export function startOwnSite(dataFolder: string, port: number, more: Record<string, string> = {}): StartedSite {
  const boot = spawn(process.execPath, ['lib/cli/boot.mjs', 'start'], {
    cwd: rootFolder,
    env: childEnvironment({
      XUESHI_DATA: dataFolder,
      XUESHI_BUILD_DIR: '.test/next',
      XUESHI_DEMO: '0',
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: undefined,
      XUESHI_SITE_URL: undefined,
      npm_lifecycle_event: undefined,
      ...more,
    }),
  })
  let output = ''
  let printed = () => {}
  for (const stream of [boot.stdout, boot.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
      if (output.includes('Xueshi is ready')) printed()
    })
  }
  const ended = new Promise<number | string | null>((resolve) => boot.on('close', (code, signal) => resolve(code ?? signal)))
  const ready = new Promise<void>((resolve, reject) => {
    printed = resolve
    void ended.then((code) => reject(new Error(`ended with ${code}:\n${output}`)))
  })
  ready.catch(() => undefined)
  return { boot, output: () => output, ready, ended }
}

/** The processes of a running site, by what they are. */
export function partsOf(dataFolder: string, boot: ChildProcess): Record<'boot' | 'start' | 'web' | 'worker' | 'postgres', number> {
  const site = JSON.parse(readFileSync(join(dataFolder, 'run/site.json'), 'utf8')) as {
    starter: ProcessIdentity
    web: ProcessIdentity
    worker: ProcessIdentity
  }
  const postgres = Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  return { boot: boot.pid ?? 0, start: site.starter.pid, web: site.web.pid, worker: site.worker.pid, postgres }
}

/** Whether a process of that number still works on this folder or for this site. */
export function isStillThere(pid: number): boolean {
  return /boot\.mjs|start\.ts|worker\.ts|next|postgres/.test(commandLineOf(pid))
}
