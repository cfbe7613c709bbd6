import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { PostgresPrograms } from './postgres-programs'
import { commandLineOf, endProcess, identityOf, type ProcessIdentity, pause } from './processes'
import { Sentence } from './sentence'

// One PostgreSQL on one data folder: made, started detached from us, found again, stopped.

export const SUPERUSER = 'xueshi'
const WRONG_PASSWORD = '28P01'

/** A superuser's address of one database of a server on this machine. */
export function localUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

/** Makes the data folder where there is none. A folder left half made by a killed initdb is made anew. */
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

/** pg_trgm takes what is a letter from the character type: under plain C it sees no Chinese at all. */
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

/** Starts the server, detached: it outlives us, whatever kills us. Answers its process once it accepts connections. */
export async function launch(
  programs: PostgresPrograms,
  port: number,
  logFile: string,
  settings: string[],
  url: string,
): Promise<ProcessIdentity> {
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) rmSync(logFile)
  const fixed = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'jit=off']
  // A server killed outright leaves its children and their shared memory for a moment: it is tried again.
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
    if (identity && (await answers(url, identity))) return identity
    if (attempt >= 20) {
      throw new Sentence(`PostgreSQL does not start; it says (${logFile}):\n${readFileSync(logFile).subarray(logStart).toString().trim()}`)
    }
    await pause(500)
  }
}

/** Waits until the server takes connections; false as soon as its process is gone. Recovery after a crash may take a while. */
async function answers(url: string, identity: ProcessIdentity): Promise<boolean> {
  for (;;) {
    if (await isReachable(url)) return true
    if (!identityOf(identity.pid)) return false
    await pause(50)
  }
}

/** Whether the server takes connections. A server that takes them from others only is said at once. */
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

/** The server that runs on this folder by its own record, null where it runs no more; a stale record is removed. */
export function runningServer(dataFolder: string): (ProcessIdentity & { port: number }) | null {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const identity = identityOf(Number(lines[0]))
  const command = commandLineOf(Number(lines[0]))
  // After a reboot the number may belong to anybody: PostgreSQL would refuse to start beside them.
  if (identity && (command === '' ? process.platform !== 'linux' : command.includes(dataFolder)))
    return { ...identity, port: Number(lines[3]) }
  rmSync(file, { force: true })
  return null
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
export function stopServer(identity: ProcessIdentity): Promise<void> {
  return endProcess(identity, 'SIGINT', 20_000)
}

/** A folder that only its owner reads, made where it is missing. */
export function privateFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    chmodSync(path, 0o700)
    return path
  } catch (error) {
    throw new Sentence(`The folder ${path} cannot be used for the data: ${(error as Error).message}. XUESHI_DATA names another one.`)
  }
}
