import { readFileSync } from 'node:fs'
import { unifiedDiff } from '@/lib/plugin/merge'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command, type Io } from '../command'
import { editFiles, type EditError } from '../edit-files'
import { editsOf, valueOfArgument, type Edit } from '../read-edits'
import { wordsOf } from '../system-error'

export const set: Command = {
  name: 'set',
  summary: 'Sets or removes one value in a YAML file and touches nothing else',
  usage: [
    'set DIR FILE POINTER VALUE [--string]',
    'set DIR FILE POINTER --remove',
    'set DIR --edits FILE|- [--json]',
    '',
    'DIR       any folder of YAML files',
    'FILE      path of the file inside of DIR',
    'POINTER   JSON pointer of keys and indexes: /tools/0/name; /tags/- appends to a list',
    'VALUE     JSON, or text where it is not JSON',
    '--string  VALUE is text, whatever it looks like',
    '--remove  take the entry or item out',
    '--edits   JSON lines of {"file", "pointer", "value"} or {"file", "pointer", "remove": true}; - reads standard input',
    '--json    with --edits: every refusal as {"file", "error": {"message", "line", "column"}}',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArguments(numberLast(args), {
      string: { type: 'boolean' },
      remove: { type: 'boolean' },
      edits: { type: 'string' },
      json: { type: 'boolean' },
    })
    const [folder, file, pointer, value, ...rest] = positionals
    if (folder === undefined) throw new UsageError('Say where the file is: plugwright set DIR FILE POINTER VALUE.')
    if (values.edits !== undefined) {
      if (file !== undefined || values.remove || values.string)
        throw new UsageError('--edits takes only DIR beside it: plugwright set DIR --edits FILE.')
      return setMany(folder, await textOfEdits(values.edits, io), values.json ?? false, io)
    }
    if (values.json) throw new UsageError('--json goes with --edits only.')
    if (
      file === undefined ||
      pointer === undefined ||
      rest.length > 0 ||
      (value === undefined) !== (values.remove ?? false)
    )
      throw new UsageError('Give DIR, FILE, POINTER and VALUE, or --remove in place of VALUE.')
    const edit: Edit =
      value === undefined
        ? { file, pointer, remove: true }
        : { file, pointer, value: values.string ? value : valueOfArgument(value) }
    return setOne(folder, edit, io)
  },
}

/** A negative number is a VALUE and no option: it goes behind `--`. */
function numberLast(args: readonly string[]): string[] {
  const index = args.findIndex((argument) => /^-\.?[0-9]/.test(argument))
  if (index === -1 || args.slice(0, index).includes('--')) return [...args]
  return [...args.slice(0, index), ...args.slice(index + 1), '--', args[index] ?? '']
}

function setOne(folder: string, edit: Edit, io: Io): number {
  const { edited, errors } = editFiles(folder, [edit])
  for (const { file, before, after } of edited) io.out(unifiedDiff(file, before, after).trimEnd())
  for (const error of errors) io.err(sentence(error))
  if (errors.length === 0) return status.fine
  return errors.some(({ unusable }) => unusable) ? status.unusable : status.faulty
}

function setMany(folder: string, text: string, json: boolean, io: Io): number {
  const { errors } = editFiles(folder, editsOf(text))
  for (const error of errors) {
    const { file, message, line, column } = error
    if (json) io.out(JSON.stringify({ file, error: { message, line, column } }))
    else io.err(sentence(error))
  }
  return errors.length > 0 ? status.faulty : status.fine
}

function sentence({ file, message, line, column }: EditError): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}:${column ?? 1}: ${message}`
}

async function textOfEdits(source: string, io: Io): Promise<string> {
  if (source === '-') return io.stdin()
  try {
    return readFileSync(source, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read the edits of ${source}: ${wordsOf(error)}.`)
  }
}
