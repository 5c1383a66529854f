import { followPython } from '../follow-python'
import { textOf, writeFile, type Files } from '../files'
import type { EditResult } from '../yaml/edit'
import { followNames } from './follow-names'

/** What an edit made, with the file that it is about; or one sentence why not, and where. */
export type Edited =
  | { ok: true; files: Files; file?: string }
  | { ok: false; reason: string; file?: string; line?: number; column?: number }

/** A change of one file's text by the YAML engine. */
export function editText(files: Files, file: string, change: (text: string) => EditResult): Edited {
  const text = textOf(files, file)
  if (text === undefined) return { ok: false, reason: `There is no text file ${file} in this plugin.`, file }
  const result = change(text)
  if (!result.ok) return { ...result, file }
  return { ok: true, files: result.text === text ? files : writeFile(files, file, result.text), file }
}

/** The next edit, on what the one before made. */
export function andThen(edited: Edited, next: (files: Files) => Edited): Edited {
  return edited.ok ? next(edited.files) : edited
}

/** The same with the file that the edit before was about, which the whole is about too. */
export function andThenAt(edited: Edited, next: (files: Files, file: string) => Edited): Edited {
  const file = edited.ok ? edited.file : undefined
  return file === undefined
    ? edited
    : andThen(
        andThen(edited, (files) => next(files, file)),
        (files) => ({ ok: true, files, file }),
      )
}

/** The same, with untouched Python and what goes by the names of items brought up to date. `moved` maps new paths to old ones. */
export function following(before: Files, edited: Edited, moved?: ReadonlyMap<string, string>): Edited {
  if (!edited.ok) return edited
  return { ...edited, files: followPython(before, followNames(before, edited.files, moved), moved) }
}

/** The reason why a list or place cannot take part in an edit. */
export function refused(reason: string, file?: string): Edited {
  return file === undefined ? { ok: false, reason } : { ok: false, reason, file }
}
