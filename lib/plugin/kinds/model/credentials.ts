import { textAt, valueAt } from '../../schema/file-reference'
import { englishOf } from '../../python/fields'

/** A field of a credential form, as the Python reads it. */
export interface Credential {
  name: string
  label: string
  type: string
  required: boolean
}

const forms = ['provider_credential_schema', 'model_credential_schema']

/**
 * What a request finds in its credentials: fields of either form, each name once. It is sure to be there only where every form
 * requires it always, since a request does not say which form it comes from.
 */
export function credentialsOf(provider: unknown): Credential[] {
  const lists = forms.flatMap((form) => {
    const list = valueAt(provider, [form, 'credential_form_schemas'])
    return Array.isArray(list) ? [list.flatMap((entry: unknown) => credentialOf(entry) ?? [])] : []
  })
  const names = [...new Set(lists.flat().map(({ name }) => name))]
  return names.flatMap((name) => {
    const found = lists.map((list) => list.find((each) => each.name === name))
    const first = found.find((each) => each !== undefined)
    return first ? [{ ...first, required: found.every((each) => each?.required === true) }] : []
  })
}

function credentialOf(entry: unknown): Credential | undefined {
  const name = textAt(entry, ['variable'])
  if (name === undefined || name === '') return undefined
  const conditions = valueAt(entry, ['show_on'])
  const always = !Array.isArray(conditions) || conditions.length === 0
  return {
    name,
    label: englishOf(valueAt(entry, ['label']), name),
    type: textAt(entry, ['type']) ?? 'text-input',
    required: valueAt(entry, ['required']) === true && always,
  }
}

/** The field that holds the service's address: text whose name says so. */
export function addressOf(credentials: readonly Credential[]): Credential | undefined {
  return credentials.find(({ name, type }) => type === 'text-input' && /url|endpoint|api_?base|api_?host/i.test(name))
}
