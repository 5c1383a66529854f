import type { DocumentType } from '../document'
import { readDocument } from '../references'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { valueAt } from '../schema/file-reference'
import type { YamlPath } from '../yaml/parse'
import { placeBefore } from './value-changes'
import { wordsOfValue } from './words-of-value'

/** One change of a field. */
export interface FieldStep {
  /** Of the version that made it. */
  mark: string
  /** Both values in the words of the form; absent where there was or is none. */
  before?: string
  after?: string
}

/** A version of a document; without text where the file was not there. */
export interface Version {
  mark: string
  text: string | undefined
}

/**
 * Who changed a field, the last change first: it is followed back through the versions, newest first, wherever its entry stood and
 * whatever it was called. Versions that do not parse are passed over. Ends where the field came to be, or after `most` steps.
 */
export function fieldHistory(versions: readonly Version[], type: DocumentType, at: YamlPath, most = 50): FieldStep[] {
  const tree = fieldTree(type)
  const steps: FieldStep[] = []
  let place: YamlPath | undefined = at
  let later: { mark: string; value: unknown } | undefined
  const say = (value: unknown) => (value === undefined ? undefined : wordsOfValue(value, fieldAt(tree, at)))
  const note = (mark: string, before: unknown, after: unknown) => {
    const [was, is] = [say(before), say(after)]
    steps.push({ mark, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) })
  }
  for (const { mark, text } of versions) {
    if (steps.length >= most) return steps
    if (text === undefined) break
    const read = readDocument(text, type)
    if (!read.ok) continue
    if (later) {
      const now: unknown = valueAt(later.value, place)
      const before: YamlPath | undefined = placeBefore(read.value, later.value, tree, place)
      const was = before && valueAt(read.value, before)
      if (JSON.stringify(was) !== JSON.stringify(now)) note(later.mark, was, now)
      if (before === undefined) return steps
      place = before
    }
    later = { mark, value: read.value }
  }
  if (later && valueAt(later.value, place) !== undefined) note(later.mark, undefined, valueAt(later.value, place))
  return steps
}
