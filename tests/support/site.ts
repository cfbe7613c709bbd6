import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { clearAbandoned, makeOwnedFolder, removeOwnedFolder } from '../../lib/cli/abandoned-folders'
import { localUrl } from '../../lib/cli/postgres-server'
import { endProcess, freePort, identityOf } from '../../lib/cli/processes'
import { rootFolder } from '../../lib/cli/root'
import { COMMAND_FLAGS, childEnvironment } from '../../lib/cli/run-node'

const PREFIX = 'xueshi-e2e-'

/**
 * Before all end-to-end tests: the real site, as `npm start` makes it: production build, its own database with the demonstration city, a
 * free port. Workers find it in XUESHI_TEST_SITE (address), XUESHI_TEST_DATABASE (owner's connection), XUESHI_TEST_LOG (what it printed).
 * With XUESHI_TEST_SITE given beforehand, that site is used as it is.
 */
export default async function startSite(): Promise<() => Promise<void>> {
  if (process.env.XUESHI_TEST_SITE) return async () => undefined
  await clearAbandoned(PREFIX)
  const folder = makeOwnedFolder(PREFIX)
  const port = await freePort()
  const run = join(rootFolder, process.env.XUESHI_TEST_RUN || '.test')
  const log = join(run, 'site.log')
  mkdirSync(run, { recursive: true })
  const child = spawn(process.execPath, [...COMMAND_FLAGS, 'lib/cli/start.ts'], {
    cwd: rootFolder,
    env: childEnvironment({
      XUESHI_DATA: folder,
      XUESHI_BUILD_DIR: '.test/next',
      PORT: String(port),
      HOST: '127.0.0.1',
      XUESHI_DEMO: '1',
      LOG_LEVEL: 'debug',
      NODE_ENV: undefined,
      XUESHI_SITE_URL: undefined,
    }),
    // The channel breaks when the test runner is killed: the site then stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  try {
    await untilReady(child, log)
  } catch (error) {
    await stop(child, folder)
    throw error
  }
  const password = readFileSync(join(folder, 'secrets/postgres-password'), 'utf8').trim()
  process.env.XUESHI_TEST_SITE = `http://127.0.0.1:${port}`
  process.env.XUESHI_TEST_LOG = log
  process.env.XUESHI_TEST_DATABASE = localUrl(Number(readFileSync(join(folder, 'run/postgres-port'), 'utf8')), password, 'xueshi')
  return () => stop(child, folder)
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

async function stop(child: ChildProcess, folder: string): Promise<void> {
  const identity = child.pid ? identityOf(child.pid) : null
  if (identity) await endProcess(identity, 'SIGTERM', 20_000)
  await removeOwnedFolder(folder)
}
