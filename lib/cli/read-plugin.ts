import { statSync } from 'node:fs'
import type { Finding } from '@/lib/plugin/document'
import type { Files } from '@/lib/plugin/files'
import { limits } from '@/lib/plugin/package/limits'
import { packageTooLarge } from '@/lib/plugin/package/archive-outline'
import { inspectArchive } from '@/lib/plugin/package/read-archive'
import { readRegularFile } from './read-file'
import { readFolder } from './read-folder'
import { wordsOf } from './system-error'

/**
 * What stands at a PATH. `problems` are troubles of the container itself, as findings: an archive that Dify cannot open, a
 * link that leads nowhere. `files` is what Dify would get: of a folder what its ignore rules keep, of an archive all
 * entries; undefined where the contents cannot be had, then `problems` holds an error that says why.
 * Not ok: nothing there to read at all (absent, no permission, a pipe, a device): status 2.
 */
export type PluginRead =
  | { ok: true; from: 'folder' | 'archive'; files: Files | undefined; problems: readonly Finding[] }
  | { ok: false; message: string }

/** Reads a plugin folder, a zip or a `.difypkg`, by content and not by name. Never throws. */
export function readPlugin(path: string): PluginRead {
  const kind = kindOf(path)
  if (kind === 'folder') {
    try {
      return { ok: true, from: 'folder', ...readFolder(path) }
    } catch (error) {
      return { ok: false, message: `Cannot read ${path}: ${wordsOf(error)}.` }
    }
  }
  if (kind !== 'file') return { ok: false, message: kind }
  const read = readRegularFile(path, limits.packedBytes)
  if (!read.ok) return { ok: false, message: `Cannot read ${path}: ${read.reason}.` }
  if (read.size > limits.packedBytes)
    return { ok: true, from: 'archive', files: undefined, problems: [packageTooLarge(read.size)] }
  const { files, problems } = inspectArchive(read.bytes)
  return { ok: true, from: 'archive', files, problems }
}

/** `folder`, `file`, or a sentence on why it is neither; nothing is opened for it. */
export function kindOf(path: string): string {
  try {
    const about = statSync(path)
    if (about.isDirectory()) return 'folder'
    if (about.isFile()) return 'file'
    const what = about.isFIFO() ? 'a pipe' : about.isSocket() ? 'a socket' : 'a device'
    return `Cannot read ${path}: it is ${what}; give a plugin folder, a zip or a .difypkg file.`
  } catch (error) {
    return `Cannot read ${path}: ${wordsOf(error)}; give a plugin folder, a zip or a .difypkg file.`
  }
}
