import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pause } from './processes'
import { childEnvironment, spawnNode } from './run-node'
import { Sentence } from './sentence'

export interface WebProcess {
  child: ChildProcess
  /** Resolves when the process has ended, with its exit code or signal. */
  ended: Promise<number | string | null>
}

/** Next's start messages are left out, because the command prints the address itself once the site is healthy. */
const START_MESSAGE = /^\s*(▲ Next\.js|- (Local|Network|Environments)|✓ (Starting|Ready)|$)/

/** Starts Next (`start` or `dev`) under the pinned Node, connected with the site's role. Its output is passed on. */
export function startWeb(mode: 'start' | 'dev', host: string, port: number, variables: Record<string, string>): WebProcess {
  const env = childEnvironment({ ...variables, NODE_ENV: mode === 'dev' ? 'development' : 'production' })
  const args = [
    '--import',
    './lib/cli/watch-parent.mjs',
    'node_modules/next/dist/bin/next',
    mode,
    '--port',
    String(port),
    '--hostname',
    host,
  ]
  const child = spawnNode(args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  passOn(child.stdout, process.stdout)
  passOn(child.stderr, process.stderr)
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, ended }
}

function passOn(from: NodeJS.ReadableStream | null, to: NodeJS.WritableStream): void {
  if (!from) return
  createInterface({ input: from }).on('line', (line) => {
    if (!START_MESSAGE.test(line)) to.write(`${line}\n`)
  })
}

/** Waits until /api/health answers 200. Throws a `Sentence` with the last answer where the process ends or `timeoutMs` has passed. */
export async function untilHealthy(web: WebProcess, address: string, timeoutMs: number): Promise<void> {
  const until = Date.now() + timeoutMs
  let last = 'it did not answer at all'
  let end: number | string | null | undefined
  void web.ended.then((code) => {
    end = code
  })
  while (Date.now() < until) {
    if (end !== undefined) throw new Sentence(`The web process ended with ${end} before it was ready; its output is above.`)
    try {
      const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) })
      if (answer.status === 200) return
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`
    } catch {
      // Not listening yet.
    }
    await pause(100)
  }
  throw new Sentence(`The site was not healthy after ${timeoutMs / 1000} s: ${last}`)
}
