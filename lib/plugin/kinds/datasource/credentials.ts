import { fieldsIn, fieldsOfList, storedCredentials, type Field } from '../../python/fields'
import { valueAt } from '../../schema/file-reference'

/** What people fill in to connect; the map form, which the daemon takes too, is read as well. */
export function formFields(provider: unknown): Field[] {
  return fieldsIn(valueAt(provider, ['credentials_schema']))
}

/** Credentials that a data source may find: those of the form and the tokens of a sign-in. */
export function credentialsOf(provider: unknown): Field[] {
  return storedCredentials(
    formFields(provider),
    fieldsOfList(valueAt(provider, ['oauth_schema', 'credentials_schema'])),
  )
}
