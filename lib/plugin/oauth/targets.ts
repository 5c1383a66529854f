import { valueOf } from '../edit/place'
import { manifestPath, type Files } from '../files'
import { kinds } from '../kinds/registry'
import { documentTypeOf } from '../references'
import { textAt, valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import { oauthProviders } from './providers'

/** A provider of the plugin to which people can sign in at a service: the words of Dify's callback path (oauth.md section 4). */
export interface OAuthTarget {
  author: string
  plugin: string
  /** `identity.name` of the provider's YAML; empty where it has none. */
  provider: string
  kind: 'tool' | 'datasource' | 'trigger'
  /** The YAML of the provider. */
  file: string
  /** Its `oauth_schema.credentials_schema`; absent where it declares no sign-in. */
  schema?: readonly { name: string; type: string }[]
}

/** The providers of a plugin for which Dify has OAuth, declared or not, in the order of the manifest. */
export function oauthTargets(files: Files): OAuthTarget[] {
  const manifest = valueOf(files, manifestPath)
  return oauthProviders(files).flatMap(({ path, name, place, declared, value }): OAuthTarget[] => {
    const kind = kinds.find(({ root }) => root.id === documentTypeOf(files, path)?.id)?.callbackWord
    if (kind === undefined) return []
    return [
      {
        author: textAt(manifest, ['author']) ?? '',
        plugin: textAt(manifest, ['name']) ?? '',
        provider: name,
        kind,
        file: path,
        ...(declared && { schema: keysOf(valueAt(value, [...place.at, 'credentials_schema'])) }),
      },
    ]
  })
}

/** Keys of a schema, which is a list of entries with names, or a map of them. */
function keysOf(schema: unknown): { name: string; type: string }[] {
  const entries = Array.isArray(schema)
    ? schema.map((entry: unknown) => [textAt(entry, ['name']), entry] as const)
    : Object.entries(isRecord(schema) ? schema : {})
  return entries.flatMap(([name, entry]) => (name === undefined ? [] : [{ name, type: textAt(entry, ['type']) ?? '' }]))
}
