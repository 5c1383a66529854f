import type { Assignment } from './assignments'
import { dictionaryEntries, literalValue } from './literal-values'
import { scopesOfText, type OAuthConstants, type Parameter } from './oauth-constants'

const ownParameters = new Set([
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
])

/** Texts in the dictionary that becomes the query of the authorization URL: `{"client_id": …, "access_type": "offline"}`. */
export function oauthQuery(source: string, inAuthorization: readonly Assignment[]): OAuthConstants {
  const queries = inAuthorization
    .map(({ value }) => dictionaryEntries(source, value) ?? [])
    .filter((entries) => ['client_id', 'redirect_uri'].every((name) => entries.some(([key]) => key === name)))
  const [entries, ...more] = queries
  if (!entries || more.length > 0) return {}
  const texts = entries.flatMap(([name, node]): Parameter[] => {
    const value = literalValue(source, node)
    return typeof value === 'string' && !ownParameters.has(name) ? [{ name, value }] : []
  })
  const valueOf = (name: string) => texts.find((each) => each.name === name)?.value
  const others = texts.filter(({ name }) => !['scope', 'prompt', 'audience'].includes(name))
  const [scope, prompt, audience] = ['scope', 'prompt', 'audience'].map(valueOf)
  return {
    ...(scope === undefined ? {} : scopesOfText(scope)),
    ...(prompt === undefined ? {} : { prompt }),
    ...(audience === undefined ? {} : { audience }),
    ...(others.length === 0 ? {} : { authorizationParameters: others }),
  }
}
