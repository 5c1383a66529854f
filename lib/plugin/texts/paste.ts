import type { LocalizedText } from './localized-texts'
import type { TextEdit } from './set-texts'

/** The edits that putting cells down from one place makes: what is already so, and what falls outside, is none. */
export function pasteEdits(
  rows: readonly LocalizedText[],
  languages: readonly string[],
  from: { row: number; column: number },
  cells: readonly (readonly string[])[],
): TextEdit[] {
  return cells.flatMap((line, down) =>
    line.flatMap((cell, right): TextEdit[] => {
      const row = rows[from.row + down]
      const language = languages[from.column + right]
      if (!row || language === undefined || (row.texts[language] ?? '') === cell) return []
      return [{ file: row.file, path: row.path, language, text: cell }]
    }),
  )
}
