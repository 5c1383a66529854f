import type { Files } from '../files'
import { compareByUtf8 } from './compare-by-utf8'
import { ignoreFiles, ignoreRule } from './ignore'

/**
 * What goes into the package of a plugin: the files that its `.difyignore` (else `.gitignore`) at the root keeps, in byte-wise
 * order of their paths (package-format.md sections 6 and 7).
 */
export function packedFiles(files: Files): Files {
  const dropped = ignoreRule(ignoreFiles.map((name) => files.get(name)).find((content) => content !== undefined))
  const folders = new Map<string, boolean>([['', false]])

  function droppedFolder(path: string): boolean {
    const known = folders.get(path)
    if (known !== undefined) return known
    const answer = droppedFolder(parentOf(path)) || dropped(path.split('/'), true)
    folders.set(path, answer)
    return answer
  }

  const kept = [...files].filter(([path]) => !droppedFolder(parentOf(path)) && !dropped(path.split('/'), false))
  return new Map(kept.sort(([one], [other]) => compareByUtf8(one, other)))
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
