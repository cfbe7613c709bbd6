import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withFileLock } from './folder-lock'
import { rootFolder } from './root'
import { childEnvironment, runNode } from './run-node'
import { filesUnder, hashOfFiles } from './source-hash'

const SOURCES = [
  ...['app', 'components', 'lib', 'prisma/schema', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.ts', 'tsconfig.json', '.postcssrc.json'],
  ...['package-lock.json', 'package.json', 'prisma/generated/.made-from'],
]

/** No page uses the commands: a test holds that. */
const NOT_BUILT = 'lib/cli/'

/**
 * Builds the site into `buildFolder` (relative to the project) where the sources have changed since the last build. Returns whether it
 * built.
 */
export async function ensureBuild(buildFolder: string): Promise<boolean> {
  const target = join(rootFolder, buildFolder)
  const stamp = join(target, 'xueshi-sources')
  const lock = join(tmpdir(), `xueshi-build-${createHash('sha256').update(target).digest('hex').slice(0, 16)}`)
  return withFileLock(lock, async () => {
    const sources = hashOfFiles(SOURCES.flatMap(filesUnder).filter((path) => !path.startsWith(NOT_BUILT)))
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return false
    rmSync(stamp, { force: true })
    const env = childEnvironment({ XUESHI_BUILD_DIR: buildFolder, NODE_ENV: 'production' })
    await runNode(['node_modules/next/dist/bin/next', 'build'], { env }, 'The site could not be built')
    writeFileSync(stamp, sources)
    return true
  })
}
