import { verifyCommand } from './verify-command'

process.exitCode = await verifyCommand(process.argv.slice(2), process)
