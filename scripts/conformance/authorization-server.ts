import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { client } from './token-endpoint'

/** How a client of the server shows who it is. */
export type Login = 'client_secret_basic' | 'client_secret_post'

/** Whom the userinfo endpoint (`/me`) knows. */
export const person = { name: 'Pat Doe', picture: 'https://pat.example/portrait.png' }

/** A real authorization server on a free port of this machine, whose one person agrees at once. It ends with the process. */
export interface AuthorizationServer {
  issuer: string
  /** Where the browser of a person ends up who opens this address: the redirect URI with all that it was given. */
  signIn: (url: string, answer?: 'allow' | 'deny') => Promise<URL>
}

/** oidc-provider with a client for each login, named after it; both share the secret of the tests. PKCE is a must. */
export async function startAuthorizationServer(redirectUri: string): Promise<AuthorizationServer> {
  const server = createServer()
  server.unref()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const issuer = `http://127.0.0.1:${address.port}`
  const provider = await quietly(
    async () =>
      new (await import('oidc-provider')).default(issuer, {
        clients: (['client_secret_basic', 'client_secret_post'] as const).map((login: Login) => ({
          client_id: login,
          client_secret: client.client_secret,
          token_endpoint_auth_method: login,
          redirect_uris: [redirectUri],
          grant_types: ['authorization_code', 'refresh_token'],
        })),
        cookies: { keys: ['a key of the tests'] },
        features: { devInteractions: { enabled: false } },
        findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...person }) }),
        claims: { openid: ['sub', 'name', 'picture'] },
        interactions: { url: (_, { uid }) => `/consent/${uid}` },
        pkce: { required: () => true },
        rotateRefreshToken: () => true,
        ttl: {
          AccessToken: 3600,
          AuthorizationCode: 60,
          IdToken: 60,
          RefreshToken: 3600,
          Interaction: 60,
          Session: 60,
          Grant: 3600,
        },
      }),
  )
  const answer = provider.callback()
  let agrees = true
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/consent/')) void consent(provider, request, response, agrees)
    else void answer(request, response)
  })
  return {
    issuer,
    signIn(url, chosen = 'allow') {
      agrees = chosen === 'allow'
      return follow(url, issuer)
    },
  }
}

/** Without its warnings: of keys and records that last for this run alone, and of a Node that it was not tested with. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console
  console.warn = console.info = () => undefined
  try {
    return await work()
  } finally {
    console.warn = warn
    console.info = info
  }
}

async function consent(provider: Provider, request: IncomingMessage, response: ServerResponse, agrees: boolean) {
  if (!agrees) {
    const refusal = { error: 'access_denied', error_description: 'The person did not agree.' }
    return provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false })
  }
  const { params } = await provider.interactionDetails(request, response)
  const grant = new provider.Grant({ accountId: 'pat', clientId: String(params.client_id) })
  grant.addOIDCScope(String(params.scope))
  const grantId = await grant.save()
  await provider.interactionFinished(request, response, { login: { accountId: 'pat' }, consent: { grantId } })
}

async function follow(first: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>()
  let url = first
  while (url.startsWith(issuer)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
    url = new URL(location, url).href
  }
  return new URL(url)
}
