import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Files } from '@/lib/plugin/files'
import { identifierOf } from '@/lib/plugin/package/identifier'
import { limits, sizeText } from '@/lib/plugin/package/limits'
import { packPlugin } from '@/lib/plugin/package/pack'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command, type Io } from '../command'
import { findErrors, findingText } from '../find-errors'
import { kindOf, readPlugin } from '../read-plugin'
import { wordsOf } from '../system-error'
import { writeWhole } from '../write-whole'

export const pack: Command = {
  name: 'pack',
  summary: 'Checks plugin folders and writes their .difypkg packages',
  usage: [
    'pack DIR… [-o FILE | --out-dir D] [--force]',
    '',
    '-o, --output FILE  writes the package of one DIR here',
    '--out-dir D        writes D/<folder name>.difypkg for each DIR; D is made if absent (default: the current folder)',
    '--force            writes the package although the plugin has errors; the status is 1 all the same',
  ].join('\n'),
  async run(args, io) {
    const { values, positionals } = parseArguments(args, {
      output: { type: 'string', short: 'o' },
      'out-dir': { type: 'string' },
      force: { type: 'boolean' },
    })
    const targets = targetsOf(positionals, values.output, values['out-dir'])
    let worst: number = status.fine
    for (const [folder, target] of targets)
      worst = Math.max(worst, await packFolder(folder, target, values.force ?? false, io))
    return worst
  },
}

/** Which file each folder is written to. */
function targetsOf(
  folders: readonly string[],
  output: string | undefined,
  outFolder: string | undefined,
): [string, string][] {
  if (folders.length === 0) throw new UsageError('Say which plugin folder to pack: plugwright pack DIR.')
  if (output !== undefined && outFolder !== undefined) throw new UsageError('Give either -o or --out-dir, not both.')
  if (output !== undefined && folders.length > 1)
    throw new UsageError(`-o names one file, but ${folders.length} folders are given: use --out-dir.`)
  if (output !== undefined) return folders.map((folder) => [folder, output])
  const targets = folders.map((folder): [string, string] => [
    folder,
    join(outFolder ?? '.', `${basename(resolve(folder))}.difypkg`),
  ])
  const twice = targets.find(([, target], index) => targets.findIndex(([, other]) => other === target) < index)
  if (twice) throw new UsageError(`Two of the folders would both be written to ${twice[1]}: pack them one at a time.`)
  return targets
}

async function packFolder(folder: string, target: string, force: boolean, io: Io): Promise<number> {
  const kind = kindOf(folder)
  const read = readPlugin(folder)
  if (!read.ok || kind !== 'folder') {
    io.err(read.ok ? `Cannot pack ${folder}: it is a file; give a plugin folder.` : read.message)
    return status.unusable
  }
  const files = read.files
  const errors = findErrors(read.problems, files)
  for (const error of errors) io.err(`${folder}: ${findingText(error, files)}`)
  if (files === undefined || (errors.length > 0 && !force)) {
    const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
    io.err(
      `${folder} is not packed because of ${count}${files === undefined ? '' : '; --force packs it all the same'}.`,
    )
    return status.faulty
  }
  if (files.size > limits.packedFiles) {
    io.err(`${folder} is not packed: it has ${files.size} files, and a package holds ${limits.packedFiles} at most.`)
    return status.faulty
  }
  // The ignore rules were applied while reading, and applying them again changes nothing.
  const bytes = await packPlugin(files)
  write(target, bytes)
  if (isPackedNextTime(folder, target, files)) {
    io.err(`${target} lies in the plugin's folder and would be packed the next time: name *.difypkg in .difyignore.`)
  }
  io.out([target, sizeText(bytes.length), identifierOf(files) ?? 'no identifier'].join('  '))
  return errors.length > 0 ? status.faulty : status.fine
}

function isPackedNextTime(folder: string, target: string, files: Files): boolean {
  const inside = relative(resolve(folder), resolve(target)).split(sep).join('/')
  if (inside.startsWith('../') || isAbsolute(inside) || files.has(inside)) return false
  return packedFiles(new Map([...files, [inside, '']])).has(inside)
}

function write(target: string, bytes: Uint8Array): void {
  try {
    writeWhole(target, bytes)
  } catch (error) {
    throw new UsageError(`Cannot write ${target}: ${wordsOf(error)}.`)
  }
}
