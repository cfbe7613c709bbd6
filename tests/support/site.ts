import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { endProcess, freePort, identityOf } from '../../lib/cli/processes'
import { rootFolder } from '../../lib/cli/root'
import { COMMAND_FLAGS, childEnvironment } from '../../lib/cli/run-node'

/** A site as `npm start` makes it: production build, a database of its own, a free port. */
export interface Site {
  address: string
  /** The file that it prints into. */
  log: string
  stop(): Promise<void>
}

/** Starts a site with the demonstration on the data folder; answers once it is healthy. */
export async function startSite(dataFolder: string, log: string): Promise<Site> {
  const port = await freePort()
  mkdirSync(dirname(log), { recursive: true })
  const child = spawn(process.execPath, [...COMMAND_FLAGS, 'lib/cli/start.ts'], {
    cwd: rootFolder,
    env: childEnvironment({
      XUESHI_DATA: dataFolder,
      XUESHI_BUILD_DIR: '.test/next',
      PORT: String(port),
      HOST: '127.0.0.1',
      XUESHI_DEMO: '1',
      LOG_LEVEL: 'debug',
      NODE_ENV: undefined,
      XUESHI_SITE_URL: undefined,
    }),
    // The channel breaks when the test's process is killed: the site then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  try {
    await untilReady(child, log)
  } catch (error) {
    await stop(child)
    throw error
  }
  return { address: `http://127.0.0.1:${port}`, log, stop: () => stop(child) }
}

function untilReady(child: ChildProcess, logFile: string): Promise<void> {
  const log = createWriteStream(logFile)
  return new Promise((resolve, reject) => {
    const last: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`)
        last.push(line)
        if (last.length > 60) last.shift()
        if (line.startsWith('Xueshi is ready')) resolve()
      })
    }
    child.on('close', (code) => reject(new Error(`the site ended with ${code} before it was ready:\n${last.join('\n')}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  const identity = child.pid ? identityOf(child.pid) : null
  if (identity) await endProcess(identity, 'SIGTERM', 20_000)
}
