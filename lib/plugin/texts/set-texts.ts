import { editText, type Edited } from '../edit/edited'
import type { Files } from '../files'
import { followPython } from '../follow-python'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { removeIn, setIn } from '../yaml/edit'
import { valueAt } from '../schema/file-reference'

/** A text in one language; "" takes it out, but for English, which Dify wants. */
export interface TextEdit {
  file: string
  path: YamlPath
  language: string
  text: string
}

/** The files with these texts; each edit touches its own lines. Refused as a whole where one of them cannot be made. */
export function setTexts(files: Files, edits: readonly TextEdit[]): Edited {
  let edited: Edited = { ok: true, files }
  for (const { file, path, language, text } of edits) {
    const before = edited.files
    edited = editText(before, file, (yaml) => {
      const place = [...path, language]
      const isThere = valueAt(parseYaml(yaml).value, place) !== undefined
      if (text === '' && language !== 'en_US') return isThere ? removeIn(yaml, place) : { ok: true, text: yaml }
      return setIn(yaml, place, text)
    })
    if (!edited.ok) return edited
  }
  return { ok: true, files: followPython(files, edited.files) }
}
