import { join } from 'node:path'
import { changedPaths, type Files } from '@/lib/plugin/files'
import { fixPlugin } from '@/lib/plugin/fix'
import { UsageError } from './command'
import { kindOf, readPlugin } from './read-plugin'
import { wordsOf } from './system-error'
import { writeWhole } from './write-whole'

/** Makes every mechanical repair in a plugin folder; answers one line for each. Only files that change are written. */
export function fixFolder(folder: string): string[] {
  const kind = kindOf(folder)
  const read = readPlugin(folder)
  if (!read.ok) throw new UsageError(read.message)
  if (kind !== 'folder')
    throw new UsageError(`Cannot repair ${folder}: it is a file; unpack it first and give the folder.`)
  if (!read.files) return []
  const { files, done } = fixPlugin(read.files)
  for (const path of changedPaths(read.files, files)) writeRepaired(folder, path, files, !read.files.has(path))
  return done.map(({ title, file, rule }) => `${title} (${file}, ${rule})`)
}

// A file that seems new but is there was dropped by an ignore rule: it is somebody's, and stays.
function writeRepaired(folder: string, path: string, files: Files, fresh: boolean): void {
  const content = files.get(path)
  if (content === undefined) return // a repair removes no files
  const place = join(folder, ...path.split('/'))
  try {
    writeWhole(place, content, { fresh })
  } catch (error) {
    const there = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    const why = there ? 'it exists, but an ignore rule drops it; let the rule go and check again' : wordsOf(error)
    throw new UsageError(`Cannot write ${path}: ${why}.`)
  }
}
