import { newPathProblem, pathProblem } from '../changes'
import type { Ref } from '../document'
import { manifestPath, removeFile, renameFile, textOf, type Files } from '../files'
import { fitsPattern } from '../pattern-refs'
import { documentsOf, documentTypeOf, readDocument, referencesTo } from '../references'
import { setIn } from '../yaml/edit'
import { andThen, editText, following, refused, type Edited } from './edited'
import { unreadable } from './place'

/** Gives a file another path and writes it wherever a document names it. Only those lines change; untouched Python follows. */
export function renameFileEverywhere(files: Files, from: string, to: string): Edited {
  return following(files, moveFiles(files, new Map([[from, to]])), new Map([[to, from]]))
}

/**
 * Gives a folder another path, with all files in it, which documents go on naming; patterns that stand for files in it follow too. What
 * is in the way at the new place refuses the whole.
 */
export function renameFolder(files: Files, from: string, to: string): Edited {
  const problem = pathProblem(to)
  if (problem !== undefined) return refused(problem, to)
  const inside = [...files.keys()].filter((path) => path.startsWith(`${from}/`))
  if (inside.length === 0) return refused(`There is no folder ${from} in this plugin.`, from)
  const moves = new Map(inside.map((path) => [path, to + path.slice(from.length)]))
  const back = new Map([...moves].map(([path, moved]) => [moved, path]))
  return following(
    files,
    andThen(movePatterns(files, from, to), (made) => moveFiles(made, moves)),
    back,
  )
}

/** Patterns below a folder, written for its new path. */
function movePatterns(files: Files, from: string, to: string): Edited {
  let result: Edited = { ok: true, files }
  for (const path of documentsOf(files).keys()) {
    const type = documentTypeOf(files, path)
    const refs = type ? readDocument(textOf(files, path) ?? '', type).refs : []
    for (const { pattern, target, at } of refs) {
      if (!pattern || !target.startsWith(`${from}/`)) continue
      result = andThen(result, (made) =>
        editText(made, path, (text) => setIn(text, at, to + target.slice(from.length))),
      )
    }
  }
  return result
}

/** Several files at once, without looking at Python: what renaming an item does. */
export function moveFiles(files: Files, moves: ReadonlyMap<string, string>): Edited {
  let result: Edited = { ok: true, files }
  for (const [from, to] of moves) {
    if (from === to) continue
    const refusal = refusalOf(result.files, from, to)
    if (refusal) return refusal
    // Read before anything moves: the documents that name this file may themselves be among the moves.
    for (const ref of referencesTo(result.files, from)) {
      if (fitsPattern(ref, to)) continue
      if (isWild(ref))
        return refused(
          `Choose a name that ${ref.target} fits, or name the new file there: ${ref.from} finds ${from} by it.`,
          ref.from,
        )
      const target = targetFor(ref, to)
      if (target === undefined)
        return refused(`Keep ${from} in the folder _assets: ${ref.from} names it as an icon.`, ref.from)
      const edited: Edited =
        unreadable(result.files, ref.from) ?? editText(result.files, ref.from, (text) => setIn(text, ref.at, target))
      if (!edited.ok) return edited
      result = edited
    }
    result = { ok: true, files: renameFile(result.files, from, to), file: to }
  }
  return result
}

function refusalOf(files: Files, from: string, to: string): Edited | undefined {
  if (!files.has(from)) return refused(`There is no file ${from} in this plugin.`, from)
  if (from === manifestPath) return refused('Keep the name manifest.yaml: Dify looks for the manifest under it.', from)
  const problem = newPathProblem(removeFile(files, from), to)
  return problem === undefined ? undefined : refused(problem, from)
}

/** A pattern that names this file among others, so that it cannot be rewritten for this one. */
export function isWild({ pattern, target, file }: Ref): boolean {
  return pattern !== undefined && target !== file
}

/** How a reference names another path, in the style of what stands there. Undefined for an icon outside `_assets`. */
function targetFor(ref: Ref, to: string): string | undefined {
  if (ref.file.endsWith(ref.target) && ref.file !== ref.target) {
    const folder = ref.file.slice(0, -ref.target.length)
    return to.startsWith(folder) ? to.slice(folder.length) : undefined
  }
  return ref.target.startsWith('./') ? `./${to}` : to
}
