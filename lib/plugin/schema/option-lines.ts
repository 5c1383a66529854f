/** An option as it stands in a list of them. */
export interface OptionEntry {
  value: string
  label: { en_US: string }
}

/**
 * Options of lines: a value, or a value and its label behind a comma, or two columns of a spreadsheet. Values that are there already
 * or stand twice are left out; how many, `skipped` says.
 */
export function optionsFromLines(text: string, taken: readonly unknown[]): { options: OptionEntry[]; skipped: number } {
  const options = new Map<string, OptionEntry>()
  let skipped = 0
  for (const line of text.split(/\r?\n/)) {
    const [value = '', label] = line.includes('\t') ? line.split('\t').map(unquoted) : commaParts(line)
    if (value === '') continue
    if (taken.includes(value) || options.has(value)) skipped += 1
    else options.set(value, { value, label: { en_US: label || value } })
  }
  return { options: [...options.values()], skipped }
}

function commaParts(line: string): string[] {
  const comma = line.indexOf(',')
  return comma < 0 ? [line.trim()] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()]
}

/** A cell as spreadsheets write it to the clipboard: in quotes where it has some itself. */
function unquoted(cell: string): string {
  const text = cell.trim()
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text
}
