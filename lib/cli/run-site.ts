import { resolve } from 'node:path'
import { DEMO_PASSWORD } from '@/prisma/seed/demo/accounts'
import { endProcess, freePort, identityOf, isPortFree } from './processes'
import { step } from './progress'
import { rootFolder } from './root'
import { endChildren } from './run-node'
import { Sentence } from './sentence'
import { claimSite, type SiteClaim } from './single-site'
import { ensureBuild } from './site-build'
import { type Demonstration, demonstrationOf, prepareDatabase } from './site-database'
import { openSiteEnvironment, type SiteEnvironment } from './site-environment'
import { startWeb, untilHealthy, type WebProcess } from './web-process'
import { Worker } from './worker-process'

const BUILD_FOLDER = process.env.XUESHI_BUILD_DIR || '.next'

/** `npm start` and `npm run dev`: starts the database, the site and the worker, and keeps them running until a signal. */
export async function runSite(mode: 'start' | 'dev'): Promise<void> {
  const host = process.env.HOST || '127.0.0.1'
  const port = await choosePort()
  const address = `http://${reachableName(host)}:${port}`
  const running = new RunningParts()
  running.stopOnSignal()
  try {
    running.claim = await claimSite(resolve(rootFolder, process.env.XUESHI_DATA || '.data'), address)
    if (!(await isPortFree(port, host))) throw new Sentence(portInUse(port, host))
    running.site = await step(
      'Database',
      () => openSiteEnvironment(),
      (site) => (site.embedded ? `PostgreSQL on ${site.dataFolder}` : 'the one of DATABASE_URL'),
    )
    const { site } = running
    const siteUrl = process.env.XUESHI_SITE_URL || address
    // Needed for the demonstration data: its certificates contain the address of the check page.
    site.variables.XUESHI_SITE_URL = siteUrl
    const wanted = process.env.XUESHI_DEMO !== '0'
    await step('Data', () => prepareDatabase(site, wanted), describe)
    const demonstration = wanted ? await demonstrationOf(site.ownerUrl) : null
    if (mode === 'start') {
      await step(
        'Build',
        () => ensureBuild(BUILD_FOLDER),
        (built) => (built ? 'done' : 'up to date'),
      )
    }
    const variables = {
      ...site.variables,
      NEXTAUTH_URL: siteUrl,
      XUESHI_DEMO: demonstration ? '1' : '0',
      XUESHI_BUILD_DIR: BUILD_FOLDER,
    }
    const serve = async () => {
      const web = startWeb(mode, host, port, variables)
      running.web = web
      if (web.child.pid) running.claim?.noteWeb(web.child.pid)
      await untilHealthy(web, address, 120_000)
      return web
    }
    let web = await step('Site', serve, () => 'healthy')
    running.worker = new Worker(mode, variables, (pid) => running.claim?.noteWorker(pid))
    welcome(address, demonstration)
    running.keepDatabase()
    for (;;) {
      const since = performance.now()
      const end = await web.ended
      if (running.stopping) return
      // A web process that was killed or ran out of memory is started again; one that ends soon after its start would only do so again.
      if (performance.now() - since < 30_000) throw new Sentence(`The web process ended by itself with ${end}; its output is above.`)
      console.error(`The web process ended with ${end}; it is started again.`)
      web = await serve()
    }
  } catch (error) {
    if (running.stopping) return
    await running.stop()
    throw error
  }
}

/** The host name for a browser on this machine. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function choosePort(): Promise<number> {
  const text = process.env.PORT || '3000'
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Sentence(`PORT must be a number from 0 to 65535, not "${text}".`)
  return text === '0' ? freePort() : Number(text)
}

function portInUse(port: number, host: string): string {
  return `Port ${port} on ${host} is in use by another program. Please give another one, for example: PORT=${port + 1} npm start`
}

function describe({ version, migrated, seeded }: Awaited<ReturnType<typeof prepareDatabase>>): string {
  const migrations = migrated.length === 0 ? 'no new migration' : `${migrated.length} migrations applied`
  return `PostgreSQL ${version}, ${migrations}${seeded ? ', demonstration city made' : ''}`
}

function welcome(address: string, demonstration: Demonstration | null): void {
  const accounts = demonstration?.accounts ?? []
  const width = Math.max(0, ...accounts.map(({ login }) => login.length))
  console.log(`\nXueshi is ready: ${address}`)
  if (demonstration) {
    console.log(`\nThis is a demonstration. Sign in with one click at ${address}/sign-in (password of all accounts: ${DEMO_PASSWORD}):`)
    for (const { login, role, name, organization } of accounts) {
      console.log(`  ${login.padEnd(width)}  ${role.replaceAll('_', ' ')}: ${name}${organization ? `, ${organization}` : ''}`)
    }
  } else {
    console.log('Create the first administrator with: npm run admin')
  }
  console.log('\nCtrl-C stops it.')
}

/** The parts that are running, and how they are stopped: in order and only once. */
class RunningParts {
  claim: SiteClaim | null = null
  site: SiteEnvironment | null = null
  web: WebProcess | null = null
  worker: Worker | null = null
  stopping = false
  private guard: NodeJS.Timeout | undefined

  stopOnSignal(): void {
    const stop = () => {
      if (this.stopping) return
      console.log('\nStopping …')
      void this.stop().then(() => process.exit(0))
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
    // Without this, the IPC channel to lib/cli/boot.mjs would keep this process alive.
    process.channel?.unref()
  }

  /** Checks every second whether the embedded database was killed, and starts it again. */
  keepDatabase(): void {
    this.guard = setInterval(() => void this.site?.embedded?.revive().catch((error) => console.error(String(error))), 1000)
  }

  async stop(): Promise<void> {
    this.stopping = true
    this.claim?.noteStopping()
    clearInterval(this.guard)
    const web = this.web?.child.pid ? identityOf(this.web.child.pid) : null
    await Promise.all([web ? endProcess(web, 'SIGTERM', 10_000) : null, this.worker?.stop()])
    endChildren()
    await this.site?.release()
    this.claim?.giveUp()
  }
}
