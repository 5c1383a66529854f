import { andThen, editText, type Edited } from '../edit/edited'
import { setPlaces } from '../edit/set-places'
import type { Files } from '../files'
import { followPython } from '../follow-python'
import type { YamlPath } from '../yaml/parse'

/** A text in one language; "" takes it out, but for English, which Dify wants. */
export interface TextEdit {
  file: string
  path: YamlPath
  language: string
  text: string
}

/** The files with these texts, each file read once; an edit touches its own lines. Refused as a whole where one of them cannot be made. */
export function setTexts(files: Files, edits: readonly TextEdit[]): Edited {
  const byFile = new Map<string, TextEdit[]>()
  for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit])
  const edited = [...byFile].reduce<Edited>(
    (done, [file, own]) => andThen(done, (now) => editText(now, file, (yaml) => setPlaces(yaml, own.map(placed)))),
    { ok: true, files },
  )
  return edited.ok ? { ok: true, files: followPython(files, edited.files) } : edited
}

function placed({ path, language, text }: TextEdit) {
  return { path: [...path, language], value: text === '' && language !== 'en_US' ? undefined : text }
}
