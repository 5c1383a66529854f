import type { Answers, Starter } from '@/lib/plugin/kind'
import { createPlugin, kindIdsOf, kindsProblem, starters } from '@/lib/plugin/create'
import { kinds } from '@/lib/plugin/kinds/registry'
import { authorProblem, nameProblem } from '@/lib/plugin/project/names'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command, type Io } from '../command'
import { findTarget, writeFiles } from '../write-folder'

const [firstKind = ''] = kinds.map(({ id }) => id)
/** Kinds that stand in one plugin, as a text. */
const joint = starters()
  .map((starter) => kindIdsOf(starter))
  .filter((ids) => ids.length > 1)
  .map((ids) => ids.join(' and '))
  .join(', or ')

const texts = ['name', 'author', 'kind', 'starter', 'label', 'description'] as const

export const newPlugin: Command = {
  name: 'new',
  summary: 'Writes a new plugin that packs, loads and answers as it is',
  usage: [
    'new DIR --name N --author A [--kind K …] [--starter ID]',
    'new --list [--json]',
    '',
    'DIR            is made if absent, and has to be empty',
    '--name N       lower-case letters, digits, - and _; Dify knows the plugin as author/name',
    '--author A     the same letters; usually your GitHub name',
    `--kind K       what it gives Dify (default: ${firstKind}); repeat it for ${joint} in one plugin`,
    '--starter ID   one of the list, in place of --kind',
    '--label TEXT   what people see as its name',
    '--description TEXT',
    '--list         tells every starter; with --json one JSON object a line',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArguments(joined(args), {
      name: { type: 'string' },
      author: { type: 'string' },
      kind: { type: 'string', multiple: true },
      starter: { type: 'string' },
      label: { type: 'string' },
      description: { type: 'string' },
      list: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    if (values.list) return listStarters(values.json ?? false, positionals, io)
    const [folder, ...rest] = positionals
    if (folder === undefined || rest.length > 0)
      throw new UsageError('Say where to write the plugin: plugwright new DIR --name N --author A.')
    if (values.json) throw new UsageError('--json goes with --list only.')
    const starter = starterOf(values.starter, values.kind ?? [])
    const { name = '', author = '' } = values
    const problem =
      nameProblem(name) ??
      authorProblem(author) ??
      textProblem('label', values.label) ??
      textProblem('description', values.description)
    if (problem !== undefined) throw new UsageError(problem)
    const answers: Answers = {
      ...starter.answers,
      name,
      author,
      createdAt: `${new Date().toISOString().slice(0, 19)}Z`,
      ...(values.label === undefined ? {} : { label: values.label }),
      ...(values.description === undefined ? {} : { description: values.description }),
    }
    const files = createPlugin(kindIdsOf(starter), answers)
    writeFiles(findTarget(folder), files)
    io.out(`${folder}  ${files.size} files`)
    return status.fine
  },
}

/** A name may begin with `-`, which parseArgs takes for an option unless it is joined by `=`. */
function joined(args: readonly string[]): string[] {
  const result: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const [argument = '', next] = [args[index], args[index + 1]]
    if (argument === '--') return [...result, ...args.slice(index)]
    const takesText = texts.some((name) => argument === `--${name}`)
    if (takesText && next !== undefined && !texts.some((name) => next.startsWith(`--${name}`))) {
      result.push(`${argument}=${next}`)
      index += 1
    } else result.push(argument)
  }
  return result
}

function starterOf(id: string | undefined, words: readonly string[]): Starter {
  const all = starters()
  if (id !== undefined && words.length > 0) throw new UsageError('Give either --starter or --kind, not both.')
  if (id !== undefined) {
    const starter = all.find((each) => each.id === id)
    if (starter) return starter
    throw new UsageError(`There is no starter ${id}: use one of ${all.map((each) => each.id).join(', ')}.`)
  }
  const wantedKinds = words.length > 0 ? words : [firstKind]
  const known = [...new Set(all.map((each) => each.kind))]
  const unknown = wantedKinds.find((kind) => !known.includes(kind))
  if (unknown !== undefined) throw new UsageError(`There is no kind ${unknown}: use one of ${known.join(', ')}.`)
  const wanted = wantedKinds
    .map((kind) => all.find((each) => each.kind === kind))
    .flatMap((starter) => (starter ? kindIdsOf(starter) : []))
  const problem = kindsProblem(wanted)
  if (problem !== undefined) throw new UsageError(problem)
  const same = (starter: Starter) => [...kindIdsOf(starter)].sort().join() === [...wanted].sort().join()
  const starter = wantedKinds.length > 1 ? all.find(same) : all.find((each) => each.kind === wantedKinds[0])
  if (starter) return starter
  throw new UsageError(`The kinds ${wantedKinds.join(' and ')} do not stand in one plugin: only ${joint} do.`)
}

/** Texts that Dify takes: 1 to 1023 characters (manifest.md section 2). */
function textProblem(what: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (text.trim() === '') return `Give --${what} a text, or leave it out.`
  return [...text].length > 1023 ? `Shorten the ${what} to 1023 characters: Dify refuses a longer one.` : undefined
}

function listStarters(json: boolean, positionals: readonly string[], io: Io): number {
  if (positionals.length > 0) throw new UsageError('--list takes no DIR.')
  const width = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) + 2
  const all = starters()
  const [ids, words] = [width(all.map(({ id }) => id)), width(all.map(({ kind }) => kind))]
  for (const { id, kind, title, summary } of all) {
    io.out(
      json
        ? JSON.stringify({ id, kind, title, args: ['--starter', id] })
        : `${id.padEnd(ids)}${kind.padEnd(words)}${title}: ${summary}`,
    )
  }
  return status.fine
}
