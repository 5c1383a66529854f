import { diffLines, splitLines, type Hunk } from './line-diff'

export type MergedText = { ok: true; text: string } | { ok: false }

/** A stretch of a merge by line: what both sides agree on, or a hunk that they changed differently. */
export type MergePart = { text: string } | MergeHunk

/** Both sides of lines that overlap. `line` counts from 1: where they begin in the text that both began with. */
export interface MergeHunk {
  base: string
  ours: string
  theirs: string
  line: number
}

/** How one hunk is settled; `both` puts ours above theirs. */
export type HunkChoice = 'ours' | 'theirs' | 'both'

/**
 * Three-way merge by line. Changes of distinct lines merge, neighbouring ones too; the same change on both sides counts once.
 * Different insertions at one place are a conflict, and so is an insertion right below lines that went and that it belonged to.
 */
export function mergeText(base: string, ours: string, theirs: string): MergedText {
  if (ours === theirs || base === theirs) return { ok: true, text: ours }
  if (base === ours) return { ok: true, text: theirs }
  const texts = mergeParts(base, ours, theirs).map((part) => ('text' in part ? part.text : undefined))
  const agreed = texts.filter((text) => text !== undefined)
  return agreed.length === texts.length ? { ok: true, text: agreed.join('') } : { ok: false }
}

/** The same merge in its parts, in order: joined, with one side of each hunk, they are a whole text. */
export function mergeParts(base: string, ours: string, theirs: string): MergePart[] {
  const lines = splitLines(base)
  const sides = [ours, theirs].map((text): Side => ({ lines: splitLines(text), last: undefined }))
  const parts: MergePart[] = []
  let done = 0
  for (const group of groupsOf(lines, sides)) {
    if (group.start > done) parts.push({ text: lines.slice(done, group.start).join('') })
    const [own = '', other = ''] = sides.map((side) => textOfGroup(group, side, lines))
    const touched = sides.map((side) => group.hunks.some((hunk) => hunk.side === side))
    if (own === other || !touched[1]) parts.push({ text: own })
    else if (!touched[0]) parts.push({ text: other })
    else {
      const text = lines.slice(group.start, group.end).join('')
      parts.push({ base: text, ours: own, theirs: other, line: group.start + 1 })
    }
    done = group.end
  }
  if (done < lines.length) parts.push({ text: lines.slice(done).join('') })
  return runTogether(parts) ? [{ base, ours, theirs, line: 1 }] : parts
}

/** One hunk from the first to the last line that a side changed: for sides that merge by line and still do not fit together. */
export function mergeAsOne(base: string, ours: string, theirs: string): MergePart[] {
  const [all, own, other] = [base, ours, theirs].map(splitLines)
  if (!all || !own || !other) return []
  const least = Math.min(all.length, own.length, other.length)
  let head = 0
  while (head < least && all[head] === own[head] && all[head] === other[head]) head += 1
  let tail = 0
  const last = (lines: readonly string[]) => lines[lines.length - 1 - tail]
  while (tail < least - head && last(all) === last(own) && last(all) === last(other)) tail += 1
  const middle = (lines: readonly string[]) => lines.slice(head, lines.length - tail).join('')
  const hunk = { base: middle(all), ours: middle(own), theirs: middle(other), line: head + 1 }
  const around = [all.slice(0, head).join(''), all.slice(all.length - tail).join('')]
  return [{ text: around[0] ?? '' }, hunk, { text: around[1] ?? '' }].filter(
    (part) => !('text' in part) || part.text !== '',
  )
}

/** The whole text with these choices, one for each hunk in order; a hunk without one stays ours. */
export function chosenText(parts: readonly MergePart[], choices: readonly (HunkChoice | undefined)[]): string {
  let hunk = 0
  const pieces = parts.flatMap((part) => {
    if ('text' in part) return [part.text]
    const choice = choices[hunk] ?? 'ours'
    hunk += 1
    return choice === 'both' ? [part.ours, part.theirs] : [part[choice]]
  })
  const filled = pieces.filter((piece) => piece !== '')
  // A last line without newline that another line now follows would run into it.
  return filled
    .map((piece, index) => (index < filled.length - 1 && !piece.endsWith('\n') ? `${piece}\n` : piece))
    .join('')
}

interface Side {
  lines: readonly string[]
  /** The last hunk of this side that was looked at. */
  last: SideHunk | undefined
}

type SideHunk = Hunk & { side: Side }

/** Hunks of both sides that belong together, and the lines of the base that they span. */
interface Group {
  start: number
  end: number
  hunks: SideHunk[]
}

function groupsOf(base: readonly string[], sides: readonly Side[]): Group[] {
  const hunks = sides.flatMap((side) => diffLines(base, side.lines).map((hunk): SideHunk => ({ ...hunk, side })))
  hunks.sort((one, other) => one.start - other.start || one.end - other.end)
  const groups: Group[] = []
  for (const hunk of hunks) {
    const other = sides.find((side) => side !== hunk.side)?.last
    hunk.side.last = hunk
    const group = groups.at(-1)
    if (group && other && (sameChange(other, hunk) || !independent(other, hunk, base))) {
      group.hunks.push(hunk)
      group.end = Math.max(group.end, hunk.end)
    } else groups.push({ start: hunk.start, end: hunk.end, hunks: [hunk] })
  }
  return groups
}

/** What a side has in place of the lines of a group. */
function textOfGroup(group: Group, side: Side, base: readonly string[]): string {
  const own = group.hunks.filter((hunk) => hunk.side === side)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return base.slice(group.start, group.end).join('')
  return side.lines.slice(first.from - (first.start - group.start), last.to + (group.end - last.end)).join('')
}

/** True where a last line without newline would be followed by another one. */
function runTogether(parts: readonly MergePart[]): boolean {
  const texts = parts.map((part) => ('text' in part ? [part.text] : [part.ours, part.theirs]))
  return texts.some(
    (sides, index) =>
      sides.some((text) => text !== '' && !text.endsWith('\n')) &&
      texts.slice(index + 1).some((later) => later.some((text) => text !== '')),
  )
}

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
