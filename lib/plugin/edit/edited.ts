import { followPython } from '../follow-python'
import { textOf, writeFile, type Files } from '../files'
import type { EditResult } from '../yaml/edit'

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

/** The same, with untouched Python brought up to date. `moved` maps new paths to old ones. */
export function following(before: Files, edited: Edited, moved?: ReadonlyMap<string, string>): Edited {
  return edited.ok ? { ...edited, files: followPython(before, edited.files, moved) } : edited
}

/** The reason why a list or place cannot take part in an edit. */
export function refused(reason: string, file?: string): Edited {
  return file === undefined ? { ok: false, reason } : { ok: false, reason, file }
}
