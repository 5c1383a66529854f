import type { Edited } from '../edit/edited'
import { appendValues } from '../edit/values'
import type { Files } from '../files'
import { labelOf } from '../project/names'
import { oauthProviderAt } from './providers'

/** Declares a key of a token in a provider's `credentials_schema`, as a secret where its name says that it is one (OA-04). */
export function declareToken(files: Files, path: string, name: string): Edited {
  const provider = oauthProviderAt(files, path)
  if (!provider) return { ok: false, reason: `${path} is no provider with a sign-in.` }
  const type = /(?:token|tokens|secret|password|key)$/i.test(name) ? 'secret-input' : 'text-input'
  const field = { name, type, label: { en_US: labelOf(name) } }
  return appendValues(files, path, [...provider.place.at, 'credentials_schema'], [field])
}
