import { evaluateCommand } from './evaluate-command'

// Whoever reads may stop reading (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await evaluateCommand(process.argv.slice(2), process)
