import { sizeText, limits } from '@/lib/plugin/package/limits'
import { readArchive } from '@/lib/plugin/package/read-archive'
import { parseArguments } from '../arguments'
import { status, UsageError, type Command } from '../command'
import { readRegularFile } from '../read-file'
import { kindOf } from '../read-plugin'
import { findTarget, writeFiles } from '../write-folder'

export const unpack: Command = {
  name: 'unpack',
  summary: 'Writes the files of a package into a new or empty folder',
  usage: ['unpack FILE DIR', '', 'FILE  a zip or a .difypkg file', 'DIR   is made if absent, and has to be empty'].join(
    '\n',
  ),
  async run(args, io) {
    const { positionals } = parseArguments(args, {})
    const [file, folder, ...rest] = positionals
    if (file === undefined || folder === undefined || rest.length > 0) {
      throw new UsageError('Say what to unpack and where to: plugwright unpack FILE DIR.')
    }
    const kind = kindOf(file)
    if (kind !== 'file')
      throw new UsageError(
        kind === 'folder' ? `Cannot unpack ${file}: it is a folder; give a zip or a .difypkg file.` : kind,
      )
    const read = readRegularFile(file, limits.packedBytes)
    if (!read.ok) throw new UsageError(`Cannot read ${file}: ${read.reason}.`)
    const target = findTarget(folder)
    if (read.size > limits.packedBytes) {
      io.err(`${file} is not unpacked: it is larger than the ${sizeText(limits.packedBytes)} that a package may have.`)
      return status.faulty
    }
    const archive = readArchive(read.bytes)
    if (!archive.ok) {
      io.err(`${file} is not unpacked. ${archive.reason}`)
      return status.faulty
    }
    writeFiles(target, archive.files)
    io.out(`${folder}  ${archive.files.size} files`)
    return status.fine
  },
}
