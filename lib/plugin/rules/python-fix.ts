import type { Finding } from '../document'
import { textOf, writeFile } from '../files'
import { withImports, withoutUnusedImports } from '../python/imports'

export interface PythonEdit {
  from: number
  to: number
  /** What stands there then. */
  text: string
}

/**
 * A fix that writes other text at places of a Python file, with the imports which that needs and without those that nothing needs any
 * more. None where a name of the imports means something else in the file; nothing is changed where the file is another by now.
 */
export function pythonFix(
  title: string,
  { file, source }: { file: string; source: string },
  edits: readonly PythonEdit[],
  imports: readonly string[] = [],
): Pick<Finding, 'fix'> {
  if (!withImports(source, imports).ok) return {}
  return {
    fix: {
      title,
      apply: (files) => {
        if (textOf(files, file) !== source) return files
        const written = [...edits]
          .sort((one, other) => other.from - one.from)
          .reduce((now, { from, to, text }) => now.slice(0, from) + text + now.slice(to), source)
        const imported = withImports(withoutUnusedImports(source, written), imports)
        if (!imported.ok) return files
        const crlf = source.includes('\r\n')
        return writeFile(files, file, crlf ? imported.source.replace(/\r?\n/g, '\r\n') : imported.source)
      },
    },
  }
}

/** Takes an entry out of a dictionary or a list that is written out: its line where it has one, else it and its comma. */
export function withoutEntry(source: string, from: number, to: number): PythonEdit {
  const lineStart = source.lastIndexOf('\n', from - 1) + 1
  const after = /^[ \t]*,?[ \t]*(?:\n|$)/.exec(source.slice(to))
  if (after && source.slice(lineStart, from).trim() === '')
    return { from: lineStart, to: to + after[0].length, text: '' }
  const comma = /^\s*,\s*/.exec(source.slice(to))
  if (comma) return { from, to: to + comma[0].length, text: '' }
  const before = /,\s*$/.exec(source.slice(0, from))
  return { from: from - (before?.[0].length ?? 0), to, text: '' }
}

/** Adds an entry behind another one that ends at `to`: on a line of its own where that has one. */
export function withEntry(source: string, from: number, to: number, entry: string): PythonEdit {
  const before = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
  const after = /^[ \t]*,?[ \t]*\n/.exec(source.slice(to))
  return { from: to, to, text: after && before.trim() === '' ? `,\n${before}${entry}` : `, ${entry}` }
}

/** Where the key of this value of a dictionary begins. */
export function keyBefore(source: string, value: number): number {
  return /["'][^"'\n]*["']\s*:\s*$/.exec(source.slice(0, value))?.index ?? value
}
