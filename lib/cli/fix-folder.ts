import { join } from 'node:path'
import { checkPlugin } from '@/lib/plugin/check'
import { changedPaths, type Files } from '@/lib/plugin/files'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { UsageError } from './command'
import { kindOf, readPlugin } from './read-plugin'
import { wordsOf } from './system-error'
import { writeWhole } from './write-whole'

/** More repairs than any plugin needs: where one undoes another, it ends here. */
const MOST = 1000

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
  return done
}

/** The files after all repairs that change anything, one after the other, each on the findings left by those before. */
export function fixPlugin(files: Files): { files: Files; done: string[] } {
  const done: string[] = []
  const tried = new Set<string>()
  let now = files
  while (done.length < MOST) {
    const next = checkPlugin(packedFiles(now)).find((finding) => finding.fix && !tried.has(nameOf(finding)))
    if (!next?.fix) break
    const after = next.fix.apply(now)
    tried.add(nameOf(next))
    if (changedPaths(now, after).length === 0) continue
    done.push(`${next.fix.title} (${next.file}, ${next.rule})`)
    now = after
  }
  return { files: now, done }
}

/** The same trouble at the same place is not tried twice, or a repair that does not help would go on for ever. */
function nameOf(finding: { rule: string; file: string; path?: readonly (string | number)[]; message: string }): string {
  return JSON.stringify([finding.rule, finding.file, finding.path, finding.message])
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
