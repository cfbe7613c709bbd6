import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { rootFolder } from './root'
import { Sentence } from './sentence'

/** Node's flags for commands in TypeScript that import lib/server. */
export const COMMAND_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx']

/**
 * The environment of a child process: that of this one without the owner's connection, with `more` added. `undefined` removes a variable.
 */
export function childEnvironment(more: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: undefined, ...more } as NodeJS.ProcessEnv
}

const children = new Set<ChildProcess>()

/** Starts Node in the project's folder. */
export function spawnNode(args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: rootFolder, ...options })
  children.add(child)
  child.on('close', () => children.delete(child))
  return child
}

/** Ends the processes that `spawnNode` started and that still run. */
export function endChildren(): void {
  for (const child of children) child.kill('SIGTERM')
}

/** Runs Node to its end. Throws a `Sentence` with the `failure` text where its exit code is not 0. */
export async function runNode(args: string[], options: SpawnOptions, failure: string): Promise<void> {
  const child = spawnNode(args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve(status ?? signal))
  })
  if (code !== 0) throw new Sentence(`${failure} (it ended with ${code}; its output is above).`)
}
