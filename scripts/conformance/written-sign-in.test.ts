import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPlugin } from '@/lib/plugin/create'
import { bytesOf } from '@/lib/plugin/files'
import { writeOAuthCode } from '@/lib/plugin/oauth/write-code'
import { author, createdAt, rawRequest } from './calls'
import { person, startAuthorizationServer, type AuthorizationServer, type Login } from './authorization-server'
import { client } from './token-endpoint'

const root = fileURLToPath(new URL('../..', import.meta.url))
const venv = join(root, '.cache/venv-dify_plugin-0.10.2')
const python = process.env.PLUGWRIGHT_PYTHON ?? (existsSync(join(venv, 'ready')) ? join(venv, 'bin/python') : undefined)
if (!python) console.info('SKIPPED written sign-ins with the Python SDK: no environment with dify_plugin')

const redirect = 'https://dify.example/callback'
const kinds: readonly { kind: string; error: string; login: Login; how: 'basic' | 'post' }[] = [
  { kind: 'tool', error: 'ToolProviderOAuthError', login: 'client_secret_basic', how: 'basic' },
  { kind: 'datasource', error: 'DatasourceOAuthError', login: 'client_secret_post', how: 'post' },
  { kind: 'trigger', error: 'TriggerProviderOAuthError', login: 'client_secret_basic', how: 'basic' },
]

interface Message {
  type: string
  data: Record<string, unknown>
}

type Asked = Record<string, object>

let folder = ''
let server: AuthorizationServer

/** Every kind with the code that is written for this server, against it: what the person sees, and what Dify gets. */
describe.skipIf(!python && !process.env.CI)('a written sign-in at oidc-provider', () => {
  beforeAll(async () => {
    server = await startAuthorizationServer(redirect)
    folder = mkdtempSync(join(tmpdir(), 'plugwright-sign-in-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(kinds)(
    'of a $kind gets a token by $how, refreshes it, and says what went wrong',
    async (each) => {
      const { kind, error, login, how } = each
      const place = join(folder, kind)
      write(place, kind, how)
      const known = { client_id: login, client_secret: client.client_secret }
      const ask = (action: string, more: object = {}) => ({
        type: 'oauth',
        action,
        provider: 'nimbra',
        redirect_uri: redirect,
        system_credentials: known,
        ...more,
      })
      const wrong = { system_credentials: { ...known, client_secret: 'another secret' } }

      const urls = await answers(place, {
        first: ask('get_authorization_url'),
        second: ask('get_authorization_url'),
        wrong: ask('get_authorization_url', wrong),
      })
      const url = (name: string) => String(urls[name]?.data.authorization_url)
      expect(url('first')).not.toBe(url('second'))
      expect(new URL(url('first')).searchParams.get('scope')).toBe('openid offline_access')

      const back = await server.signIn(url('first'))
      const other = await server.signIn(url('second'))
      const ofWrong = await server.signIn(url('wrong'))
      const denied = await server.signIn(url('first'), 'deny')
      const short = await server.signIn(url('first').replace('+offline_access', ''))
      const mixed = new URL(other)
      mixed.searchParams.set('state', back.searchParams.get('state') ?? '')
      const stranger = new URL(other)
      stranger.searchParams.set('state', `x${other.searchParams.get('state') ?? ''}`)
      const come = (to: URL, more: object = {}) =>
        ask('get_credentials', { raw_http_request: rawRequest('GET', to.pathname + to.search, '', {}), ...more })
      const got = await answers(place, {
        denied: come(denied),
        'wrong state': come(stranger),
        'wrong verifier': come(mixed),
        'invalid client': come(ofWrong, wrong),
        right: come(back),
        short: come(short),
      })
      const refused = (message: string) => ({ type: 'error', data: { error_type: error, message } })
      expect(got.denied).toMatchObject(refused('The service refused the sign-in: The person did not agree.'))
      expect(got['wrong state']).toMatchObject(
        refused('This answers no sign-in that began here in the last ten minutes.'),
      )
      expect(got['wrong verifier']).toMatchObject(refused('The service gave no token: grant request is invalid'))
      expect(got['invalid client']).toMatchObject(refused('The service gave no token: client authentication failed'))
      const text = expect.stringMatching(/^[\w-]{20,}$/) as string
      const { credentials, expires_at } = got.right?.data ?? {}
      expect(credentials).toEqual({ access_token: text, refresh_token: text })
      expect(Math.abs(Number(expires_at) - Date.now() / 1000 - 3600)).toBeLessThan(60)
      expect(got.short?.data.credentials).toEqual({ access_token: text })
      expect(got.right?.data.metadata).toEqual(
        kind === 'datasource' ? { name: person.name, avatar_url: person.picture } : {},
      )

      const refresh = (from: unknown) => ask('refresh_credentials', { credentials: from })
      const again = await answers(place, {
        fresh: refresh(credentials),
        'no refresh token': refresh(got.short?.data.credentials),
        'a used refresh token': refresh(credentials),
        'a used code': come(back),
      })
      const fresh = again.fresh?.data.credentials
      expect(fresh).toEqual({ access_token: text, refresh_token: text })
      expect(fresh).not.toEqual(credentials)
      expect(again['no refresh token']).toMatchObject(refused('There is no refresh token: sign in again.'))
      for (const used of ['a used refresh token', 'a used code'])
        expect(again[used]).toMatchObject(refused('The service gave no token: grant request is invalid'))
    },
    120_000,
  )
})

/** A fresh plugin without a sign-in, then the code for this server. */
function write(place: string, kind: string, how: 'basic' | 'post') {
  const before = createPlugin([kind], { name: 'nimbra', author, createdAt, credentials: 'none' })
  const written = writeOAuthCode(before, 'provider/nimbra.yaml', {
    authorizationUrl: `${server.issuer}/auth`,
    tokenUrl: `${server.issuer}/token`,
    userinfoUrl: `${server.issuer}/me`,
    scopes: ['openid', 'offline_access'],
    prompt: 'consent',
    clientAuthentication: how,
  })
  if (!written.ok) throw new Error(written.reason)
  for (const [path, content] of written.files) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), bytesOf(content))
  }
}

/** What the running plugin answers to each request in turn: its one message, or its error. This process goes on as the server. */
async function answers(place: string, asked: Asked): Promise<Record<string, Message | undefined>> {
  const calls = Object.entries(asked).map(([name, data]) => ({ name, data, replies: [] }))
  const result = JSON.parse(await run(JSON.stringify({ folder: place, calls }))) as {
    load: { problems: string[] }
    start: string | null
    answers: Record<string, Message[]>
  }
  expect([result.load.problems, result.start]).toEqual([[], null])
  return Object.fromEntries(
    Object.entries(result.answers).map(([name, messages]) => [
      name,
      messages.find(({ type }) => type === 'stream' || type === 'error'),
    ]),
  )
}

function run(plan: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(python ?? 'python3.12', [join(root, 'scripts/conformance/run.py'), '1'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.on('error', reject)
    child.on('close', (status) => (status === 0 ? resolve(output) : reject(new Error(`run.py ended with ${status}`))))
    child.stdin.end(plan)
  })
}
