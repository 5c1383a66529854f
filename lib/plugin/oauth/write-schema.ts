import { editText, type Edited } from '../edit/edited'
import { setWithParents } from '../edit/set-with-parents'
import type { Files } from '../files'
import { clientFields, tokenFields } from '../project/oauth-fields'
import { fieldsIn } from '../python/fields'
import { clientNames } from '../python/oauth-flow'
import type { OAuthConstants } from '../python/oauth-constants'
import { valueAt } from '../schema/file-reference'
import { appendIn } from '../yaml/edit'
import { isRecord } from '../yaml/nodes'
import { parseYaml, type YamlPath } from '../yaml/parse'
import type { OAuthProvider } from './providers'

/**
 * What the written code needs in the `oauth_schema` of a provider: client and tokens, each where none is there yet, and a field for
 * each variable of the addresses. What stands there stays.
 */
export function writeOAuthSchema(files: Files, provider: OAuthProvider, settings: OAuthConstants): Edited {
  const { path, place, value } = provider
  const schema = valueAt(value, [...place.at])
  const [client, tokens] = [valueAt(schema, ['client_schema']), valueAt(schema, ['credentials_schema'])]
  const lists = [
    { at: 'client_schema', there: client, lacking: lackingOfClient(client, settings) },
    { at: 'credentials_schema', there: tokens, lacking: lackingTokens(tokens, place.classes.undeclared?.name) },
  ]
  return lists.reduce<Edited>(
    (edited, { at, there, lacking }) =>
      edited.ok && (lacking.length > 0 || !isRecord(schema) || there === undefined)
        ? editText(edited.files, path, (text) => add(text, [...place.at, at], there, lacking))
        : edited,
    { ok: true, files, file: path },
  )
}

function add(text: string, path: YamlPath, there: unknown, lacking: readonly object[]) {
  return Array.isArray(there) && there.length > 0
    ? appendIn(text, path, lacking)
    : setWithParents(text, parseYaml(text).value, path, lacking)
}

function lackingOfClient(there: unknown, settings: OAuthConstants): object[] {
  const fields = fieldsIn(there)
  const names = fields.map(({ name }) => name)
  const { id, secret } = clientNames(fields)
  return [
    ...(names.includes(id) ? [] : [clientFields.id]),
    ...(names.includes(secret) ? [] : [clientFields.secret]),
    ...Object.keys(settings.variables ?? {})
      .filter((name) => !names.includes(name))
      .map(clientFields.variable),
  ]
}

function lackingTokens(there: unknown, undeclared: string | undefined): object[] {
  const names = fieldsIn(there).map(({ name }) => name)
  const { access, refresh } = tokenFields
  return [
    ...(names.length === 0 ? [access] : []),
    ...(names.includes(refresh.name) || refresh.name === undeclared ? [] : [refresh]),
  ]
}
