import { difyRules, type OAuthKind } from './dify-rules'
import type { DeclaredKey } from './stored-credentials'

/** The `credentials_schema` of a plugin that keeps its tokens and no more; a trigger cannot declare the one it refreshes with (dify#37629). */
export function usualSchema(kind: OAuthKind): DeclaredKey[] {
  const names = difyRules[kind].corruptsDeclaredSecrets ? ['access_token'] : ['access_token', 'refresh_token']
  return names.map((name) => ({ name, type: 'secret-input' }))
}
