import { isMap } from 'yaml'
import type { EditResult } from './edit'
import { columnOf, lineStart } from './lines'
import { beginsLine, ownEndInLine, ownStart } from './own-lines'
import type { Place } from './place'
import { columnOfSlots, slotsOf, type Collection } from './slots'
import { firstFitting } from './splice'
import { styleOf } from './style'
import { childrenOf, expectedAt } from './verify'

/** Moves an entry or item with its own comments to another position; what stands between entries stays in its position. */
export function moveAt(place: Place, collection: Collection, from: number, to: number): EditResult {
  const { text } = place.yaml
  const expected = expectedAt(place.steps, {
    map: isMap(collection),
    children: moved(childrenOf(collection), from, to),
  })
  const chunks = chunksOf(text, collection)
  const first = chunks[0]?.from ?? 0
  const end = chunks.at(-1)?.to ?? 0
  const parts = chunks.map((chunk, index) => ({
    text: text.slice(chunk.from, chunk.to),
    gap: text.slice(chunk.to, chunks[index + 1]?.from ?? chunk.to),
  }))
  const gaps = parts.map((part) => part.gap)
  const staying = moved(parts, from, to).map((part, index) => part.text + (gaps[index] ?? ''))
  const travelling = withoutLast(
    moved(
      parts.map((part, index) => ({ ...part, gap: part.gap || (gaps[index - 1] ?? '') })),
      from,
      to,
    ),
  )
  const head = text.slice(0, first)
  const tail = text.slice(end)
  const { eol } = styleOf(place.yaml)
  const ways = [staying.join(''), travelling].flatMap((middle) => [
    head + middle + tail,
    // Blank lines at the end of the file would become part of a `|+` that now stands there.
    head + middle + (tail.trim() === '' ? eol : tail),
  ])
  return firstFitting(place, expected, ways)
}

function withoutLast(parts: readonly { text: string; gap: string }[]): string {
  return parts.map((part, index) => part.text + (index < parts.length - 1 ? part.gap : '')).join('')
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const copy = [...items]
  copy.splice(to, 0, ...copy.splice(from, 1))
  return copy
}

/** The stretch of each entry: in brackets its own range, else its own lines from its column on. */
function chunksOf(text: string, collection: Collection): { from: number; to: number }[] {
  const slots = slotsOf(collection)
  if (collection.flow) return slots.map((slot) => ({ from: slot.start, to: slot.end }))
  const column = columnOfSlots(text, collection)
  return slots.map((slot) => {
    const start = beginsLine(text, slot) ? ownStart(text, slot) : slot.start
    const from = start === lineStart(text, start) ? start + columnOf(text, slot.start) : start
    return { from, to: ownEndInLine(text, slot, column) }
  })
}
