import { outcomeOf } from '../answer/http-refusal'
import type { HttpAnswer } from '../http'
import { textsOf } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'
import { judgeIssuer } from './issuer'
import { chosenMethods } from './methods'

export interface MetadataReading {
  /** What the metadata give for the settings; none where they may not be used. */
  settings?: Partial<OAuthSettings>
  /** Scopes that the server names, to choose from. */
  scopes: readonly string[]
  remarks: readonly Remark[]
}

const endpoints = {
  authorizationUrl: 'authorization_endpoint',
  tokenUrl: 'token_endpoint',
  revocationUrl: 'revocation_endpoint',
  introspectionUrl: 'introspection_endpoint',
  userinfoUrl: 'userinfo_endpoint',
} as const

/** Reads the metadata of a server (RFC 8414 §2, OpenID Connect Discovery) into settings. `now` in unix seconds. */
export function readMetadata(
  issuer: string,
  answer: HttpAnswer,
  settings: OAuthSettings,
  now: number,
): MetadataReading {
  const outcome = outcomeOf(answer, now, { answer: 'RFC 8414 §3.2', refusal: 'RFC 8414 §3.2' })
  if (!outcome.ok) return { scopes: [], remarks: [noMetadata(answer.status, outcome.remarks)] }
  const { value } = outcome
  const named = judgeIssuer(issuer, value.issuer)
  const remarks = [...outcome.remarks, named.remark]
  if (!named.ok) return { scopes: [], remarks }
  const found: Partial<OAuthSettings> = { issuer }
  for (const [key, name] of Object.entries(endpoints)) {
    const endpoint = value[name]
    if (endpoint === undefined) continue
    const refusal = endpointRefusal(endpoint, issuer)
    if (refusal === undefined) Object.assign(found, { [key]: endpoint })
    else remarks.push({ verdict: 'fail', text: `${name} ${refusal}, and is not used.`, standard: 'RFC 8414 §2' })
  }
  for (const [key, name] of requiredEndpoints)
    if (found[key] === undefined)
      remarks.push({
        verdict: 'fail',
        text: `The metadata have no usable ${name}.`,
        standard: 'RFC 8414 §2',
        remedy: 'Enter it by hand.',
      })
  const methods = chosenMethods(value, settings)
  const scopes = textsOf(value.scopes_supported)
  return {
    settings: { ...found, ...methods.settings },
    scopes,
    remarks: [...remarks, ...methods.remarks, ...scopeRemarks(scopes, settings)],
  }
}

const requiredEndpoints = [
  ['authorizationUrl', 'authorization_endpoint'],
  ['tokenUrl', 'token_endpoint'],
] as const

/** Plain http is read only from a server that itself was asked by http. */
function endpointRefusal(value: unknown, issuer: string): string | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'is no whole address'
  const { protocol, hash, username, password } = new URL(value)
  if (protocol !== 'https:' && !(protocol === 'http:' && issuer.startsWith('http:'))) return 'is no https address'
  return hash !== '' || username !== '' || password !== '' ? 'has a user, a password or a fragment' : undefined
}

function scopeRemarks(supported: readonly string[], { scopes }: OAuthSettings): Remark[] {
  const unknown = supported.length === 0 ? [] : scopes.filter((scope) => !supported.includes(scope))
  return unknown.length === 0
    ? []
    : [
        {
          verdict: 'note',
          text: `Not among the scopes that the server names: ${unknown.join(', ')}. It may know more than it names.`,
          standard: 'RFC 8414 §2',
        },
      ]
}

/** `said`: what is wrong with an answer that claims to be one. */
function noMetadata(status: number, said: readonly Remark[]): Remark {
  const wrong = said.find(({ verdict }) => verdict === 'fail')
  return {
    verdict: 'fail',
    text: status < 400 && wrong ? wrong.text : `There are no metadata here (HTTP ${status}).`,
    standard: 'RFC 8414 §3.2',
    remedy: 'Many services have none: enter the addresses by hand, or take a preset.',
  }
}
