import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { generateRandomCodeVerifier } from 'oauth4webapi'
import { challengeOf } from '@/lib/oauth/pkce'
import { practiceClients, practiceFailures } from '@/lib/oauth/practice'
import { database } from '../database'
import { describeOnDatabases, emptyDatabase } from '../test-database'
import { answerPractice } from './answer-practice'
import { practiceSecret } from './practice-keys'
import { isOwnCallback } from './provider'
import { signInAt } from './test-browser'

const origin = 'http://localhost:3000'
const redirectUri = `${origin}/oauth/callback`

const authorizationUrl = (more: Record<string, string>) =>
  `${origin}/practice/auth?${new URLSearchParams({
    response_type: 'code',
    client_id: practiceClients.post,
    redirect_uri: redirectUri,
    scope: 'openid offline_access notes.read',
    prompt: 'consent',
    state: 'the-state',
    ...more,
  })}`

/** Signs in, and gives the address that the browser comes back to. */
async function signIn(more: Record<string, string> = {}): Promise<URL> {
  return new URL(await signInAt(authorizationUrl(more)))
}

async function token(form: Record<string, string>, query = ''): Promise<Response> {
  return answerPractice(
    new Request(`${origin}/practice/token${query}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        // as every client over HTTP says it
        'content-length': String(new URLSearchParams(form).toString().length),
      },
      body: new URLSearchParams(form).toString(),
    }),
  )
}

const client = () => ({ client_id: practiceClients.post, client_secret: practiceSecret('client') })

async function exchange(query = '', verifier?: string): Promise<Response> {
  const back = await signIn(
    verifier ? { code_challenge: await challengeOf(verifier, 'S256'), code_challenge_method: 'S256' } : {},
  )
  return token(
    {
      ...client(),
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: redirectUri,
      ...(verifier && { code_verifier: verifier }),
    },
    query,
  )
}

describe('redirect URIs of the practice provider', () => {
  it.each([
    redirectUri,
    'http://127.0.0.1:3000/oauth/callback',
    `${origin}/console/api/oauth/plugin/a/b/c/tool/callback`,
  ])('are ours: %s', (uri) => expect(isOwnCallback(uri)).toBe(true))
  it.each([
    'https://evil.example/oauth/callback',
    'http://localhost:3001/oauth/callback',
    `${origin}/oauth/callback?next=https://evil.example`,
    `${origin}/oauth/callback/`,
    `${origin}/console/api/oauth/plugin/a/b/c/model/callback`,
    'http://a@localhost:3000/oauth/callback',
    'https://localhost:3000/oauth/callback',
    'myapp://localhost:3000/oauth/callback',
    'javascript://localhost:3000/oauth/callback',
    'oauth/callback',
  ])('are nobody else’s: %s', (uri) => expect(isOwnCallback(uri)).toBe(false))
})

