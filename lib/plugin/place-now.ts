import { pairItems } from './history/pair-items'
import { diffLines, splitLines, type Hunk } from './line-diff'
import { entryRange, lineColumn } from './yaml/locate'
import { isRecord } from './yaml/nodes'
import { parseYaml, type YamlPath, type YamlText } from './yaml/parse'

/** A place in a text that something was said of. */
export interface Place {
  /** From 1. */
  line: number
  lines: number
  /** Where it was said of a field of YAML. */
  field?: YamlPath
}

export interface PlaceNow extends Place {
  /** The lines were written anew since. */
  changed: boolean
}

/**
 * Where a place of `before` stands in `after`: a field is followed by its key and by the names of entries, wherever they moved and also to
 * another name (see `pairItems`); lines by what stayed around them. Undefined where nothing is left of it.
 */
export function placeNow(before: string, after: string, place: Place): PlaceNow | undefined {
  if (before === after) return { ...place, changed: false }
  const moved = place.field && fieldNow(before, after, place.field)
  return moved ?? (place.field ? undefined : linesNow(before, after, place))
}

function fieldNow(before: string, after: string, field: YamlPath): PlaceNow | undefined {
  const [old, now] = [parseYaml(before), parseYaml(after)]
  const path = old.ok && now.ok ? followed(old.value, now.value, field) : field
  const place = path && linesOf(now, path)
  if (!path || !place) return undefined
  const text = (yaml: YamlText, at: YamlPath) => {
    const range = entryRange(yaml, at)
    return range && yaml.text.slice(range.from, range.to)
  }
  return { ...place, field: path, changed: text(old, field) !== text(now, path) }
}

/** The path of the same thing in another value. */
function followed(before: unknown, after: unknown, path: YamlPath): YamlPath | undefined {
  const [step, ...rest] = path
  if (step === undefined) return []
  if (Array.isArray(before) && Array.isArray(after) && typeof step === 'number') {
    const index = pairItems(before, after).find(({ from }) => from === step)?.to
    return index === undefined ? undefined : prefixed(index, followed(before[step], after[index], rest))
  }
  if (!isRecord(before) || !isRecord(after)) return undefined
  const key = Object.hasOwn(after, step) ? step : renamedKey(before, after, step)
  return key === undefined ? undefined : prefixed(key, followed(before[step], after[key], rest))
}

/** What a key is called now whose map stayed where it was: a map of maps is a list of them with their keys for names. */
function renamedKey(before: Record<string, unknown>, after: Record<string, unknown>, key: string | number) {
  const asList = (map: Record<string, unknown>) =>
    Object.entries(map).map(([name, value]) => ({ ...(isRecord(value) ? value : {}), name }))
  const from = Object.keys(before).indexOf(String(key))
  const to = pairItems(asList(before), asList(after)).find((pair) => pair.from === from)?.to
  return to === undefined ? undefined : Object.keys(after)[to]
}

function prefixed(step: string | number, rest: YamlPath | undefined): YamlPath | undefined {
  return rest && [step, ...rest]
}

/** The lines of a field; undefined where the text has no such field. */
export function linesOf(yaml: YamlText, field: YamlPath): Pick<Place, 'line' | 'lines'> | undefined {
  const range = entryRange(yaml, field)
  if (!range) return undefined
  const line = lineColumn(yaml.text, range.from).line
  return { line, lines: lineColumn(yaml.text, Math.max(range.from, range.to - 1)).line - line + 1 }
}

function linesNow(before: string, after: string, { line, lines }: Place): PlaceNow | undefined {
  const hunks = diffLines(splitLines(before), splitLines(after))
  const [start, end] = [line - 1, line - 1 + lines]
  const touched = hunks.filter((hunk) => hunk.start < end && hunk.end > start)
  const inside = (hunk: Hunk) => hunk.start <= start && hunk.end >= end
  if (touched.some((hunk) => inside(hunk) && hunk.from === hunk.to)) return undefined
  const from = lineNow(hunks, start, 'from')
  const to = lineNow(hunks, end - 1, 'to')
  return to <= from ? undefined : { line: from + 1, lines: to - from, changed: touched.length > 0 }
}

/** Where a line, from 0, begins or ends now; of one that was written anew, where what stands in its place does. */
function lineNow(hunks: readonly Hunk[], line: number, edge: 'from' | 'to'): number {
  const last = hunks.findLast((hunk) => hunk.start <= line)
  if (last && line < last.end) return last[edge]
  const moved = line + (last ? last.to - last.end : 0)
  return edge === 'from' ? moved : moved + 1
}
