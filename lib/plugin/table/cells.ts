import { parse } from 'papaparse'

/** Cells of a spreadsheet as they come from the clipboard: tabs between columns, quotes around cells that have line ends. */
export function cellsFromClipboard(text: string): string[][] {
  return read(text, '\t')
}

/** The same of a sheet that may be a CSV file: what stands between the columns is found out. */
export function cellsFromSheet(text: string): string[][] {
  return read(text, text.includes('\t') ? '\t' : '')
}

function read(text: string, delimiter: string): string[][] {
  const ended = text.replace(/\r?\n$/, '')
  return ended === '' ? [['']] : parse<string[]>(ended, { delimiter }).data
}
