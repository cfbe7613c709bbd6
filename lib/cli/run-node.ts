import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { rootFolder } from './root'
import { Sentence } from './sentence'

/** How a command of ours runs under the pinned Node: TypeScript, as the server sees it. */
export const COMMAND_FLAGS = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', '--import', 'tsx']

/** The environment of a child: ours without the owner's connection, and what is added. A variable set to undefined is taken away. */
export function childEnvironment(more: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: undefined, ...more } as NodeJS.ProcessEnv
}

const children = new Set<ChildProcess>()

/** Starts a program of Node in the project's folder. */
export function spawnNode(args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: rootFolder, ...options })
  children.add(child)
  child.on('close', () => children.delete(child))
  return child
}

/** Ends whatever `spawnNode` started and still runs. */
export function endChildren(): void {
  for (const child of children) child.kill('SIGTERM')
}

/** Runs a program of Node to its end; one that fails ends us with this sentence. */
export async function runNode(args: string[], options: SpawnOptions, failure: string): Promise<void> {
  const child = spawnNode(args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
  const code = await new Promise<number | string | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve(status ?? signal))
  })
  if (code !== 0) throw new Sentence(`${failure} (it ended with ${code}; its words are above).`)
}
