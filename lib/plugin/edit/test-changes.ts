import { changedPaths, type Files } from '../files'
import { unifiedDiff } from '../merge'
import { documentsOf, referencesFrom } from '../references'
import type { Edited } from './edited'

/** What an edit changed in YAML and where other files came or went: the lines of a diff without its heads and context. */
export function changesOf(before: Files, edited: Edited): string[] {
  if (!edited.ok) return [`refused: ${edited.reason}`]
  return changedPaths(before, edited.files).flatMap((path) => {
    const [old, now] = [before.get(path), edited.files.get(path)]
    const verb = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    if (verb !== 'changed' || !/\.ya?ml$/.test(path)) return [`${verb} ${path}`]
    const lines = unifiedDiff(path, old, now).split('\n').slice(2)
    return [`${verb} ${path}`, ...lines.filter((line) => /^[-+]/.test(line))]
  })
}

/** The files of a successful edit. */
export function filesOf(edited: Edited): Files {
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

/** References that lead nowhere, as `document: target`. */
export function danglingRefs(files: Files): string[] {
  return [...documentsOf(files).keys()].flatMap((path) =>
    referencesFrom(files, path).flatMap((ref) => (files.has(ref.file) ? [] : [`${path}: ${ref.target}`])),
  )
}
