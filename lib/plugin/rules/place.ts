import { isMap, isScalar, type Node } from 'yaml'
import { writeFile, textOf, type Files } from '../files'
import type { FieldNode } from '../schema/field-tree'
import { setIn, type EditResult } from '../yaml/edit'
import { rangeOf } from '../yaml/locate'
import type { YamlPath } from '../yaml/parse'
import { entriesOf, resolved, sourceOf, type MapEntry, type NodeFacts } from './nodes'
import type { DocumentContext, Report } from './report'

/** A value of a document with the field that describes it. */
export interface Place {
  context: DocumentContext
  facts: NodeFacts
  field: FieldNode
  path: YamlPath
  /** What stands there, aliases followed; null for nothing. */
  node: Node | null
  parent?: Place
}

const known = new WeakMap<Place, readonly MapEntry[]>()

/** Entries of the map at a place; none where no map stands. */
export function entriesAt(place: Place): readonly MapEntry[] {
  const entries = known.get(place) ?? (isMap(place.node) ? entriesOf(place.facts, place.node) : [])
  known.set(place, entries)
  return entries
}

/** The entry of a key (the last, where it is repeated). */
export function entryAt(place: Place, key: string): MapEntry | undefined {
  return entriesAt(place).findLast((entry) => entry.key === key)
}

/** The text of a scalar below a place, as Go takes it; undefined where no scalar stands. */
export function textBelow(place: Place, key: string): string | undefined {
  const node = entryAt(place, key)?.value ?? null
  return isScalar(node) ? sourceOf(node) : undefined
}

/** The node below a place; null for nothing. */
export function nodeBelow(place: Place, key: string): Node | null {
  return resolved(place.facts, entryAt(place, key)?.value ?? null)
}

/** Reports about a place; with `key`, about a key below it, which may be missing (then the range is that of the place). */
export function reportAt(place: Place, report: Omit<Report, 'path' | 'range'>, key?: string | number): void {
  const by = isValidated(place) ? report.by : report.by.filter((gate) => gate !== 'struct')
  // What only the validator would refuse is fine where it does not look.
  if (by.length === 0 && report.by.length > 0) return
  const path = key === undefined ? place.path : [...place.path, key]
  const range = rangeOf(place.context.yaml, path) ?? headOf(place)
  place.context.report({ ...report, by, path, ...(range ? { range } : {}) })
}

function isValidated(place: Place): boolean {
  for (let above: Place | undefined = place; above; above = above.parent) {
    const gates = above.field.meta.gates
    if ((gates?.notValidated && above !== place) || (gates?.emptyIsAbsent && holdsNothing(above))) return false
  }
  return true
}

function holdsNothing(place: Place): boolean {
  return [...place.field.properties.keys()].every((key) => (textBelow(place, key) ?? '') === '')
}

/** The key that a place stands under, or its first line: where to show that something is missing in it. */
function headOf(place: Place): { from: number; to: number } | undefined {
  const range = rangeOf(place.context.yaml, place.path)
  if (!range) return undefined
  const key = isMap(place.parent?.node)
    ? entriesAt(place.parent).find((entry) => entry.key === String(place.path.at(-1)))?.keyNode?.range
    : undefined
  if (key) return { from: key[0], to: key[1] }
  const end = place.context.yaml.text.indexOf('\n', range.from)
  return { from: range.from, to: end === -1 ? range.to : Math.min(end, range.to) }
}

/** A fix that edits the text of one file; where the edit is refused the files stay as they are. */
export function editFix(title: string, file: string, edit: (text: string) => EditResult): NonNullable<Report['fix']> {
  return {
    title,
    apply: (files: Files) => {
      const text = textOf(files, file)
      const result = text === undefined ? undefined : edit(text)
      return result?.ok ? writeFile(files, file, result.text) : files
    },
  }
}

/** A fix that sets one value of this document. */
export function setFix(place: Place, title: string, path: YamlPath, value: unknown): NonNullable<Report['fix']> {
  return editFix(title, place.context.file, (text) => setAnew(text, path, value))
}

/** Sets a value also where it already reads as that for YAML 1.2, since other readers see something else there. */
function setAnew(text: string, path: YamlPath, value: unknown): EditResult {
  const result = setIn(text, path, value)
  if (!result.ok || result.text !== text) return result
  const emptied = setIn(text, path, typeof value === 'string' ? 'x' : 0)
  return emptied.ok ? setIn(emptied.text, path, value) : emptied
}
