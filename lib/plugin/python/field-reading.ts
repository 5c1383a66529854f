import { isRecord } from '../yaml/nodes'
import { numberIn, type Field } from './fields'
import { call, either, list, literal, prefixed, type Code } from './layout'
import { pythonString } from './literals'
import type { Reader } from './readers'

/** How one field gets into a local variable. */
export interface Reading {
  annotation: string
  /** The assignment; the local's name stands in front of it. */
  assign: (local: string, source: string) => Code
  readers: readonly Reader[]
  /** It can raise a ValueError that says what is wrong. */
  canFail: boolean
  /** A value that may be shown: no secret, file or selector. */
  shown: boolean
}

/** How a field is read (stubs.md section 5). Types that Dify does not know are read as they come. */
export function readingOf(field: Field): Reading {
  switch (field.type) {
    case 'string':
    case 'text-input':
    case 'select':
    case 'dynamic-select':
    case 'secret-input':
    case 'date':
      return field.multiple ? listReading(field, 'list[str]') : textReading(field)
    case 'number':
      return numberReading(field)
    case 'boolean':
      return booleanReading(field)
    case 'checkbox':
      return field.multiple ? listReading(field, 'list[str]') : booleanReading(field)
    case 'file':
      return plainReading(field, 'File', false)
    case 'files':
      return { ...listReading(field, 'list[File]'), shown: false }
    case 'array':
    case 'array[tools]':
      return listReading(field, 'list[Any]')
    case 'object':
    case 'date-range':
      return objectReading(field, true)
    case 'model-selector':
    case 'app-selector':
      return objectReading(field, false)
    default:
      return anyReading(field)
  }
}

const get = (field: Field, source: string): Code => call(`${source}.get`, [pythonString(field.name)])

function textReading(field: Field): Reading {
  const start = scalarText(field.default)
  const shown = field.type !== 'secret-input'
  if (start !== undefined) {
    return {
      annotation: 'str',
      assign: (local, source) => call(`${local} = str`, [either(get(field, source), `or ${pythonString(start)}`)]),
      readers: [],
      canFail: false,
      shown,
    }
  }
  if (!field.required) return { ...plainReading(field, 'str', shown) }
  return {
    annotation: 'str',
    assign: (local, source) => call(`${local} = str`, [required(field, get(field, source))]),
    readers: ['required'],
    canFail: true,
    shown,
  }
}

/** A default as text; undefined where there is none or it is no scalar. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : undefined
}

function numberReading(field: Field): Reading {
  const start = numberIn(
    typeof field.default === 'string' && field.default.trim() !== '' ? Number(field.default) : field.default,
  )
  const options: Code[] = [`default=${flatLiteral(start)}`]
  if (field.low !== undefined) options.push(`low=${flatLiteral(field.low)}`)
  if (field.high !== undefined) options.push(`high=${flatLiteral(field.high)}`)
  if (field.decimals !== undefined) options.push(`decimals=${field.decimals}`)
  const name = field.whole ? '_whole_number' : '_number'
  const must = field.required && start === undefined
  const type = field.whole ? 'int' : 'float'
  return {
    annotation: must || start !== undefined ? type : `${type} | None`,
    assign: (local, source) => {
      const read = call(name, [get(field, source), pythonString(field.label), ...options])
      return prefixed(`${local} = `, must ? required(field, read) : read)
    },
    readers: [field.whole ? 'whole' : 'number', ...(must ? (['required'] as const) : [])],
    canFail: true,
    shown: true,
  }
}

function flatLiteral(value: number | bigint | undefined): string {
  const code = literal(value)
  return typeof code === 'string' ? code : 'None'
}

function booleanReading(field: Field): Reading {
  const start = typeof field.default === 'boolean' ? field.default : scalarText(field.default)?.toLowerCase() === 'true'
  const must = field.required && field.default === undefined
  return {
    annotation: 'bool',
    assign: (local, source) => {
      const value = get(field, source)
      return call(`${local} = _boolean`, [must ? required(field, value) : value, ...(start ? ['default=True'] : [])])
    },
    readers: ['boolean', ...(must ? (['required'] as const) : [])],
    canFail: must,
    shown: true,
  }
}

function listReading(field: Field, annotation: string): Reading {
  const scalar = scalarText(field.default)
  const start = Array.isArray(field.default)
    ? literal(field.default)
    : list('', scalar === undefined ? [] : [pythonString(scalar)])
  const must = field.required && field.default === undefined
  return {
    annotation,
    assign: (local, source) => {
      const read = call('_list', [get(field, source), pythonString(field.label), prefixed('default=', start)])
      return prefixed(`${local} = `, must ? required(field, read) : read)
    },
    readers: ['list', ...(must ? (['required'] as const) : [])],
    canFail: true,
    shown: true,
  }
}

function objectReading(field: Field, shown: boolean): Reading {
  const start = isRecord(field.default) ? field.default : undefined
  const must = field.required && start === undefined
  return {
    annotation: must || start !== undefined ? 'dict[str, Any]' : 'dict[str, Any] | None',
    assign: (local, source) => {
      const read = call('_object', [
        get(field, source),
        pythonString(field.label),
        prefixed('default=', literal(start)),
      ])
      return prefixed(`${local} = `, must ? required(field, read) : read)
    },
    readers: ['object', ...(must ? (['required'] as const) : [])],
    canFail: true,
    shown,
  }
}

/** A value that is taken as it comes: `note: str | None = tool_parameters.get("note")`. */
function plainReading(field: Field, type: string, shown: boolean): Reading {
  const annotation = field.required ? type : `${type} | None`
  return {
    annotation,
    assign: (local, source) =>
      prefixed(`${local}: ${annotation} = `, field.required ? required(field, get(field, source)) : get(field, source)),
    readers: field.required ? ['required'] : [],
    canFail: field.required,
    shown,
  }
}

function anyReading(field: Field): Reading {
  const must = field.required && field.default === undefined
  return {
    annotation: 'Any',
    assign: (local, source) => {
      const value = call(
        `${source}.get`,
        field.default === undefined ? [pythonString(field.name)] : [pythonString(field.name), literal(field.default)],
      )
      return prefixed(`${local}: Any = `, must ? required(field, value) : value)
    },
    readers: must ? ['required'] : [],
    canFail: must,
    shown: false,
  }
}

function required(field: Field, value: Code): Code {
  return call('_required', [value, pythonString(field.label)])
}
