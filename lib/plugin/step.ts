import { changedPaths, type Files } from './files'
import { mergeFiles, type Conflict } from './merge'

/** One undoable change: the concerned files before and after. A path that one of the maps lacks did not exist then. */
export interface Step {
  paths: readonly string[]
  before: Files
  after: Files
}

/** What a change did, restricted to its own files. */
export function stepBetween(before: Files, after: Files): Step {
  const paths = changedPaths(before, after)
  return { paths, before: pick(before, paths), after: pick(after, paths) }
}

/** Two steps in a row as one, as when somebody types on in the same field. */
export function joinSteps(first: Step, second: Step): Step {
  const before = new Map(first.before)
  const after = new Map(first.after)
  for (const path of second.paths) {
    const old = second.before.get(path)
    if (!first.paths.includes(path) && old !== undefined) before.set(path, old)
    const content = second.after.get(path)
    if (content === undefined) after.delete(path)
    else after.set(path, content)
  }
  return { paths: [...new Set([...first.paths, ...second.paths])].sort(), before, after }
}

/** The step that takes this one back; its own inverse is redo. */
export function inverseOf(step: Step): Step {
  return { paths: step.paths, before: step.after, after: step.before }
}

export type Applied = { ok: true; files: Files } | { ok: false; conflicts: Conflict[] }

/**
 * Undo: the three-way merge of the step's inverse into the files as they are now, so that what came later (other people's work
 * too) stays. Where that overlaps, nothing is changed and the conflicts say which files.
 */
export function applyInverse(step: Step, files: Files): Applied {
  const { files: merged, conflicts } = mergeFiles(
    within(files, step.paths, step.after),
    files,
    within(files, step.paths, step.before),
  )
  return conflicts.length > 0 ? { ok: false, conflicts } : { ok: true, files: merged }
}

/** The files with these paths as they were then. */
function within(files: Files, paths: readonly string[], then: Files): Files {
  const result = new Map(files)
  for (const path of paths) {
    const content = then.get(path)
    if (content === undefined) result.delete(path)
    else result.set(path, content)
  }
  return result
}

function pick(files: Files, paths: readonly string[]): Files {
  return new Map(
    paths.flatMap((path) => {
      const content = files.get(path)
      return content === undefined ? [] : [[path, content] as const]
    }),
  )
}
