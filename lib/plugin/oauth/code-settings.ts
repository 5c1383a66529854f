import type { OAuthConstants, Parameter } from '../python/oauth-constants'

/** What the code of a sign-in is written from: the settings of the playground have the same names. */
export type CodeSettings = Omit<OAuthConstants, 'clientAuthentication'> & {
  clientAuthentication?: 'post' | 'basic' | 'basic-raw' | 'none'
  grant?: string
  issuer?: string
  introspectionUrl?: string
  clientId?: string
  sendsIssuer?: boolean
}

/** Why no code can be written from settings; undefined where it can. */
export function codeRefusal({ grant, clientAuthentication, authorizationUrl, tokenUrl }: CodeSettings) {
  if (grant === 'client_credentials')
    return "Dify's OAuth is for people who sign in. For client credentials, declare id and secret as credentials and fetch the token in the tool."
  if (clientAuthentication === 'none')
    return 'The code signs state and PKCE with the client secret, since a provider can store nothing in between: a public client has none. Register a confidential client.'
  if (!isAddress(authorizationUrl)) return 'Fill in the authorization URL.'
  if (!isAddress(tokenUrl)) return 'Fill in the token URL.'
  return undefined
}

function isAddress(text = ''): boolean {
  return /^(?:https?:\/\/|\{\w+_url\})\S+$/.test(text)
}

/** The names of the `{variables}` of these addresses, each once. */
export function variablesOf(...urls: readonly (string | undefined)[]): string[] {
  return [...new Set(urls.flatMap((url) => [...(url ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))]
}

/** What the flow itself sends: the code leaves it out of the further parameters, as the playground does. */
const own = new Set(['response_type', 'client_id', 'redirect_uri', 'state', 'code_challenge', 'code_challenge_method'])

/** The settings as constants: each name once, `prompt` and `audience` in their own places, nothing that the code has no use for. */
export function constantsOf(settings: CodeSettings): OAuthConstants {
  const { authorizationUrl = '', tokenUrl = '', clientAuthentication, prompt = '', audience = '' } = settings
  const profile = settings.whoAmIUrl || settings.userinfoUrl || ''
  const further = once((settings.authorizationParameters ?? []).filter(({ name }) => !own.has(name)))
  const valueOf = (name: string) => further.find((each) => each.name === name)?.value
  return {
    authorizationUrl: authorizationAddress(authorizationUrl, sentBesides(settings)),
    tokenUrl,
    scopes: settings.scopes ?? [],
    scopeDelimiter: settings.scopeDelimiter ?? ' ',
    prompt: valueOf('prompt') ?? prompt,
    audience: valueOf('audience') ?? audience,
    authorizationParameters: further.filter(({ name }) => name !== 'prompt' && name !== 'audience'),
    tokenParameters: once(settings.tokenParameters),
    refreshParameters: once(settings.refreshParameters),
    tokenHeaders: once(settings.tokenHeaders),
    refreshSendsScope: settings.refreshSendsScope ?? false,
    tokenPath: settings.tokenPath ?? '',
    ...(profile === '' ? {} : { whoAmIUrl: profile }),
    whoAmIScheme: (settings.whoAmIUrl && settings.whoAmIScheme) || 'Bearer',
    variables: Object.fromEntries(
      variablesOf(authorizationUrl, tokenUrl, profile).map((name) => [name, settings.variables?.[name] ?? '']),
    ),
    clientAuthentication:
      clientAuthentication === undefined || clientAuthentication === 'none' ? 'post' : clientAuthentication,
    tokenBody: settings.tokenBody ?? 'form',
    pkce: settings.pkce ?? 'S256',
    defaultExpiresIn: settings.defaultExpiresIn ?? -1,
  }
}

/** What the code puts behind the address, or the flow of the playground in the place of what stands in it. */
function sentBesides({ scopes = [], prompt, audience, authorizationParameters = [] }: CodeSettings): Set<string> {
  return new Set([
    ...own,
    ...(scopes.length > 0 ? ['scope'] : []),
    ...(prompt ? ['prompt'] : []),
    ...(audience ? ['audience'] : []),
    ...authorizationParameters.map(({ name }) => name),
  ])
}

/** An address, which may hold `{variables}`, and the pairs of its query; a fragment is sent by nobody. */
function addressParts(address: string): { plain: string; pairs: string[] } {
  const [whole = ''] = address.split('#')
  const [plain = '', ...query] = whole.split('?')
  return { plain, pairs: query.join('?').split('&').filter(Boolean) }
}

function nameOfPair(pair: string): string {
  return [...new URLSearchParams(pair).keys()][0] ?? ''
}

/** The address without what is sent besides: a server refuses a parameter that comes twice (RFC 6749 §3.1). */
function authorizationAddress(address: string, sent: ReadonlySet<string>): string {
  const { plain, pairs } = addressParts(address)
  const kept = pairs.filter((pair) => !sent.has(nameOfPair(pair)))
  return kept.length === 0 ? plain : `${plain}?${kept.join('&')}`
}

/** Parameters with a name, each name once: the last value counts. */
function once(parameters: readonly Parameter[] = []): Parameter[] {
  const named = parameters.filter(({ name }) => name !== '').map(({ name, value }) => [name, value] as const)
  return [...new Map(named)].map(([name, value]) => ({ name, value }))
}

/** What of the settings the code does not hold, in sentences; `named` code asks whose token it is. */
export function notHeld(settings: CodeSettings, named = false): string[] {
  const constants = constantsOf(settings)
  const unused = [
    ['the issuer', settings.issuer],
    ['the revocation URL', settings.revocationUrl],
    ['the introspection URL', settings.introspectionUrl],
    ['the userinfo URL', named && !settings.whoAmIUrl ? '' : settings.userinfoUrl],
    ['the address that says whose token it is', named ? '' : settings.whoAmIUrl],
  ].flatMap(([words, value]) => (value ? [words ?? ''] : []))
  const lists = ['authorizationParameters', 'tokenParameters', 'refreshParameters', 'tokenHeaders'] as const
  const kept = (name: string) =>
    (name === 'prompt' && constants.prompt !== '') || (name === 'audience' && constants.audience !== '')
  const dropped = lists.flatMap((key) =>
    (settings[key] ?? []).filter(
      ({ name, value }) => !kept(name) && !constants[key]?.some((each) => each.name === name && each.value === value),
    ),
  )
  const sent = sentBesides(settings)
  const inAddress = addressParts(settings.authorizationUrl ?? '').pairs.map(nameOfPair)
  const repeated = [...new Set(inAddress)].filter((name) => sent.has(name)).map(inCode)
  return [
    ...(repeated.length > 0 ? [`Left out of the address, since the code sends it besides: ${listed(repeated)}.`] : []),
    ...(unused.length > 0 ? [`Dify has no use for ${listed(unused)}: no code is written for it.`] : []),
    ...(settings.clientId ? ['The client ID is left out: an admin of Dify enters it with the secret.'] : []),
    ...dropped.map(({ name }) =>
      name === ''
        ? 'A parameter without a name is left out.'
        : own.has(name)
          ? `${inCode(name)} is left out of the further parameters: the flow itself sends it.`
          : `Of the two values of ${inCode(name)} the last one is written.`,
    ),
  ]
}

/** A name as sentences have it, between backticks; one in the name would end them, and is replaced by the mark that looks like it. */
export function inCode(name: string): string {
  return `\`${name.replaceAll('`', 'ˋ')}\``
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
}
