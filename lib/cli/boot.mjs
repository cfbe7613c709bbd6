// The entry point of every `npm` script: sets the folder up, then runs lib/cli/<command>.ts on the pinned Node 24.
// Plain JavaScript for Node 18 and later, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, Sentence, setUp } from './setup.mjs'

const [command, ...args] = process.argv.slice(2)
// The errors of evaluate are JSON on standard error: where a program reads it, the progress of set-up is kept back unless set-up fails.
const heldBack = command === 'evaluate' && !process.stderr.isTTY ? [] : null
const file = command && /^[a-z-]+$/.test(command) ? join(root, `lib/cli/${command}.ts`) : ''

try {
  if (Number(process.versions.node.split('.')[0]) < 18)
    throw new Sentence(`Xueshi needs Node 18 or later; this is ${process.versions.node}.`)
  if (!existsSync(file)) throw new Sentence(`There is no command "${command ?? ''}" (lib/cli/${command ?? ''}.ts).`)
  const node = await setUp(say)
  process.exitCode = await runCommand(node)
} catch (error) {
  for (const line of heldBack ?? []) process.stderr.write(`${line}\n`)
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  process.exitCode = 1
}

/** Reports progress on standard error, since the standard output of evaluate, verify and migration is their result. */
function say(line) {
  if (heldBack) heldBack.push(line)
  else process.stderr.write(`${line}\n`)
}

function runCommand(node) {
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx']
  const path = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
  // File names on the command line are relative to the folder from which npm was called.
  const env = { ...process.env, PATH: path, XUESHI_CALLED_FROM: process.env.INIT_CWD ?? process.cwd() }
  // The IPC channel closes when this process is killed: the command notices it and stops what it started.
  const child = spawn(node, [...flags, file, ...args], { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchNpm(() => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/**
 * Stops the command when npm was killed: npm then forwards no signal, and the site would keep running without a way to stop it by Ctrl-C.
 */
function watchNpm(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  // npm runs scripts by `sh -c`, and some shells stay as a process between npm and this one.
  const npm = nameOf(parent).endsWith('sh') ? parentOf(parent) : parent
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === parent || parentOf(parent) === npm)) return
    clearInterval(timer)
    stop()
  }, 500)
  timer.unref()
}

function parentOf(pid) {
  return Number(statFields(pid)[1] ?? 0)
}

function nameOf(pid) {
  return readStat(pid).replace(/^\d+ \((.*)\).*$/s, '$1')
}

/** The fields of /proc/PID/stat after the process name. */
function statFields(pid) {
  const stat = readStat(pid)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function readStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}
