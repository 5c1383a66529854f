import { textsOf } from '../json'
import type { Remark } from '../remark'
import type { OAuthSettings } from '../settings'

type Values = Readonly<Record<string, unknown>>

const standard = 'RFC 8414 §2'
const ways = [
  ['client_secret_basic', 'basic'],
  ['client_secret_post', 'post'],
  ['none', 'none'],
] as const

/** What of the ways that a server offers the settings take: their own where it is among them. */
export function chosenMethods(
  value: Values,
  settings: OAuthSettings,
): { settings: Partial<OAuthSettings>; remarks: readonly Remark[] } {
  const authentication = clientAuthentication(value, settings)
  const pkce = challengeMethod(value, settings)
  return {
    settings: {
      ...authentication.settings,
      ...pkce.settings,
      sendsIssuer: value.authorization_response_iss_parameter_supported === true,
    },
    remarks: [...authentication.remarks, ...pkce.remarks, ...issuerRemark(value), ...flowRemarks(value, settings)],
  }
}

interface Chosen {
  settings: Partial<OAuthSettings>
  remarks: readonly Remark[]
}

/** What the form calls them. */
const labels = {
  basic: 'Basic header',
  post: 'In the body',
  none: 'None, a public client',
} as const

function clientAuthentication(value: Values, { clientAuthentication: own }: OAuthSettings): Chosen {
  // What is left out means basic (RFC 8414 §2).
  const offered = Array.isArray(value.token_endpoint_auth_methods_supported)
    ? textsOf(value.token_endpoint_auth_methods_supported)
    : ['client_secret_basic']
  const usable = ways.filter(([name]) => offered.includes(name)).map(([, way]) => way)
  const same = own === 'basic-raw' ? 'basic' : own
  if (usable.includes(same)) return { settings: { clientAuthentication: own }, remarks: [] }
  const [first] = usable
  if (first === undefined)
    return {
      settings: {},
      remarks: [
        {
          verdict: 'fail',
          text: `The server wants the client by ${offered.join(', ') || 'no way it names'}, which is not supported here.`,
          standard,
          remedy:
            'Register a client with a client secret: signed assertions and certificates cannot be tried, nor written for Dify.',
        },
      ],
    }
  return {
    settings: { clientAuthentication: first },
    remarks: [
      {
        verdict: 'note',
        text: `The server offers ${offered.join(', ')}: "Client sign-in" is now "${labels[first]}".`,
        standard,
      },
    ],
  }
}

function challengeMethod(value: Values, { pkce: own }: OAuthSettings): Chosen {
  const offered = value.code_challenge_methods_supported
  if (!Array.isArray(offered))
    return {
      settings: {},
      remarks: [
        {
          verdict: 'note',
          text: 'The server does not say whether it knows PKCE.',
          standard,
          remedy: 'Leave it on: most that do not know it pass it over. Switch it off if the sign-in fails.',
        },
      ],
    }
  const known = textsOf(offered)
  if (known.includes('S256')) return { settings: { pkce: 'S256' }, remarks: [] }
  return known.includes('plain')
    ? {
        settings: { pkce: 'plain' },
        remarks: [
          {
            verdict: 'bent',
            text: 'The server knows PKCE only as "plain", which protects little.',
            standard: 'RFC 9700 §2.1.1',
          },
        ],
      }
    : {
        settings: own === 'off' ? {} : { pkce: 'off' },
        remarks: [
          { verdict: 'bent', text: 'The server knows no PKCE: it is switched off.', standard: 'RFC 9700 §2.1.1' },
        ],
      }
}

function issuerRemark(value: Values): Remark[] {
  return value.authorization_response_iss_parameter_supported === true
    ? []
    : [
        {
          verdict: 'note',
          text: 'The server does not promise to name itself in its answers (iss).',
          standard: 'RFC 9207 §3',
        },
      ]
}

function flowRemarks(value: Values, { grant }: OAuthSettings): Remark[] {
  const lacks = (name: string, wanted: string) => Array.isArray(value[name]) && !textsOf(value[name]).includes(wanted)
  const remarks: Remark[] = []
  if (grant === 'authorization_code' && lacks('response_types_supported', 'code'))
    remarks.push({
      verdict: 'fail',
      text: 'The server gives no codes (response_types_supported): Dify can take nothing else.',
      standard,
    })
  if (lacks('response_modes_supported', 'query'))
    remarks.push({
      verdict: 'fail',
      text: 'The server does not answer in the query: Dify reads nothing else.',
      standard,
    })
  if (lacks('grant_types_supported', grant))
    remarks.push({ verdict: 'fail', text: `The server does not name the grant ${grant}.`, standard })
  if (grant === 'authorization_code' && lacks('grant_types_supported', 'refresh_token'))
    remarks.push({
      verdict: 'note',
      text: 'The server does not name the refresh token grant: people may have to sign in again when the token ends.',
      standard,
    })
  return remarks
}
