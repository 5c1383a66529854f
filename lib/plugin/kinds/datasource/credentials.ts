import { fieldsOfList, fieldsOfMap, storedCredentials, type Field } from '../../python/fields'
import { valueAt } from '../../schema/file-reference'

/** What people fill in to connect; the map form, which the daemon takes too, is read as well. */
export function formFields(provider: unknown): Field[] {
  const form = valueAt(provider, ['credentials_schema'])
  return Array.isArray(form) ? fieldsOfList(form) : fieldsOfMap(form)
}

/** Credentials that a data source may find: those of the form and the tokens of a sign-in, but for the one that only Dify uses. */
export function credentialsOf(provider: unknown): Field[] {
  const tokens = fieldsOfList(valueAt(provider, ['oauth_schema', 'credentials_schema']))
  return storedCredentials(
    formFields(provider),
    tokens.filter(({ name }) => name !== 'refresh_token'),
  )
}
