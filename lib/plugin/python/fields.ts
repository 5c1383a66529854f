import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import { shortLine } from './literals'

/** A value that Dify hands to Python under a name: a parameter, a credential, a setting. */
export interface Field {
  name: string
  /** English, for messages. */
  label: string
  type: string
  required: boolean
  /** May hold something that does not fit the type: files are read as they are typed. */
  default: unknown
  multiple: boolean
  low?: number | bigint
  high?: number | bigint
  decimals?: number
  /** Everything that could decide between whole and broken numbers is whole. */
  whole: boolean
}

const own = (value: unknown, key: string) => valueAt(value, [key])

/** Fields of a list (`parameters`, `settings`); entries without a name are left out. */
export function fieldsOfList(value: unknown): Field[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    const name = own(entry, 'name')
    return typeof name === 'string' && name !== '' ? [fieldOf(name, entry)] : []
  })
}

/** Fields of a map whose keys are the names (`credentials_for_provider`); entries that are no maps are left out. */
export function fieldsOfMap(value: unknown): Field[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([name, entry]) =>
    isRecord(entry) && name !== '' ? [fieldOf(name, entry)] : [],
  )
}

/** Fields of a list or of a map, whichever it is: Dify takes credentials in both forms. */
export function fieldsIn(value: unknown): Field[] {
  return Array.isArray(value) ? fieldsOfList(value) : fieldsOfMap(value)
}

/**
 * Credentials that code may find: those of the form and what an OAuth flow stores, none of them certain when there are both.
 * The refresh token is for Dify alone.
 */
export function storedCredentials(form: readonly Field[], flow: readonly Field[]): Field[] {
  if (flow.length === 0) return [...form]
  const names = new Set(['refresh_token', ...form.map((field) => field.name)])
  return [...form, ...flow.filter((field) => !names.has(field.name))].map((field) => ({ ...field, required: false }))
}

/** The English text of a label, or what stands in for it. */
export function englishOf(label: unknown, instead: string): string {
  const text = own(label, 'en_US')
  return shortLine(typeof text === 'string' && text.trim() !== '' ? text : instead)
}

function fieldOf(name: string, entry: unknown): Field {
  const type = own(entry, 'type')
  const precision = own(entry, 'precision')
  const bounds = [own(entry, 'default'), own(entry, 'min'), own(entry, 'max')]
  return {
    name,
    label: englishOf(own(entry, 'label'), name),
    type: typeof type === 'string' ? type : 'any',
    required: own(entry, 'required') === true,
    default: own(entry, 'default') ?? undefined,
    multiple: own(entry, 'multiple') === true,
    low: numberIn(bounds[1]),
    high: numberIn(bounds[2]),
    decimals:
      typeof precision === 'number' && Number.isInteger(precision) && precision > 0 && precision < 20
        ? precision
        : undefined,
    whole: precision === 0 || (precision === undefined && bounds.every(isWhole)),
  }
}

function isWhole(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isInteger(value)
}

/** The number, where the value is a finite one. */
export function numberIn(value: unknown): number | bigint | undefined {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)) ? value : undefined
}
