import { checkPlugin, located } from '@/lib/plugin/check'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { checksumOf } from '@/lib/plugin/package/checksum'
import { identifierOf } from '@/lib/plugin/package/identifier'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command, type Io } from '../command'
import { findingText } from '../find-errors'
import { fixFolder } from '../fix-folder'
import { readPlugin } from '../read-plugin'

export const check: Command = {
  name: 'check',
  summary: 'Tells what Dify, its SDK or its marketplace would refuse',
  usage: [
    'check PATH… [--json]',
    'check DIR --fix',
    '',
    'PATH    a plugin folder, a zip or a .difypkg file',
    '--json  one JSON object a line: {"path", "ok", "identifier", "checksum", "findings"}',
    '--fix   makes every mechanical repair in the folder and says which',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArguments(args, { json: { type: 'boolean' }, fix: { type: 'boolean' } })
    if (positionals.length === 0) throw new UsageError('Say what to check: plugwright check PATH.')
    let worst: number = status.fine
    for (const path of positionals) {
      if (values.fix) for (const line of fixFolder(path)) (values.json ? io.err : io.out)(`${path}: ${line}`)
      worst = Math.max(worst, answer(path, values.json ?? false, io))
    }
    return worst
  },
}

function answer(path: string, json: boolean, io: Io): number {
  const read = readPlugin(path)
  if (!read.ok) {
    if (json) io.out(JSON.stringify({ path, error: { message: read.message } }))
    io.err(read.message)
    return status.unusable
  }
  // The identifier first: what it parsed of the manifest is still at hand for the check.
  const checksum = read.files && checksumOf(read.files)
  const identifier = read.files && identifierOf(read.files, checksum)
  const findings = [...read.problems, ...(read.files ? checkPlugin(read.files) : [])]
  const ok = findings.every(({ severity }) => severity !== 'error')
  if (json) {
    const rows = findings.map((finding) => row(finding, read.files))
    io.out(
      JSON.stringify({
        path,
        ok,
        ...(identifier ? { identifier } : {}),
        ...(checksum ? { checksum } : {}),
        findings: rows,
      }),
    )
  } else {
    for (const finding of findings) io.out(line(finding, read.files))
    io.out(`${path}: ${summary(findings)}${identifier ? `  ${identifier}` : ''}`)
  }
  return ok ? status.fine : status.faulty
}

/** A finding as the JSON of cli.md. */
function row(finding: Finding, files: Files | undefined): object {
  const { rule, severity, gates, message, file } = finding
  return {
    rule,
    severity,
    gates,
    message,
    file,
    ...located(finding, files ?? new Map()),
    fixable: finding.fix !== undefined,
  }
}

function line(finding: Finding, files: Files | undefined): string {
  const gates = finding.gates.length > 0 ? ` (${finding.gates.join(', ')})` : ''
  return `${finding.severity.padEnd(7)}  ${findingText(finding, files)}  [${finding.rule}]${gates}`
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  const errors = count('error')
  const told = [
    errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}` : 'no errors',
    `${count('publish')} for the marketplace`,
    `${count('advice')} advice`,
  ]
  return `${told.join(', ')}.`
}
