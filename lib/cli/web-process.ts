import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pause } from './processes'
import { childEnvironment, spawnNode } from './run-node'
import { Sentence } from './sentence'

export interface WebProcess {
  child: ChildProcess
  /** Ends when the process has ended, with its exit code or signal. */
  ended: Promise<number | string | null>
}

/** Next's own greeting: we print the address ourselves, once the site is healthy. */
const GREETING = /^\s*(▲ Next\.js|- (Local|Network|Environments)|✓ (Starting|Ready)|$)/

/** Starts Next (`start` or `dev`) under the pinned Node, as the site's role. Its output is passed on. */
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
    if (!GREETING.test(line)) to.write(`${line}\n`)
  })
}

/** Waits until /api/health answers 200; a site that ends or stays ill is said with what it last answered. */
export async function untilHealthy(web: WebProcess, address: string, patience: number): Promise<void> {
  const until = Date.now() + patience
  let last = 'it did not answer at all'
  let end: number | string | null | undefined
  void web.ended.then((code) => {
    end = code
  })
  while (Date.now() < until) {
    if (end !== undefined) throw new Sentence(`The web process ended with ${end} before it was ready; its words are above.`)
    try {
      const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) })
      if (answer.status === 200) return
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`
    } catch {
      // Not listening yet.
    }
    await pause(100)
  }
  throw new Sentence(`The site was not healthy after ${patience / 1000} s: ${last}`)
}
