/**
 * Go's `filepath.Match` on one path component: `*`, `?`, `[a-z]`, `[^a]`, `\x`. A malformed pattern matches nothing.
 * After a `*` the first place that fits is taken for good, as Go does.
 */
export function matchGlob(pattern: string, name: string): boolean {
  let rest: Characters = [...name]
  const chunks = splitChunks([...pattern])
  for (const [index, chunk] of chunks.entries()) {
    const last = index === chunks.length - 1
    if (last && chunk.star && chunk.text.length === 0) return true
    const behind = placeOf(chunk, rest, last)
    if (!behind) return false
    rest = behind
  }
  return rest.length === 0
}

/** Whether the pattern is one at all: Go answers any other with `syntax error in pattern`. */
export function isGlob(pattern: string): boolean {
  const characters = [...pattern]
  let at = 0
  while (at < characters.length) {
    const end = characters[at] === '[' ? readClass(characters, at + 1, 0)?.end : at + (characters[at] === '\\' ? 2 : 1)
    if (end === undefined || end > characters.length) return false
    at = end
  }
  return true
}

type Characters = readonly string[]

/** A run of characters without `*`, and whether a `*` stands before it. */
interface Chunk {
  star: boolean
  text: Characters
}

function splitChunks(pattern: Characters): Chunk[] {
  const chunks: Chunk[] = []
  let at = 0
  while (at < pattern.length) {
    const start = at
    while (pattern[at] === '*') at++
    const from = at
    let inClass = false
    for (; at < pattern.length && (inClass || pattern[at] !== '*'); at++) {
      if (pattern[at] === '\\') at++
      else if (pattern[at] === '[') inClass = true
      else if (pattern[at] === ']') inClass = false
    }
    chunks.push({ star: from > start, text: pattern.slice(from, at) })
  }
  return chunks
}

/** What is left of the name behind the first place where the chunk fits; the last chunk has to reach the end of it. */
function placeOf(chunk: Chunk, name: Characters, last: boolean): Characters | undefined {
  const furthest = chunk.star ? name.length : 0
  for (let skip = 0; skip <= furthest; skip++) {
    const rest = matchChunk(chunk.text, name.slice(skip))
    if (rest && !(last && chunk.star && rest.length > 0)) return rest
  }
  return undefined
}

function matchChunk(chunk: Characters, name: Characters): Characters | undefined {
  let used = 0
  for (let at = 0; at < chunk.length; used++) {
    const character = name[used]
    if (character === undefined) return undefined
    if (chunk[at] === '[') {
      const found = readClass(chunk, at + 1, character.codePointAt(0) ?? 0)
      if (!found?.matches) return undefined
      at = found.end
    } else if (chunk[at] === '?') {
      at++
    } else {
      if (chunk[at] === '\\') at++
      if (chunk[at] !== character) return undefined
      at++
    }
  }
  return name.slice(used)
}

/** The place behind the class that begins at `from`, when it is well-formed, and whether the character is in it. */
function readClass(chunk: Characters, from: number, code: number): { end: number; matches: boolean } | undefined {
  const negated = chunk[from] === '^'
  const first = negated ? from + 1 : from
  let inside = false
  for (let at = first; ;) {
    if (chunk[at] === ']' && at > first) return { end: at + 1, matches: inside !== negated }
    const low = readCharacter(chunk, at)
    const high = low && chunk[low.end] === '-' ? readCharacter(chunk, low.end + 1) : low
    if (!low || !high) return undefined
    if (low.code <= code && code <= high.code) inside = true
    at = high.end
  }
}

function readCharacter(chunk: Characters, from: number): { code: number; end: number } | undefined {
  if (chunk[from] === '-' || chunk[from] === ']') return undefined
  const at = chunk[from] === '\\' ? from + 1 : from
  const code = chunk[at]?.codePointAt(0)
  return code === undefined ? undefined : { code, end: at + 1 }
}
