import { sameContent, type FileContent, type Files } from './files'
import { diffLines, splitLines, type Hunk } from './line-diff'
import { mergedStubs } from './merge-stubs'
import { followRenames, type Sides } from './merge-renames'
import { chosenText, mergeAsOne, mergeParts, mergeText, type MergePart } from './merge-text'
import { mergeYaml } from './yaml/merge-yaml'
import { parseYaml } from './yaml/parse'

export interface Conflict {
  path: string
  /** One sentence for people: what both sides did. */
  reason: string
}

/**
 * Three-way merge of whole plugins. What only one side changed is taken; text that both changed is merged by line, and YAML that
 * does not merge so, or would not parse then, by key. A file that one side moved takes the other's changes along. Python that nobody
 * touched becomes the stub of the merged documents, and gives way to touched Python. A path in `conflicts` stands in `files` as in `ours`.
 */
export function mergeFiles(base: Files, ours: Files, theirs: Files): { files: Files; conflicts: Conflict[] } {
  return mergeSides(followRenames({ base, ours, theirs }))
}

function mergeSides({ base, ours, theirs }: Sides): { files: Files; conflicts: Conflict[] } {
  const files = new Map(ours)
  const conflicts: Conflict[] = []
  for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
    const merged = mergeContent(path, base.get(path), ours.get(path), theirs.get(path))
    if (!merged.ok) conflicts.push({ path, reason: merged.reason })
    else if (merged.content === undefined) files.delete(path)
    else if (merged.content !== ours.get(path)) files.set(path, merged.content)
  }
  const stubs = mergedStubs(base, ours, theirs, files)
  for (const [path, content] of stubs) files.set(path, content)
  return { files, conflicts: conflicts.filter(({ path }) => !stubs.has(path)) }
}

/** A file that both sides changed: all of it in parts where both have text, else the two contents, of which one may be absent. */
export interface Overlap extends Conflict {
  parts: readonly MergePart[] | undefined
  base: FileContent | undefined
  ours: FileContent | undefined
  theirs: FileContent | undefined
}

/** What is to be decided between two sides, and the files in which everything else is merged; an overlap stands in them as in `ours`. */
export function overlapsOf(base: Files, ours: Files, theirs: Files): { files: Files; overlaps: Overlap[] } {
  const sides = followRenames({ base, ours, theirs })
  const { files, conflicts } = mergeSides(sides)
  const overlaps = conflicts.map((conflict): Overlap => {
    const [old, own, other] = [sides.base, sides.ours, sides.theirs].map((side) => side.get(conflict.path))
    return { ...conflict, base: old, ours: own, theirs: other, parts: partsOf(old ?? '', own, other) }
  })
  return { files, overlaps }
}

function partsOf(base: FileContent, ours?: FileContent, theirs?: FileContent): MergePart[] | undefined {
  if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') return undefined
  const parts = mergeParts(base, ours, theirs)
  return parts.some((part) => !('text' in part)) ? parts : mergeAsOne(base, ours, theirs)
}

type MergedContent = { ok: true; content: FileContent | undefined } | { ok: false; reason: string }

function mergeContent(
  path: string,
  base: FileContent | undefined,
  ours: FileContent | undefined,
  theirs: FileContent | undefined,
): MergedContent {
  if (sameContent(ours, theirs) || sameContent(base, theirs)) return { ok: true, content: ours }
  if (sameContent(base, ours)) return { ok: true, content: theirs }
  if (ours === undefined || theirs === undefined) {
    return { ok: false, reason: `${path} was changed on one side and removed on the other.` }
  }
  if (base === undefined) return { ok: false, reason: `${path} was added on both sides with different content.` }
  if (typeof base !== 'string' || typeof ours !== 'string' || typeof theirs !== 'string') {
    return { ok: false, reason: `${path} was changed on both sides and is not text.` }
  }
  const merged = mergeText(base, ours, theirs)
  const yaml = /\.ya?ml$/i.test(path) && parseYaml(ours).ok && parseYaml(theirs).ok
  if (merged.ok && (!yaml || parseYaml(merged.text).ok)) return { ok: true, content: merged.text }
  // By line as far as that goes: comments stand in no value.
  const start = merged.ok ? ours : chosenText(mergeParts(base, ours, theirs), [])
  const byKey = yaml && mergeYaml(base, ours, theirs, start)
  if (byKey && byKey.ok) return { ok: true, content: byKey.text }
  if (!merged.ok) return { ok: false, reason: `Both sides changed the same lines of ${path}.` }
  return { ok: false, reason: `Together, the changes of both sides leave ${path} as YAML that cannot be read.` }
}

const CONTEXT = 3

/** The change of one file as `git diff` shows it, with three lines of context; empty when nothing changed. Absent is undefined. */
export function unifiedDiff(path: string, before: FileContent | undefined, after: FileContent | undefined): string {
  if (sameContent(before, after)) return ''
  const names = [before === undefined ? '/dev/null' : `a/${path}`, after === undefined ? '/dev/null' : `b/${path}`]
  if (typeof (before ?? '') !== 'string' || typeof (after ?? '') !== 'string') {
    return `Binary files ${names.join(' and ')} differ\n`
  }
  const old = splitLines(typeof before === 'string' ? before : '')
  const now = splitLines(typeof after === 'string' ? after : '')
  const groups: Hunk[][] = []
  for (const hunk of diffLines(old, now)) {
    const group = groups.at(-1)
    if (group && hunk.start - (group.at(-1)?.end ?? 0) <= 2 * CONTEXT) group.push(hunk)
    else groups.push([hunk])
  }
  return [`--- ${names[0]}\n`, `+++ ${names[1]}\n`, ...groups.map((group) => hunkText(group, old, now))].join('')
}

function hunkText(group: readonly Hunk[], old: readonly string[], now: readonly string[]): string {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return ''
  const above = Math.min(CONTEXT, first.start)
  const below = Math.min(CONTEXT, old.length - last.end)
  const oldSpan = span(first.start - above, last.end + below)
  const nowSpan = span(first.from - above, last.to + below)
  const rows = [`@@ -${oldSpan} +${nowSpan} @@\n`]
  let line = first.start - above
  for (const hunk of group) {
    for (; line < hunk.start; line += 1) rows.push(row(' ', old[line]))
    for (; line < hunk.end; line += 1) rows.push(row('-', old[line]))
    for (let other = hunk.from; other < hunk.to; other += 1) rows.push(row('+', now[other]))
  }
  for (; line < last.end + below; line += 1) rows.push(row(' ', old[line]))
  return rows.join('')
}

/** As diff writes it: an empty range names the line before it, a length of one is left out. */
function span(start: number, end: number): string {
  if (start === end) return `${start},0`
  return end - start === 1 ? `${start + 1}` : `${start + 1},${end - start}`
}

function row(sign: string, line = ''): string {
  return line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`
}
