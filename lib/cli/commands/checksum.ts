import { checksumOf } from '@/lib/plugin/package/checksum'
import { identifierOf } from '@/lib/plugin/package/identifier'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command } from '../command'
import { findingText } from '../find-errors'
import { readPlugin } from '../read-plugin'

export const checksum: Command = {
  name: 'checksum',
  summary: 'Tells checksum and unique identifier as Dify computes them',
  usage: [
    'checksum PATH… [--json]',
    '',
    'PATH    a plugin folder, a zip or a .difypkg file',
    '--json  one JSON object a line: {"path", "checksum", "identifier"}',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } })
    if (positionals.length === 0) throw new UsageError('Say whose checksum is wanted: plugwright checksum PATH.')
    let worst: number = status.fine
    for (const path of positionals) {
      const answer = answerFor(path)
      worst = Math.max(worst, answer.status)
      if (values.json) io.out(JSON.stringify(answer.json))
      else if (answer.line) io.out(answer.line)
      for (const message of answer.messages) io.err(`${path}: ${message}`)
    }
    return worst
  },
}

interface Answer {
  status: number
  json: object
  line?: string
  messages: string[]
}

function answerFor(path: string): Answer {
  const read = readPlugin(path)
  if (!read.ok)
    return { status: status.unusable, json: { path, error: { message: read.message } }, messages: [read.message] }
  const errors = read.problems.filter(({ severity }) => severity === 'error').map((finding) => findingText(finding))
  if (!read.files)
    return { status: status.faulty, json: { path, error: { message: errors[0] ?? '' } }, messages: errors }
  const checksum = checksumOf(read.files)
  const identifier = identifierOf(read.files, checksum)
  return {
    status: errors.length > 0 ? status.faulty : status.fine,
    json: { path, checksum, identifier },
    line: `${checksum}  ${identifier ?? 'no identifier'}  ${path}`,
    messages: errors,
  }
}
