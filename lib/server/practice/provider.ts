import 'server-only'
import type { default as Provider, Configuration } from 'oidc-provider'
import { practiceAnswer, practiceClients, practicePath } from '@/lib/oauth/practice'
import { environment } from '../environment'
import { callbackPath } from '../oauth/start-flow'
import { PracticeRecords } from './records'
import { practiceSecret, signingKey } from './practice-keys'

const minute = 60

declare global {
  var plugwrightPractice: Promise<Provider> | undefined
}

/** The practice provider of this process: a real authorization server (OAuth 2, OpenID Connect) that knows one person. */
export function practiceProvider(): Promise<Provider> {
  globalThis.plugwrightPractice ??= makeProvider().catch((error: unknown) => {
    globalThis.plugwrightPractice = undefined
    throw error
  })
  return globalThis.plugwrightPractice
}

async function makeProvider(): Promise<Provider> {
  const { origin } = environment()
  const Constructor = await loadLibrary()
  const provider = new Constructor(origin + practicePath, configuration(await signingKey()))
  provider.proxy = true
  // Any other address would make an open redirector of it (RFC 9700 section 4.11).
  provider.Client.prototype.redirectUriAllowed = isOwnCallback
  return provider
}

/** Loaded when it is first needed, without its warning of Node 20: it was tested there. */
async function loadLibrary(): Promise<typeof Provider> {
  const { warn } = console
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('Unsupported runtime')) warn(...words)
  }
  try {
    return (await import('oidc-provider')).default
  } finally {
    console.warn = warn
  }
}

/** Whether this is one of our two callback paths, on our origin or another name of this machine. */
export function isOwnCallback(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const own = new URL(environment().origin)
  const url = new URL(uri)
  const isHere = url.host === own.host || (isLoopback(own) && isLoopback(url) && url.port === own.port)
  const plain = url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return isHere && plain && url.protocol === own.protocol && callbackPath.test(url.pathname)
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

/** A client may ask about its own tokens, and take those back. */
function isOwnToken(_: unknown, client: { clientId: string }, token: { clientId?: string }): boolean {
  return token.clientId === client.clientId
}

function configuration(key: object): Configuration {
  const client = {
    redirect_uris: [`${environment().origin}/oauth/callback`],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
  }
  const secret = practiceSecret('client')
  return {
    adapter: PracticeRecords,
    clients: [
      {
        ...client,
        client_id: practiceClients.basic,
        client_secret: secret,
        token_endpoint_auth_method: 'client_secret_basic',
      },
      {
        ...client,
        client_id: practiceClients.post,
        client_secret: secret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      {
        ...client,
        client_id: practiceClients.none,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    jwks: { keys: [{ ...key, kid: 'practice', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [practiceSecret('cookies')] },
    scopes: ['openid', 'offline_access', 'profile', 'email', 'notes.read', 'notes.write'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: 'Pat Practice', email: 'pat@practice.example' }),
    }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: isOwnToken },
      revocation: { enabled: true, allowedPolicy: isOwnToken },
      userinfo: { enabled: true },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { url: (_, { uid }) => `${practicePath}/consent/${uid}` },
    pkce: { required: () => false },
    extraParams: [practiceAnswer.name],
    issueRefreshToken: (_, client, code) =>
      Promise.resolve(client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access')),
    rotateRefreshToken: () => true,
    ttl: {
      AuthorizationCode: minute,
      AccessToken: 60 * minute,
      ClientCredentials: 10 * minute,
      IdToken: 60 * minute,
      RefreshToken: 24 * 60 * minute,
      Interaction: 10 * minute,
      Session: 60 * minute,
      Grant: 24 * 60 * minute,
    },
    renderError: (context, out) => {
      context.type = 'text/plain'
      context.body = `The practice provider refuses this: ${out.error}. ${out.error_description ?? ''}`
    },
  }
}
