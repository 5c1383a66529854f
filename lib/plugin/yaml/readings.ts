import type { Scalar } from 'yaml'
import { floatFromText, integerFromText, isRealDate } from './numbers'

/** What a reader makes of a scalar. `time` is a date or timestamp, with its text; `=` and `<<` count as text. */
export type Reading =
  | { kind: 'null' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number | bigint }
  | { kind: 'float'; value: number }
  | { kind: 'time'; text: string }
  | { kind: 'text'; value: string }

/** How YAML 1.2 with the core schema reads a scalar: the reading of the whole product (YAML 1.2.2 section 10.3). */
export function readAsCore(node: Scalar): Reading {
  return read(node, coreReading)
}

/** How PyYAML's SafeLoader reads it, and so the SDK (YAML 1.1 types; `yaml/resolver.py`, `yaml/constructor.py`). */
export function readAsPyYaml(node: Scalar): Reading {
  return read(node, pyYamlReading)
}

/** How Go's yaml.v3 reads it when it decodes into `any`, and so Dify's daemon (`resolve.go`). */
export function readAsGo(node: Scalar): Reading {
  return read(node, goReading)
}

function read(node: Scalar, plain: (text: string) => Reading): Reading {
  const text = node.source ?? ''
  if (node.tag !== undefined) return tagged(node.tag, text, plain)
  return node.type === 'PLAIN' || node.type === undefined ? plain(text) : { kind: 'text', value: text }
}

const TAG = 'tag:yaml.org,2002:'
const KIND_OF_TAG = new Map([
  [`${TAG}null`, 'null'],
  [`${TAG}bool`, 'bool'],
  [`${TAG}int`, 'int'],
  [`${TAG}float`, 'float'],
  [`${TAG}timestamp`, 'time'],
])

/** An explicit tag decides where the text fits it; every other tag leaves text. */
function tagged(tag: string, text: string, plain: (text: string) => Reading): Reading {
  const kind = KIND_OF_TAG.get(tag)
  const reading = plain(text)
  if (reading.kind === kind) return reading
  if (kind === 'float' && reading.kind === 'int') return { kind: 'float', value: Number(reading.value) }
  if (kind === 'null') return { kind: 'null' }
  return { kind: 'text', value: text }
}

const CORE_FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

/** YAML 1.2 core schema, of the text of a plain scalar. */
export function coreReading(text: string): Reading {
  const word = wordReading(text)
  if (word) return word
  if (/^[-+]?[0-9]+$/.test(text)) return int(integerFromText(text, 10))
  if (/^0o[0-7]+$/.test(text)) return int(integerFromText(text.slice(2), 8))
  if (/^0x[0-9a-fA-F]+$/.test(text)) return int(integerFromText(text.slice(2), 16))
  if (CORE_FLOAT.test(text)) return { kind: 'float', value: Number(text) }
  return infinityOrNaN(text, /^[-+]?\.(?:inf|Inf|INF)$/) ?? { kind: 'text', value: text }
}

const PY_TRUE = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const PY_FALSE = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/
const PY_FLOAT = /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?)$/
const PY_SEXAGESIMAL_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/
const PY_SEXAGESIMAL_INT = /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/
const PY_DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
const PY_TIME =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?$/

/** PyYAML's implicit resolvers, of the text of a plain scalar. */
export function pyYamlReading(text: string): Reading {
  if (PY_TRUE.test(text)) return { kind: 'bool', value: true }
  if (PY_FALSE.test(text)) return { kind: 'bool', value: false }
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return { kind: 'null' }
  if (PY_FLOAT.test(text)) return { kind: 'float', value: floatFromText(text) }
  if (PY_SEXAGESIMAL_FLOAT.test(text)) return { kind: 'float', value: sexagesimal(text) }
  if (/^[-+]?0b[01_]+$/.test(text)) return int(integerFromText(text.replace('0b', ''), 2))
  if (/^[-+]?0x[0-9a-fA-F_]+$/.test(text)) return int(integerFromText(text.replace('0x', ''), 16))
  if (/^[-+]?0[0-7_]+$/.test(text)) return int(integerFromText(text, 8))
  if (/^[-+]?(?:0|[1-9][0-9_]*)$/.test(text)) return int(integerFromText(text, 10))
  if (PY_SEXAGESIMAL_INT.test(text)) return int(sexagesimal(text))
  if (PY_DATE.test(text) || PY_TIME.test(text)) return { kind: 'time', text }
  return infinityOrNaN(text, /^[-+]?\.(?:inf|Inf|INF)$/) ?? { kind: 'text', value: text }
}

