import type { Files } from './files'
import { mergeFiles, type Conflict } from './merge'
import { within, type Step } from './step'

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
