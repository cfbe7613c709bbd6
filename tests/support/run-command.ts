import { spawn } from 'node:child_process'
import { rootFolder } from '@/lib/cli/root'
import { COMMAND_FLAGS } from '@/lib/cli/run-node'

export interface CommandResult {
  code: number | null
  output: string
}

/** Runs one of the commands of lib/cli as npm would, without the settings of the test's own database unless given. */
export function runCommand(name: string, args: string[], variables: Record<string, string>): Promise<CommandResult> {
  const kept = Object.entries(process.env).filter(([key]) => !/^(XUESHI_|(WEB_)?DATABASE_URL$|NODE_OPTIONS$|VITEST)/.test(key))
  const env = { ...Object.fromEntries(kept), ...variables } as NodeJS.ProcessEnv
  const child = spawn(process.execPath, [...COMMAND_FLAGS, `lib/cli/${name}.ts`, ...args], { cwd: rootFolder, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}
