import type { EditResult } from './edit'
import { parseYaml } from './parse'
import { refusal, type Place } from './place'
import { fits, type Expected } from './verify'

/** One replaced stretch of a text. */
export interface Splice {
  from: number
  to: number
  text: string
}

/** The text with all splices made; they may touch, not overlap, and keep their order where they begin together. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = [...splices].sort((one, other) => one.from - other.from)
  let result = ''
  let at = 0
  for (const splice of ordered) {
    result += text.slice(at, splice.from) + splice.text
    at = Math.max(at, splice.to)
  }
  return result + text.slice(at)
}

/**
 * The first of the texts that reads as it must: the wanted change, and nothing else. Whatever the rules of writing
 * missed is refused here instead of being written.
 */
export function firstFitting(place: Place, expected: Expected, texts: Iterable<string>): EditResult {
  for (const text of texts) {
    const yaml = parseYaml(text)
    if (yaml.ok && fits(yaml.document.contents, expected)) return { ok: true, text }
  }
  return refusal(
    place.yaml,
    place.slot?.start ?? 0,
    'Edit this in the text: the change cannot be made here without touching something else.',
  )
}
