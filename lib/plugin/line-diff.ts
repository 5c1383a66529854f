import { diffIndices } from 'node-diff3'

/** Lines `start`…`end` of the one text became lines `from`…`to` of the other (ends excluded, counted from 0). */
export interface Hunk {
  start: number
  end: number
  from: number
  to: number
}

/** Beyond this many comparisons a block without unique lines counts as replaced as a whole. */
const LIMIT = 4_000_000

/** The changed ranges from `before` to `after`, in order, never touching each other. Near linear: lines that are unique in both are anchors. */
export function diffLines(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  compare(before, after, { start: 0, end: before.length, from: 0, to: after.length }, hunks)
  return joined(hunks)
}

/** Lines with their terminators, so that joining them gives the text again. Only `\n` ends a line (`\r` stays in it). */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  let start = 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    const next = end < 0 ? text.length : end + 1
    lines.push(text.slice(start, next))
    start = next
  }
  return lines
}

function compare(before: readonly string[], after: readonly string[], block: Hunk, hunks: Hunk[]): void {
  let { start, end, from, to } = block
  while (start < end && from < to && before[start] === after[from]) {
    start += 1
    from += 1
  }
  while (start < end && from < to && before[end - 1] === after[to - 1]) {
    end -= 1
    to -= 1
  }
  if (start === end && from === to) return
  const rest = { start, end, from, to }
  if (start === end || from === to) {
    hunks.push(rest)
    return
  }
  const anchors = uniqueAnchors(before, after, rest)
  if (anchors.length > 0) {
    for (const [line, other] of anchors) {
      compare(before, after, { start, end: line, from, to: other }, hunks)
      start = line + 1
      from = other + 1
    }
    compare(before, after, { start, end, from, to }, hunks)
  } else if ((end - start) * (to - from) > LIMIT) {
    hunks.push(rest)
  } else {
    for (const { buffer1, buffer2 } of diffIndices(before.slice(start, end), after.slice(from, to))) {
      const [line, length] = buffer1
      const [other, added] = buffer2
      hunks.push({ start: start + line, end: start + line + length, from: from + other, to: from + other + added })
    }
  }
}

/** Pairs of equal lines that occur once in each block, the longest run of them that keeps its order. */
function uniqueAnchors(before: readonly string[], after: readonly string[], block: Hunk): [number, number][] {
  const places = new Map<string, { line: number; other: number }>()
  for (let line = block.start; line < block.end; line += 1) {
    const text = before[line] ?? ''
    places.set(text, { line: places.has(text) ? -1 : line, other: -1 })
  }
  for (let other = block.from; other < block.to; other += 1) {
    const place = places.get(after[other] ?? '')
    if (place && place.line >= 0) {
      if (place.other >= 0) place.line = -1
      else place.other = other
    }
  }
  const pairs = [...places.values()].filter(({ line, other }) => line >= 0 && other >= 0)
  return longestRising(pairs.map(({ line, other }): [number, number] => [line, other]))
}

/** Patience: of pairs ordered by their first number, a longest subsequence whose second numbers rise. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = []
  const previous: number[] = []
  pairs.forEach(([, other], index) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (piles[low - 1] ?? -1) : -1
    piles[low] = index
  })
  const run: [number, number][] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index]
    if (pair) run.push(pair)
  }
  return run.reverse()
}

function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last && last.end === hunk.start && last.to === hunk.from) {
      last.end = hunk.end
      last.to = hunk.to
    } else {
      result.push({ ...hunk })
    }
  }
  return result
}
