import { textOf, type Files } from '../files'
import { documentTypeOf, readDocument } from '../references'
import { shownText, type ConsoleLanguage, type Mapping } from './language'
import type { Source, Text } from './picture'

/** What a picture is made from: the files as they last parsed, a console's language, and the document that is open. */
export interface ViewContext {
  files: Files
  language: ConsoleLanguage
  dark: boolean
  /** What was chosen in a place, by `Ask.key`. */
  answers: Answers
  /** The open document; places of a single tool show this one. */
  file: string
  /** The parsed value of a document; undefined where it is none. */
  value: (file: string) => unknown
  text: (value: unknown, source: Source, mapping: Mapping) => Text
}

export type Answers = Readonly<Record<string, string>>

export function contextOf(
  files: Files,
  { file, language, dark, answers = {} }: Pick<ViewContext, 'file' | 'language' | 'dark'> & { answers?: Answers },
): ViewContext {
  return {
    files,
    file,
    language,
    dark,
    answers,
    value(path) {
      const type = documentTypeOf(files, path)
      const text = textOf(files, path)
      return type && text !== undefined ? readDocument(text, type).value : undefined
    },
    text: (value, source, mapping) => shownText(value, source, language, mapping),
  }
}
