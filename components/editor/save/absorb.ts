import { applyChanges, type Change } from '@/lib/plugin/changes'
import { changedPaths, sameContent, type Files } from '@/lib/plugin/files'
import { mergeFiles, overlapsOf, type Conflict } from '@/lib/plugin/merge'
import { chosenText, type HunkChoice } from '@/lib/plugin/merge-text'

/**
 * The files after a save came back: what the server has, with what was typed meanwhile. Where both overlap the files are to be left
 * as they are until a person chose: the conflicts say where.
 */
export function afterSave({ sent, changes, now }: { sent: Files; changes: readonly Change[]; now: Files }): {
  server: Files
  files: Files
  conflicts: readonly Conflict[]
} {
  const server = changes.length === 0 ? sent : applyChanges(sent, changes)
  if (changes.length === 0) return { server, files: now, conflicts: [] }
  const { files, conflicts } = mergeFiles(sent, now, server)
  if (conflicts.length > 0) return { server, files: now, conflicts }
  return { server, files: changedPaths(files, server).length === 0 ? server : files, conflicts }
}

/** How one file of a conflict is settled as a whole; `both` puts ours beside theirs. */
export type Choice = HunkChoice

/** The files after a person chose a side for each file that both changed, or for each hunk of it; the rest is merged, and what has no choice stays ours. */
export function settle({
  base,
  ours,
  theirs,
  choices,
}: {
  base: Files
  ours: Files
  theirs: Files
  choices: ReadonlyMap<string, Choice | readonly (Choice | undefined)[]>
}): Files {
  const { files: merged, overlaps } = overlapsOf(base, ours, theirs)
  const files = new Map(merged)
  for (const { path, parts, ours: own, theirs: other } of overlaps) {
    const choice = choices.get(path) ?? 'ours'
    if (typeof choice !== 'string') put(files, path, parts ? chosenText(parts, choice) : own)
    else put(files, path, choice === 'ours' ? own : other)
    if (choice === 'both' && own !== undefined && !sameContent(own, other)) files.set(besidePath(path, files), own)
  }
  return files
}

function put(files: Map<string, string | Uint8Array>, path: string, content: string | Uint8Array | undefined) {
  if (content === undefined) files.delete(path)
  else files.set(path, content)
}

/** `tools/search.yaml` → `tools/search.mine.yaml`. */
export function besidePath(path: string, files: Files): string {
  const dot = path.lastIndexOf('.')
  const split = dot > path.lastIndexOf('/') + 1 ? dot : path.length
  for (let number = 1; ; number += 1) {
    const name = `${path.slice(0, split)}.mine${number === 1 ? '' : number}${path.slice(split)}`
    if (!files.has(name)) return name
  }
}
