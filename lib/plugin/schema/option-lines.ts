/** An option as it stands in a list of them. */
export interface OptionEntry {
  value: string
  label: { en_US: string }
}

/**
 * Options of lines: a value, or a value and its label behind a tab or a comma. Values that are there already or stand twice are left out;
 * how many, `skipped` says.
 */
export function optionsFromLines(text: string, taken: readonly unknown[]): { options: OptionEntry[]; skipped: number } {
  const options = new Map<string, OptionEntry>()
  let skipped = 0
  for (const line of text.split(/\r?\n/)) {
    const [, first = '', second = ''] = /^([^\t,]*)(?:[\t,](.*))?$/.exec(line) ?? []
    const value = first.trim()
    if (value === '') continue
    if (taken.includes(value) || options.has(value)) skipped += 1
    else options.set(value, { value, label: { en_US: second.trim() || value } })
  }
  return { options: [...options.values()], skipped }
}
