import type { Diagnostic } from '@astral-sh/ruff-wasm-web'
import type { Finding } from '@/lib/plugin/document'
import { textOf, type Files } from '@/lib/plugin/files'
import { offsetIn } from '../code/positions'
import { ruffCheck } from '../code/ruff'

/** What does not parse in a source; undefined where all does. */
interface Trouble {
  row: number
  column: number
  message: string
}

const known = new Map<string, Trouble | undefined>()
/** Sources that are remembered. */
const MOST = 200

/**
 * Python that does not parse: the plugin does not start. ruff reads the sources that were changed here or stand open, each text once; as it
 * is large, nothing else makes it load.
 */
export async function pythonTroubles(files: Files, paths: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const file of paths) {
    const text = textOf(files, file)
    if (text === undefined) continue
    if (!known.has(text)) {
      const read = await ruffCheck(text.replaceAll('\r\n', '\n'))
      // Not loaded is not read: the next check asks again.
      if (read) remember(text, troubleIn(read))
    }
    const trouble = known.get(text)
    if (trouble) found.push(findingOf(file, text, trouble))
  }
  return found
}

function troubleIn(diagnostics: readonly Diagnostic[]): Trouble | undefined {
  const first = diagnostics.find(({ code }) => code === null || code === 'invalid-syntax')
  if (!first) return undefined
  const { row, column } = first.start_location
  return { row, column, message: first.message.replace(/^SyntaxError: /, '') }
}

function remember(text: string, trouble: Trouble | undefined) {
  const [oldest] = known.keys()
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest)
  known.set(text, trouble)
}

function findingOf(file: string, text: string, { row, column, message }: Trouble): Finding {
  const from = offsetIn(text, row, column)
  return {
    rule: 'python-syntax',
    severity: 'error',
    gates: ['G5'],
    message: `Mend line ${row} of ${file}: Python cannot read it (${message}), the plugin does not start.`,
    file,
    range: { from, to: Math.min(from + 1, text.length) },
  }
}
