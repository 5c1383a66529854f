import type { LocalizedText } from './localized-texts'
import type { TextEdit } from './set-texts'

/** Cells of a spreadsheet as they come from the clipboard: tabs between columns, line ends between rows, quotes around cells that have either. */
export function cellsFromClipboard(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*)/y
  for (let at = 0; at <= text.length;) {
    cell.lastIndex = at
    const match = cell.exec(text)
    const quoted = match?.[1]
    rows.at(-1)?.push(quoted === undefined ? (match?.[2] ?? '') : quoted.replaceAll('""', '"'))
    at += match?.[0].length ?? 0
    if (text.startsWith('\r\n', at)) at += 1
    if (at >= text.length) break
    if (text[at] === '\t') at += 1
    else {
      at += 1
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

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
