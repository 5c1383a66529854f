import { addressProblem } from './address'
import { authorizationParameters, type ParameterHelp } from './authorization-parameters'
import { isSecretName } from './redact/secret-names'
import type { Remark } from './remark'
import type { OAuthSettings, Parameter } from './settings'

/** What is made anew for each authorization. */
export interface AuthorizationInput {
  redirectUri: string
  state: string
  /** Of the verifier, as `settings.pkce` says; none where it is off. */
  challenge?: string
  nonce?: string
}

export interface AuthorizationParameter extends Parameter, Partial<ParameterHelp> {
  /** Who wants it: the standard, this client's settings, or the address as it was given. */
  from: 'standard' | 'settings' | 'address'
}

export interface AuthorizationRequest {
  url: string
  parameters: readonly AuthorizationParameter[]
  remarks: readonly Remark[]
}

/** What the flow itself decides; settings cannot replace it without breaking the callback. */
const own = new Set(['response_type', 'client_id', 'redirect_uri', 'state', 'code_challenge', 'code_challenge_method'])

/**
 * The authorization URL, taken apart (RFC 6749 section 4.1.1). Parameters that stand in the address are kept; of two with one name
 * the flow's own stays, then that of the settings. Undefined where the address is none that a browser may be sent to.
 */
export function authorizationRequest(
  settings: OAuthSettings,
  input: AuthorizationInput,
): AuthorizationRequest | undefined {
  if (addressProblem('authorization URL', settings.authorizationUrl) !== undefined) return undefined
  const url = new URL(settings.authorizationUrl)
  const remarks: Remark[] = [
    ...encryptionRemarks(url),
    ...repeatedRemarks([...url.searchParams.keys()]),
    ...repeatedRemarks(settings.authorizationParameters.map(({ name }) => name)),
  ]
  const parameters = new Map<string, AuthorizationParameter>()
  const add = (name: string, value: string, from: AuthorizationParameter['from']) =>
    parameters.set(name, { name, value, from, ...authorizationParameters[name] })

  for (const [name, value] of url.searchParams) add(name, value, 'address')
  for (const [name, value] of standardParameters(settings, input)) add(name, value, 'standard')
  for (const { name, value } of settings.authorizationParameters) {
    if (name === '') continue
    if (own.has(name))
      remarks.push({
        verdict: 'note',
        text: `The parameter ${name} is left out of the further ones: the flow itself sends it.`,
        remedy: 'Remove it from the further parameters.',
      })
    else add(name, value, 'settings')
    if (name === 'nonce') remarks.push(fixedNonce)
  }
  for (const { name, from } of parameters.values())
    if (from !== 'standard' && isSecretName(name)) remarks.push(inTheOpen(name))
  const mode = parameters.get('response_mode')?.value
  if (mode !== undefined && mode !== 'query')
    remarks.push({
      verdict: 'fail',
      text: `With response_mode=${mode} the answer cannot reach Dify: it reads the query of a GET only.`,
      remedy: 'Set response_mode to query, or remove it.',
    })
  if (url.hash !== '') {
    remarks.push({
      verdict: 'fail',
      text: 'The authorization URL has a fragment (#…), which browsers keep to themselves.',
      standard: 'RFC 6749 §3.1',
      remedy: 'Remove what follows #.',
    })
    url.hash = ''
  }
  url.search = new URLSearchParams([...parameters.values()].map(({ name, value }) => [name, value])).toString()
  return { url: url.href, parameters: [...parameters.values()], remarks }
}

function encryptionRemarks({ protocol, hostname }: URL): Remark[] {
  if (protocol === 'https:' || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return []
  return [
    {
      verdict: 'fail',
      text: 'The authorization URL is not encrypted: whoever listens can take the password and the code.',
      standard: 'RFC 6749 §3.1',
      remedy: 'Begin it with https://.',
    },
  ]
}

/** Several can be sent by nobody: the Python that is written has one value for each name too. */
function repeatedRemarks(names: readonly string[]): Remark[] {
  const twice = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))
  return [...twice].map((name) => ({
    verdict: 'fail',
    text: `The parameter ${name} stands twice; only the last one is sent.`,
    standard: 'RFC 6749 §3.1',
    remedy: 'Remove one of the two: a server refuses a request that has a parameter more than once.',
  }))
}

/** The one request that a browser sends. */
function inTheOpen(name: string): Remark {
  return {
    verdict: 'fail',
    text: `${name} is called after a secret, and stands in the authorization URL: the browser, its history and every log on the way keep it.`,
    standard: 'RFC 6749 §2.3.1',
    remedy: 'Send it with the code exchange, which goes from server to server, or as a header of it.',
  }
}

const fixedNonce: Remark = {
  verdict: 'note',
  text: 'The nonce is always the same, so that an old ID token could be passed off as new.',
  standard: 'OIDC Core §15.5.2',
  remedy: 'Remove it from the further parameters: with the scope openid the flow makes one each time.',
}

function standardParameters(settings: OAuthSettings, input: AuthorizationInput): [string, string][] {
  const optional: [string, string | undefined][] = [
    ['scope', settings.scopes.join(settings.scopeDelimiter)],
    ['state', input.state],
    ['nonce', input.nonce],
    ['prompt', settings.prompt],
    ['audience', settings.audience],
    ['code_challenge', input.challenge],
    ['code_challenge_method', input.challenge === undefined || settings.pkce === 'off' ? undefined : settings.pkce],
  ]
  return [
    ['response_type', 'code'],
    ['client_id', settings.clientId],
    ['redirect_uri', input.redirectUri],
    ...optional.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  ]
}
