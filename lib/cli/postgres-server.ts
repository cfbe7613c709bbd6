import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { PostgresPrograms } from './postgres-programs'
import { commandLineOf, endProcess, identityOf, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// Creates, starts, finds and stops the PostgreSQL server of a data folder.

export const SUPERUSER = 'xueshi'
const WRONG_PASSWORD = '28P01'

/** The superuser's connection URL of a database of a server on this machine. */
export function localUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

/** Creates the data folder where there is none. A folder that a killed initdb left incomplete is created again. */
export function initialise(programs: PostgresPrograms, password: string): void {
  const { dataFolder } = programs
  if (existsSync(join(dataFolder, 'PG_VERSION')) && existsSync(join(dataFolder, 'xueshi-complete'))) return
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const passwordFile = join(tmpdir(), `xueshi-initdb-${process.pid}-${identityOf(process.pid)?.started}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = programs.spawnOptions
  if (uid !== undefined && gid !== undefined) for (const path of [dataFolder, passwordFile]) chownSync(path, uid, gid)
  const flags = [`--pgdata=${dataFolder}`, `--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  try {
    run(programs, 'initdb', [...flags, ...localeFlags()])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(join(dataFolder, 'xueshi-complete'), '')
}

/** pg_trgm recognises letters by the locale's character type: with plain C it ignores Chinese text. */
function localeFlags(): string[] {
  const known = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? ''
  const utf8 = /^C\.utf-?8$/im.exec(known)?.[0]
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', utf8 ? `--locale=${utf8}` : '--locale=C']
}

function run(programs: PostgresPrograms, program: string, args: string[]): void {
  const [command = '', ...before] = [...programs.prefix, join(programs.bin, program)]
  const { status, stdout, stderr, error } = spawnSync(command, [...before, ...args], {
    ...programs.spawnOptions,
    encoding: 'utf8',
    cwd: '/',
  })
  if (status !== 0) throw new Sentence(`PostgreSQL's ${program} failed: ${error?.message ?? `${stdout}\n${stderr}`.trim()}`)
}

/** Starts the server detached, so that it outlives this process. Returns its process once it accepts connections. */
export async function launch(
  programs: PostgresPrograms,
  port: number,
  logFile: string,
  settings: string[],
  url: string,
): Promise<ProcessIdentity> {
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) rmSync(logFile)
  const fixed = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'jit=off']
  // After a kill the old server's children and shared memory exist for a moment longer: the start is tried again.
  for (let attempt = 1; ; attempt += 1) {
    const log = openSync(logFile, 'a', 0o600)
    const logStart = statSync(logFile).size
    const [command = '', ...before] = [...programs.prefix, join(programs.bin, 'postgres')]
    const flags = [...fixed, ...settings].flatMap((setting) => ['-c', setting])
    const child = spawn(command, [...before, '-D', programs.dataFolder, ...flags], {
      ...programs.spawnOptions,
      cwd: programs.dataFolder,
      detached: true,
      stdio: ['ignore', log, log],
    })
    closeSync(log)
    child.on('error', () => undefined)
    child.unref()
    const identity = child.pid ? identityOf(child.pid) : null
    if (identity && (await isReady(url, identity))) return identity
    if (attempt >= 20) {
      throw new Sentence(`PostgreSQL does not start. Its log (${logFile}):\n${readFileSync(logFile).subarray(logStart).toString().trim()}`)
    }
    await pause(500)
  }
}

/** Waits until the server accepts connections, which may take long after a crash; false as soon as its process has ended. */
async function isReady(url: string, identity: ProcessIdentity): Promise<boolean> {
  for (;;) {
    if (await isReachable(url)) return true
    if (!identityOf(identity.pid)) return false
    await pause(50)
  }
}

/** Whether the server accepts connections. Throws a `Sentence` where it refuses the password. */
export async function isReachable(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== WRONG_PASSWORD) return false
    throw new Sentence(`PostgreSQL on ${new URL(url).host} refuses the password in the data folder: the two do not belong together.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The server that runs on this folder by its postmaster.pid; null where none does. A stale file is removed. */
export function runningServer(dataFolder: string): (ProcessIdentity & { port: number }) | null {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const identity = identityOf(Number(lines[0]))
  const command = commandLineOf(Number(lines[0]))
  // After a reboot the process id may belong to another program, and PostgreSQL would refuse to start because of it.
  if (identity && (command === '' ? process.platform !== 'linux' : command.includes(dataFolder)))
    return { ...identity, port: Number(lines[3]) }
  rmSync(file, { force: true })
  return null
}

/** Stops the server by a fast shutdown: open transactions are rolled back, committed ones are on disk. */
export function stopServer(identity: ProcessIdentity): Promise<void> {
  return endProcess(identity, 'SIGINT', 20_000)
}

/** Creates the folder where it is missing and lets only its owner read it. Throws a `Sentence` where that is not possible. */
export function privateFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    return path
  } catch (error) {
    throw new Sentence(`The folder ${path} cannot be used for the data: ${(error as Error).message}. XUESHI_DATA names another one.`)
  }
}
