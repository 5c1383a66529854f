import type { OAuthPlace } from '../document'
import { textOf, type Files } from '../files'
import { pythonOf } from '../follow-python'
import { documentsOf, documentTypeOf, readDocument } from '../references'
import { textAt, valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'

/** A provider whose people can sign in at a service. */
export interface OAuthProvider {
  path: string
  /** `identity.name` */
  name: string
  /** Its Python, where the YAML names one that is there. */
  python: string | undefined
  place: OAuthPlace
  /** Whether it has an `oauth_schema`. */
  declared: boolean
  value: unknown
}

/** The providers of a plugin that have a sign-in or could have one, in the order of its lists. */
export function oauthProviders(files: Files): OAuthProvider[] {
  return [...documentsOf(files).keys()].flatMap((path) => oauthProviderAt(files, path) ?? [])
}

/** The provider at a path; undefined where none can sign people in. */
export function oauthProviderAt(files: Files, path: string): OAuthProvider | undefined {
  const type = documentTypeOf(files, path)
  const text = textOf(files, path)
  if (!type?.oauth || text === undefined) return undefined
  const { value } = readDocument(text, type)
  const python = pythonOf(files, path)
  return {
    path,
    name: textAt(value, ['identity', 'name']) ?? '',
    python: python !== undefined && textOf(files, python) !== undefined ? python : undefined,
    place: type.oauth,
    declared: isRecord(valueAt(value, [...type.oauth.at])),
    value,
  }
}
