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

/** `npm start` and `npm run dev`: everything from the database to a healthy site, then until a signal ends it. */
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
      (site) => (site.embedded ? `PostgreSQL on ${site.dataFolder}` : 'as DATABASE_URL says'),
    )
    const { site } = running
    const siteUrl = process.env.XUESHI_SITE_URL || address
    // The demonstration's certificates carry the address that checks them.
    site.variables.XUESHI_SITE_URL = siteUrl
    const wanted = process.env.XUESHI_DEMO !== '0'
    await step('Data', () => prepareDatabase(site, wanted), describe)
    const demonstration = wanted ? await demonstrationOf(site.ownerUrl) : null
    if (mode === 'start') {
      await step(
        'Build',
        () => ensureBuild(BUILD_FOLDER),
        (built) => (built ? 'done' : 'the sources are those of the last build'),
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
      // Killed or out of memory, it is served again; one that cannot stay up is not.
      if (performance.now() - since < 30_000) throw new Sentence(`The web process ended by itself with ${end}; its words are above.`)
      console.error(`The web process ended with ${end}; it is started again.`)
      web = await serve()
    }
  } catch (error) {
    if (running.stopping) return
    await running.stop()
    throw error
  }
}

/** What a browser on this machine calls the host that we listen on. */
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
    console.log(`\nThis is a demonstration. Its accounts are one click each at ${address}/sign-in (password of all: ${DEMO_PASSWORD}):`)
    for (const { login, role, name, organization } of accounts) {
      console.log(`  ${login.padEnd(width)}  ${role.replaceAll('_', ' ')}: ${name}${organization ? `, ${organization}` : ''}`)
    }
  } else {
    console.log('The first administrator is made by: npm run admin')
  }
  console.log('\nCtrl-C stops it.')
}

/** What runs by now, and how it is ended, in order and once. */
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
    // Listening for the end of the channel to lib/cli/boot.mjs would otherwise keep us from ending.
    process.channel?.unref()
  }

  /** Looks every second whether the embedded database was killed, and starts it again. */
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
