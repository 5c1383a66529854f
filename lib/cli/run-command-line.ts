import { commands } from './registry'
import { status, UsageError, type Command, type Io } from './command'
import { wordsOf } from './system-error'

/** Runs one command line; answers with the exit status and never throws. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    io.out(usageOfAll())
    return name === undefined ? status.unusable : status.fine
  }
  const command = commands.find((candidate) => candidate.name === (name === 'help' ? rest[0] : name))
  if (!command) {
    io.err(
      `There is no command ${name === 'help' ? rest[0] : name}: use one of ${commands.map((known) => known.name).join(', ')}, or --help.`,
    )
    return status.unusable
  }
  if (name === 'help' || asksForHelp(rest)) {
    io.out(usageOf(command))
    return status.fine
  }
  return runCommand(command, rest, io)
}

async function runCommand(command: Command, args: string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io)
  } catch (error) {
    if (error instanceof UsageError) io.err(error.message)
    else if (isSystemError(error)) io.err(`Cannot go on${error.path ? ` with ${error.path}` : ''}: ${wordsOf(error)}.`)
    else
      io.err(
        `plugwright ${command.name} met a bug of its own: ${firstLine(error)} Report it with the input that led to it.`,
      )
    return status.unusable
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return (end < 0 ? args : args.slice(0, end)).includes('--help')
}

function isSystemError(error: unknown): error is Error & { path?: string } {
  return error instanceof Error && 'syscall' in error
}

function firstLine(error: unknown): string {
  const line = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n')[0] ?? ''
  return line.slice(0, 300).replace(/([^.])$/, '$1.')
}

function usageOfAll(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'Usage: plugwright COMMAND …',
    '',
    'Builds, checks and packs Dify plugins.',
    '',
    ...list,
    '',
    'plugwright COMMAND --help tells more of one command.',
    'Exit status: 0 fine, 1 the plugin has errors, 2 wrong usage or unreadable input.',
  ].join('\n')
}

function usageOf({ usage, summary }: Command): string {
  const [first = '', ...rest] = usage.split('\n')
  return [`Usage: plugwright ${first}`, ...rest.map((line) => `       ${line}`.trimEnd()), '', `${summary}.`].join('\n')
}