describeOnDatabases('the practice provider', () => {
  beforeAll(emptyDatabase)
  beforeEach(() => {
    globalThis.plugwrightPractice = undefined
  })

  it('agrees in the place of the person where the address says so', async () => {
    const stops: string[] = []
    let url = authorizationUrl({ practice_answer: 'allow' })
    const jar = new Map<string, string>()
    while (new URL(url).pathname.startsWith('/practice')) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await answerPractice(new Request(url, { headers: { cookie, accept: 'text/html' } }))
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      stops.push(new URL(url).pathname.split('/')[2] ?? '')
      url = new URL(response.headers.get('location') ?? 'about:blank', url).href
    }
    expect(stops).toEqual(['auth', 'consent', 'auth'])
    expect(new URL(url).searchParams.get('code')).toBeTruthy()
  })

  it('says what it is (RFC 8414)', async () => {
    const response = await answerPractice(new Request(`${origin}/practice/.well-known/openid-configuration`))
    expect(await response.json()).toMatchObject({
      issuer: `${origin}/practice`,
      authorization_endpoint: `${origin}/practice/auth`,
      token_endpoint: `${origin}/practice/token`,
      authorization_response_iss_parameter_supported: true,
    })
  })

  it('asks the person, and comes back with a code, the state and its name', async () => {
    const back = await signIn()
    expect(back.origin + back.pathname).toBe(redirectUri)
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.any(String) as string,
      state: 'the-state',
      iss: `${origin}/practice`,
    })
  })

  it('exchanges the code with PKCE, refreshes and rotates', async () => {
    const first = (await (await exchange('', generateRandomCodeVerifier())).json()) as Record<string, string>
    expect(first).toMatchObject({ token_type: 'Bearer', expires_in: 3600, id_token: expect.any(String) as string })
    const refreshed = await token({
      ...client(),
      grant_type: 'refresh_token',
      refresh_token: first.refresh_token ?? '',
    })
    const second = (await refreshed.json()) as Record<string, string>
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.access_token).not.toBe(first.access_token)
  })

  it('keeps no code and no token that can be read in the database', async () => {
    const made = (await (await exchange()).json()) as Record<string, string>
    const rows = await (await database()).practiceRecord.findMany()
    const bytes = Buffer.concat(
      rows.flatMap((row) => [Buffer.from(JSON.stringify({ ...row, sealed: '' })), row.sealed]),
    )
    for (const secret of [made.access_token, made.refresh_token]) {
      expect(secret).toBeTruthy()
      expect(bytes.includes(secret ?? '')).toBe(false)
    }
  })

  it('shows another redirect URI the door', async () => {
    const url = authorizationUrl({ redirect_uri: 'https://evil.example/oauth/callback' })
    const response = await answerPractice(new Request(url))
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(await response.text()).toContain('redirect_uri')
  })

  it.each([
    ['denied', { error: 'access_denied' }],
    ['wrong-state', { state: 'a-state-that-nobody-sent' }],
    ['missing-iss', { iss: null }],
    ['mixed-up-iss', { iss: 'https://another-server.example' }],
  ])('fails at the authorization by %s', async (failure, wrong) => {
    const back = await signIn({ failure })
    for (const [name, value] of Object.entries(wrong)) expect(back.searchParams.get(name)).toBe(value)
    expect((await signIn()).searchParams.get('state')).toBe('the-state')
  })

  it.each([
    ['reused-code', 400, 'invalid_grant'],
    ['expired-code', 400, 'invalid_grant'],
    ['wrong-verifier', 400, 'invalid_grant'],
    ['invalid-client', 401, 'invalid_client'],
    ['html', 200, '<h1>'],
    ['too-many-requests', 429, 'slow_down'],
    ['server-error', 500, 'Internal Server Error'],
    ['redirect-loop', 302, ''],
  ])('fails at the token URL by %s', async (failure, status, words) => {
    const response = await exchange(`?failure=${failure}`, generateRandomCodeVerifier())
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(words)])
  })

  it('gives no refresh token, or takes one for used, where it is told to', async () => {
    const without = (await (await exchange('?failure=no-refresh-token')).json()) as Record<string, string>
    expect(Object.keys(without)).not.toContain('refresh_token')
    const first = (await (await exchange()).json()) as Record<string, string>
    const form = { ...client(), grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' }
    const refused = await token(form, '?failure=reused-refresh-token')
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: 'invalid_grant' }])
  })
})

describeOnDatabases('two at once at the practice provider', () => {
  beforeAll(emptyDatabase)
  beforeEach(() => {
    globalThis.plugwrightPractice = undefined
  })

  it('get one token for one code, and one for one refresh token', async () => {
    const code = (await signIn()).searchParams.get('code') ?? ''
    const form = { ...client(), grant_type: 'authorization_code', code, redirect_uri: redirectUri }
    const codes = await Promise.all([token(form), token(form), token(form)])
    expect(codes.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    for (const refused of codes.filter(({ status }) => status === 400))
      expect(await refused.json()).toMatchObject({ error: 'invalid_grant' })

    const first = (await (await exchange()).json()) as Record<string, string>
    const again = { ...client(), grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' }
    const refreshed = await Promise.all([token(again), token(again)])
    expect(refreshed.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  it.each(['Basic !', 'Basic', 'Basic %%%', 'basic =', 'Basic \u00ff', 'Basic w6TDtjrDvA==', 'Bearer x'])(
    'refuse a header that is none, whatever is to go wrong: %j',
    async (authorization) => {
      for (const { id } of practiceFailures.filter((failure) => failure.at === 'token' && failure.id !== 'slow')) {
        const response = await answerPractice(
          new Request(`${origin}/practice/token?failure=${id}`, {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
            body: 'grant_type=client_credentials',
          }),
        )
        expect([id, response.status < 500 || id === 'server-error']).toEqual([id, true])
      }
    },
  )
})

it('has a title for each failure', () => {
  expect(new Set(practiceFailures.map(({ title }) => title)).size).toBe(practiceFailures.length)
})
