import { evaluateCommand } from './evaluate-command'

// The reader may close the pipe early (`| head`), which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await evaluateCommand(process.argv.slice(2), process)
