import { changedPaths, sameContent, type Files } from './files'

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

/** Undo where nothing came after the step in its files: they stand as it left them. Undefined where something did. */
export function withoutStep(step: Step, files: Files): Files | undefined {
  const untouched = step.paths.every((path) => sameContent(files.get(path), step.after.get(path)))
  return untouched ? within(files, step.paths, step.before) : undefined
}

/** The files with these paths as they were then. */
export function within(files: Files, paths: readonly string[], then: Files): Files {
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
