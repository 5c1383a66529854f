import type { Files } from '@/lib/plugin/files'
import { documentTypeOf } from '@/lib/plugin/references'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { Entry } from './history'

/** What is chosen: the document or file of the form, the file of the code pane, and the field within the document. */
export interface Place {
  readonly file: string
  readonly code: string
  readonly at: YamlPath
  /** The tab of the form that was chosen ('' is the first); without one it is that of the field. */
  readonly section?: string
  /** The field shall take the keyboard's focus too. */
  readonly takesFocus?: boolean
  /** Counts up when the field was chosen elsewhere than in the form, which then brings it into view. */
  readonly reveal: number
  /** The same for the code pane. */
  readonly revealCode: number
}

/** Where a place was chosen. `keys`: its field takes the focus too. `undo`: a step showed it, and whatever is open stays open. */
export type SelectedBy = 'form' | 'code' | 'keys' | 'undo' | 'other'

/** What of a place is worth going back to. */
export type OpenPlace = Pick<Place, 'file' | 'code' | 'at' | 'section'>

/** Where to go when the file of a place is gone. */
export function placeWithout(place: Place, files: Files): Place {
  const file = files.has('manifest.yaml') ? 'manifest.yaml' : (files.keys().next().value ?? '')
  return { ...place, file, code: file, at: [] }
}

/**
 * Where to look at a step that was taken back or up again; undefined: what is open shows it. Where its file went with the step, that is
 * what was open when the step was made, else the first document that the step changed.
 */
export function placeOfStep({ step, from }: Entry, open: OpenPlace, files: Files): Partial<OpenPlace> | undefined {
  const there = step.paths.filter((path) => files.has(path))
  if (!files.has(open.file)) {
    if (from && files.has(from.file)) return files.has(from.code) ? from : { ...from, code: from.file }
  } else if (there.includes(open.file) || there.includes(open.code)) return undefined
  const file = there.find((path) => documentTypeOf(files, path) !== undefined) ?? there[0]
  return file === undefined ? undefined : { file, at: [] }
}
