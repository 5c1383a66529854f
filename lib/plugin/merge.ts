import { sameContent, type FileContent, type Files } from './files'
import { diffLines, splitLines, type Hunk } from './line-diff'
import { mergedStubs } from './merge-stubs'
import { parseYaml } from './yaml/parse'

export interface Conflict {
  path: string
  /** One sentence for people: what both sides did. */
  reason: string
}

export type MergedText = { ok: true; text: string } | { ok: false }

/**
 * Three-way merge of whole plugins. What only one side changed is taken; text that both changed is merged by line, and YAML that
 * parsed on both sides must parse merged. Python that nobody touched becomes the stub of the merged documents, and gives way to
 * touched Python. A path in `conflicts` stands in `files` as it is in `ours`.
 */
export function mergeFiles(base: Files, ours: Files, theirs: Files): { files: Files; conflicts: Conflict[] } {
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
  if (!merged.ok) return { ok: false, reason: `Both sides changed the same lines of ${path}.` }
  if (/\.ya?ml$/i.test(path) && !parseYaml(merged.text).ok && parseYaml(ours).ok && parseYaml(theirs).ok) {
    return { ok: false, reason: `Together, the changes of both sides leave ${path} as YAML that cannot be read.` }
  }
  return { ok: true, content: merged.text }
}

/**
 * Three-way merge by line. Changes of distinct lines merge, neighbouring ones too; the same change on both sides counts once.
 * Different insertions at one place are a conflict, and so is an insertion right below lines that went and that it belonged to.
 */
export function mergeText(base: string, ours: string, theirs: string): MergedText {
  if (ours === theirs || base === theirs) return { ok: true, text: ours }
  if (base === ours) return { ok: true, text: theirs }
  const lines = splitLines(base)
  const sides = [ours, theirs].map((text): Side => ({ lines: splitLines(text), last: undefined }))
  const hunks = sides.flatMap((side) => diffLines(lines, side.lines).map((hunk): SideHunk => ({ ...hunk, side })))
  hunks.sort((one, other) => one.start - other.start || one.end - other.end)
  const merged: string[] = []
  let done = 0
  for (const hunk of hunks) {
    const other = sides.find((side) => side !== hunk.side)?.last
    hunk.side.last = hunk
    if (other && sameChange(other, hunk)) continue
    if (other && !independent(other, hunk, lines)) return { ok: false }
    for (; done < hunk.start; done += 1) merged.push(lines[done] ?? '')
    for (let line = hunk.from; line < hunk.to; line += 1) merged.push(hunk.side.lines[line] ?? '')
    done = hunk.end
  }
  for (; done < lines.length; done += 1) merged.push(lines[done] ?? '')
  // A last line without newline that another line now follows would run into it.
  if (merged.some((line, index) => index < merged.length - 1 && !line.endsWith('\n'))) return { ok: false }
  return { ok: true, text: merged.join('') }
}

interface Side {
  lines: readonly string[]
  /** The last hunk of this side that was looked at. */
  last: SideHunk | undefined
}

type SideHunk = Hunk & { side: Side }

function sameChange(one: SideHunk, other: SideHunk): boolean {
  if (one.start !== other.start || one.end !== other.end || one.to - one.from !== other.to - other.from) return false
  for (let line = 0; line < one.to - one.from; line += 1) {
    if (one.side.lines[one.from + line] !== other.side.lines[other.from + line]) return false
  }
  return true
}

/** Whether two changes of different sides leave each other alone; `earlier` starts no later than `later`. */
function independent(earlier: SideHunk, later: SideHunk, base: readonly string[]): boolean {
  if (later.start > earlier.end) return true
  if (later.start < earlier.end) return false
  const inserts = later.start === later.end
  const insertedBefore = earlier.start === earlier.end
  if (inserts && insertedBefore) return false
  if (!inserts || earlier.end - earlier.start === earlier.to - earlier.from) return true
  // Lines deeper than those that went were meant to stand inside them; siblings stand on their own.
  const inserted = later.side.lines.slice(later.from, later.to)
  return indentation(inserted) <= indentation(base.slice(earlier.start, earlier.end))
}

/** Of the first line that is not blank. */
function indentation(lines: readonly string[]): number {
  return (lines.find((line) => line.trim() !== '') ?? '').search(/\S|$/)
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
