import type { Files } from '../files'
import { appendIn, insertIn, moveIn, removeIn, renameKey, setIn } from '../yaml/edit'
import type { YamlPath } from '../yaml/parse'
import { editText, following, type Edited } from './edited'

/** Sets a place of a YAML file; only its own lines change, and untouched Python follows. */
export function setValue(files: Files, file: string, path: YamlPath, value: unknown): Edited {
  return following(
    files,
    editText(files, file, (text) => setIn(text, path, value)),
  )
}

/** Removes an entry or list item; the only one of its list or map leaves `[]` or `{}`. */
export function removeValue(files: Files, file: string, path: YamlPath): Edited {
  return following(
    files,
    editText(files, file, (text) => removeIn(text, path)),
  )
}

/** Inserts into the list at `path`, before the item that now has this index. */
export function insertValue(files: Files, file: string, path: YamlPath, index: number, value: unknown): Edited {
  return following(
    files,
    editText(files, file, (text) => insertIn(text, path, index, value)),
  )
}

/** Appends items to the list at `path`. */
export function appendValues(files: Files, file: string, path: YamlPath, values: readonly unknown[]): Edited {
  return following(
    files,
    editText(files, file, (text) => appendIn(text, path, values)),
  )
}

/** Moves an item of the list (an entry of the map) at `path` to another position, with the comments that belong to it. */
export function moveValue(files: Files, file: string, path: YamlPath, from: number, to: number): Edited {
  return following(
    files,
    editText(files, file, (text) => moveIn(text, path, from, to)),
  )
}

/** Gives the entry at `path` another key, in its place. */
export function renameEntry(files: Files, file: string, path: YamlPath, key: string): Edited {
  return following(
    files,
    editText(files, file, (text) => renameKey(text, path, key)),
  )
}
