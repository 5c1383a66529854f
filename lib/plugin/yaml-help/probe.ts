import { pathAt } from '../yaml/locate'
import { parseYaml, type YamlPath } from '../yaml/parse'
import { valueOfDocument } from '../yaml/value'
import { valueAt } from '../schema/file-reference'

/** Stands in for the word at the cursor, so that the parser says what kind of place that is. */
export const probeWord = 'plugwright_probe'

/** A place where something could be written. */
export interface Probe {
  kind: 'key' | 'value'
  /** Of a key: the map it would stand in. Of a value: its own place. */
  path: YamlPath
  /** What is replaced: the word around the cursor. */
  from: number
  to: number
  /** A key that has its colon already. */
  colon: boolean
  /** Column of the word, for what is indented below it. */
  column: number
  flow: boolean
  /** The document with the probe in it, as far as it can be read. */
  value: unknown
}

/**
 * The place of an offset in a text, whatever state the text is in: a stand-in is written there, as a value and as a key, and the
 * reading that has it at the right place counts. Undefined in comments, block texts and wherever nothing of the schema fits.
 */
export function probeAt(text: string, offset: number): Probe | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  if (/(^|\s)#/.test(before)) return undefined
  const from = offset - (/["']?[\w.$/-]*$/.exec(before)?.[0] ?? '').replace(/^-(?=\s|$)/, '').length
  const to = offset + (/^[\w.$/-]*["']?/.exec(text.slice(offset))?.[0].length ?? 0)
  const head = text.slice(lineStart, from)
  const opened = /[[{,]\s*$/.test(head)
  const rest = /^[ \t]*:(?=\s|$)/.test(text.slice(to))
  const place = { from, to, column: from - lineStart, flow: opened }
  const asValue = () => read(text, place, probeWord, 'value', false)
  const asKey = () => read(text, place, rest ? probeWord : `${probeWord}: `, 'key', rest)
  if (rest) return asKey()
  // Behind a colon only a value stands; behind a dash either may, and the schema knows which.
  if (/:\s+$/.test(head)) return asValue()
  return /^\s*$/.test(head) ? (asKey() ?? asValue()) : (asValue() ?? asKey())
}

/** The key in place of a scalar: behind a dash both readings hold. */
export function probeKeyAt(text: string, probe: Probe): Probe | undefined {
  return read(text, probe, `${probeWord}: `, 'key', false)
}

function read(
  text: string,
  place: Pick<Probe, 'from' | 'to' | 'column' | 'flow'>,
  word: string,
  kind: Probe['kind'],
  colon: boolean,
): Probe | undefined {
  const yaml = parseYaml(text.slice(0, place.from) + word + text.slice(place.to))
  const path = pathAt(yaml, place.from + 1)
  const value = yaml.ok ? yaml.value : valueOfDocument(yaml.document, yaml.text).value
  const own = kind === 'key' ? path.at(-1) === probeWord : valueAt(value, path) === probeWord
  if (!own) return undefined
  return { kind, path: kind === 'key' ? path.slice(0, -1) : path, ...place, colon, value }
}