const GO_TIME =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})| +[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]+)?)?$/

/** yaml.v3's `resolve`, of the text of a plain scalar. */
export function goReading(text: string): Reading {
  const word = wordReading(text)
  if (word) return word
  if (/^\+?\.(?:inf|Inf|INF)$/.test(text)) return { kind: 'float', value: Infinity }
  if (/^(?:-\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(text))
    return { kind: 'float', value: text.startsWith('-') ? -Infinity : NaN }
  if (text.startsWith('.')) {
    return goFloat(text.replace(/(?<=[0-9])_(?=[0-9])/g, '')) ?? { kind: 'text', value: text }
  }
  if (!/^[-+0-9]/.test(text)) return { kind: 'text', value: text }
  if (GO_TIME.test(text) && isRealDate(text)) return { kind: 'time', text }
  return goNumber(text.replaceAll('_', '')) ?? { kind: 'text', value: text }
}

/** yaml.v3 drops every underscore, then tries Go's base-0 integers, then floats. */
function goNumber(plain: string): Reading | undefined {
  const digits = plain.replace(/^[-+]/, '')
  const sign = plain.startsWith('-') ? '-' : ''
  const integer = /^0[bB][01]+$/.test(digits)
    ? integerFromText(sign + digits.slice(2), 2)
    : /^0[xX][0-9a-fA-F]+$/.test(digits)
      ? integerFromText(sign + digits.slice(2), 16)
      : /^0[oO]?[0-7]+$/.test(digits)
        ? integerFromText(sign + digits.replace(/^0[oO]?/, ''), 8)
        : /^(?:0|[1-9][0-9]*)$/.test(digits)
          ? integerFromText(sign + digits, 10)
          : undefined
  if (integer !== undefined && integer >= -(2n ** 63n) && integer < 2n ** 64n) return int(integer)
  return goFloat(plain)
}

/** Beyond what a 64-bit float holds yaml.v3 leaves text. */
function goFloat(text: string): Reading | undefined {
  const value = CORE_FLOAT.test(text) ? Number(text) : NaN
  return Number.isFinite(value) ? { kind: 'float', value } : undefined
}

/** null, true and false are the same words for YAML 1.2 and for Go. */
function wordReading(text: string): Reading | undefined {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return { kind: 'null' }
    case 'true':
    case 'True':
    case 'TRUE':
      return { kind: 'bool', value: true }
    case 'false':
    case 'False':
    case 'FALSE':
      return { kind: 'bool', value: false }
    default:
      return undefined
  }
}

function infinityOrNaN(text: string, infinity: RegExp): Reading | undefined {
  if (infinity.test(text)) return { kind: 'float', value: text.startsWith('-') ? -Infinity : Infinity }
  return /^\.(?:nan|NaN|NAN)$/.test(text) ? { kind: 'float', value: NaN } : undefined
}

function int(value: number | bigint): Reading {
  return { kind: 'int', value }
}

/** PyYAML: `1:30` is 90, `1:30:00.5` is 5400.5. */
function sexagesimal(text: string): number {
  const parts = text.replaceAll('_', '').replace(/^[-+]/, '').split(':').map(Number)
  const value = parts.reduce((sum, part) => sum * 60 + part, 0)
  return text.startsWith('-') ? -value : value
}
