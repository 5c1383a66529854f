import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './command'

/** Options and positionals of a command, by node:util parseArgs; a wrong option is a UsageError with one sentence. */
export function parseArguments<const T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(sentenceOf(error, args, Object.keys(options)))
  }
}

function sentenceOf(error: unknown, args: string[], known: string[]): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const option = error instanceof Error ? /'(-[^' =,]*)/.exec(error.message)?.[1] : undefined
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const names = known.map((name) => `--${name}`).join(', ')
    const place = args.includes('--') ? '' : ' (a name that begins with - goes after --)'
    return `There is no option ${option ?? ''}${place}: ${names ? `use ${names}` : 'this command takes none'}, or see --help.`
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return /does not take/.test(reason)
      ? `Option ${option} takes no value.`
      : `Option ${option} needs a value behind it.`
  }
  return error instanceof Error ? error.message : String(error)
}
