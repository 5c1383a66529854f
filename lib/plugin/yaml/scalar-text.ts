import type { Scalar } from 'yaml'
import { textOfNumber } from './numbers'
import { coreReading, goReading, pyYamlReading } from './readings'

/** The way a scalar is written that the new text should keep where it can. */
export type Quotes = Scalar.Type | undefined

/** A scalar on one line, so that YAML 1.2, PyYAML and Go read exactly this value. `flow`: inside of brackets. */
export function scalarText(value: string | number | bigint | boolean | null, quotes: Quotes, flow: boolean): string {
  if (typeof value === 'number' || typeof value === 'bigint') return textOfNumber(value)
  if (typeof value !== 'string') return String(value)
  if (quotes === 'QUOTE_DOUBLE') return doubleQuoted(value)
  if (quotes === 'QUOTE_SINGLE' && !MUST_ESCAPE.test(value)) return singleQuoted(value)
  if (quotes !== 'QUOTE_SINGLE' && canBePlain(value, flow)) return value
  return /["\\]/.test(value) && !MUST_ESCAPE.test(value) ? singleQuoted(value) : doubleQuoted(value)
}

/** What cannot stand in a text as it is: line ends of YAML 1.1 and 1.2, tabs, controls, byte order marks, non-characters. */
const MUST_ESCAPE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/
const EVERY_ESCAPE = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g
const SHORT = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\0', '\\0'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
])

function doubleQuoted(text: string): string {
  return `"${text.replace(EVERY_ESCAPE, (character) => SHORT.get(character) ?? escaped(character))}"`
}

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Stricter than YAML: in doubt a text is quoted. */
function canBePlain(text: string, flow: boolean): boolean {
  if (text === '' || MUST_ESCAPE.test(text) || /^\s|\s$/.test(text)) return false
  if (/^[?:,[\]{}#&*!|>'"%@`]/.test(text) || /^-(?:\s|$)/.test(text) || /^(?:---|\.\.\.)/.test(text)) return false
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return false
  if (flow && /[,[\]{}?:#&*!|>'"%@`]|^-/.test(text)) return false
  return !meansSomethingElse(text)
}

/** True where some reader of plain scalars finds more than text in it. */
function meansSomethingElse(text: string): boolean {
  if (/^[-+.]*[0-9][-+0-9a-fA-F_xXoO.:]*$/.test(text) || /^[-+._]*[eE][-+]?[0-9]+$/.test(text)) return true
  if (/^(?:[yYnN]|=|<<)$/.test(text)) return true
  return [coreReading, pyYamlReading, goReading].some((reading) => reading(text).kind !== 'text')
}
