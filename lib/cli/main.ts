import { runCommandLine } from './run-command-line'
import { terminal } from './terminal'

process.exitCode = await runCommandLine(process.argv.slice(2), terminal())
