import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { object, string } from 'zod'
import { GET as comeBack } from '@/app/oauth/callback/route'
import { settingsOf } from '@/lib/oauth/settings'
import { createGuest } from '@/lib/server/accounts'
import { database, openServer, wrapEmbedded } from '@/lib/server/database'
import { readFlow } from '@/lib/server/oauth/flows'
import { startTestServer, type TestServer } from '@/lib/server/oauth/test-server'
import { startSession } from '@/lib/server/sessions'
import { postgresFolder, startPostgres } from '@/lib/server/test-database'
import { POST as discovery } from './discovery/route'
import { POST as paste } from './flows/[flowId]/callback/route'
import { POST as reveal } from './flows/[flowId]/reveal/route'
import { GET as look } from './flows/[flowId]/route'
import { POST as step } from './flows/[flowId]/steps/route'
import { POST as start } from './flows/route'

const given = vi.hoisted(() => ({ sessionId: undefined as string | undefined, allow: new Set<string>() }))
vi.mock('@/lib/server/session-cookie', () => ({ sessionIdOfRequest: () => Promise.resolve(given.sessionId) }))
vi.mock('@/lib/server/environment', async (original) => {
  const { environment } = await original<typeof import('@/lib/server/environment')>()
  return { environment: () => ({ ...environment(), fetchAllow: given.allow }) }
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

const jwt = (text: string) =>
  `${[{ alg: 'RS256' }, { iss: 'https://id.example', sub: text }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${text}`

/** Secrets that are known, one for each that a flow sees. */
const secrets = {
  clientSecret: 'canary/client+secret=Aa1~&é',
  code: 'canary-code-Bb2/+=',
  accessToken: 'canary-access-before-Cc3',
  refreshToken: 'canary-refresh-before-Dd4',
  idToken: jwt('canary-id-before-Ee5'),
  newAccessToken: 'canary-access-after-Ff6',
  newRefreshToken: 'canary-refresh-after-Gg7',
  newIdToken: jwt('canary-id-after-Hh8'),
}

/** How a secret may be written where somebody finds it. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const basic = Buffer.from(`acme:${encodeURIComponent(secret)}`)
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams([['', secret]]).toString().slice(1),
    secret.replaceAll('&', '&amp;'),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    basic.toString('base64'),
    bytes.toString('hex'),
    [...secret].reverse().join(''),
  ]
}

interface Place {
  name: string
  open: () => Promise<{ folder: string; close: () => Promise<void> }>
}

const places: Place[] = [
  {
    name: 'PGlite',
    open: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'plugwright-canary-'))
      globalThis.plugwrightDatabase = PGlite.create(folder).then(wrapEmbedded)
      const opened = await globalThis.plugwrightDatabase
      return {
        folder,
        close: async () => {
          await opened.close()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  },
]
const binaries = postgresFolder()
if (binaries !== undefined)
  places.push({
    name: 'PostgreSQL',
    open: async () => {
      const server = await startPostgres(binaries)
      globalThis.plugwrightDatabase = openServer(server.url)
      const opened = await globalThis.plugwrightDatabase
      const [row] = await (await database()).$queryRaw<{ data_directory: string }[]>`SHOW data_directory`
      return {
        folder: row?.data_directory ?? '',
        close: async () => {
          await opened.close()
          server.stop()
        },
      }
    },
  })

describe.each(places)('secrets that are known, with $name', ({ open }) => {
  let server: TestServer
  let opened: Awaited<ReturnType<Place['open']>>
  let userId = ''
  /** Everything that left us, and everything that was logged. */
  const answers: string[] = []
  const logged: string[] = []

  beforeEach(async () => {
    answers.length = 0
    logged.length = 0
    for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const)
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void logged.push(words.map(told).join(' ')))
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => logged.push(String(text)) > 0)
    opened = await open()
    server = await startTestServer()
    given.allow.add(server.host)
    const user = await createGuest()
    userId = user.id
    given.sessionId = await startSession(user.id, '')
  })

  afterEach(async () => {
    vi.restoreAllMocks()
    given.allow.clear()
    await server.close()
    globalThis.plugwrightDatabase = undefined
    await opened.close()
  })

  async function send(handler: Handler, body?: unknown, { flowId = '', cookie = '', url = '' } = {}) {
    const request = new Request(url || 'http://localhost:3000/api/oauth', {
      method: body === undefined ? 'GET' : 'POST',
      headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'content-type': 'application/json', cookie },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    })
    const response = await handler(request, { params: Promise.resolve({ flowId }) })
    const answer = { status: response.status, cookies: response.headers.getSetCookie(), text: await response.text() }
    answers.push(JSON.stringify([...response.headers]), answer.text)
    return answer
  }

  const found = (places: readonly (string | Buffer)[], names = Object.keys(secrets)) =>
    Object.entries(secrets).flatMap(([name, secret]) =>
      names.includes(name) && spellings(secret).some((each) => places.some((place) => place.includes(each)))
        ? [name]
        : [],
    )

  it('are nowhere but in the answer that reveals them', { timeout: 120_000 }, async () => {
    const { base } = server
    const settings = settingsOf({
      clientId: 'acme',
      clientAuthentication: 'basic',
      issuer: 'https://id.example',
      authorizationUrl: `${base}/authorize`,
      tokenUrl: `${base}/token`,
      revocationUrl: `${base}/revoke`,
      introspectionUrl: `${base}/introspect`,
      userinfoUrl: `${base}/me`,
      whoAmIUrl: `${base}/who`,
      scopes: ['openid'],
    })
    const input = { settings, clientSecret: secrets.clientSecret, callbackPath: '/oauth/callback' }
    // what cannot be understood is not repeated either
    await send(start, JSON.stringify(input).slice(0, -9))
    await send(start, { ...input, settings: { ...settings, grant: secrets.clientSecret } })
    await send(start, { ...input, callbackPath: secrets.clientSecret })
    await send(start, { ...input, settings: { ...settings, authorizationUrl: '' } })

    const begun = await send(start, input)
    const { id } = object({ id: string() }).parse(JSON.parse(begun.text))
    const flow = () => readFlow(userId, id)
    const { authorization } = (await flow())?.flow ?? {}
    const url = `http://localhost:3000/oauth/callback?${new URLSearchParams({ code: secrets.code, state: authorization?.state ?? '' })}`
    const cookie = begun.cookies[0]?.split(';')[0]
    await send(paste, { url: url.replace('state=', 'state=x') }, { flowId: id })
    expect((await send(comeBack, undefined, { url, cookie })).text).toContain('The service answered')
    expect((await send(paste, { url }, { flowId: id })).status).toBe(409)

    // a server that repeats all that it gets, on top of what it has to say
    const token = {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: secrets.accessToken,
      refresh_token: secrets.refreshToken,
      id_token: secrets.idToken,
    }
    const says = (value: unknown, status = 200) => {
      server.answer = (response, { headers, body }) =>
        response
          .writeHead(status, {
            'content-type': 'application/json',
            'x-echo': `${headers.authorization ?? ''}; ${body}`,
            'set-cookie': `seen=${encodeURIComponent(body)}`,
          })
          .end(
            JSON.stringify({
              ...Object(value),
              echo: `${headers.authorization ?? ''} ${body}`,
              authorization: headers.authorization,
              form: Object.fromEntries(new URLSearchParams(body)),
            }),
          )
    }
    const take = async (name: string, more: object = {}) => {
      expect((await send(step, { step: name, ...more }, { flowId: id })).status).toBe(200)
      await send(look, undefined, { flowId: id })
    }
    says(token)
    await take('exchange')
    says({ sub: 'canary-id-before-Ee5'.length, active: true })
    for (const name of ['userinfo', 'introspect', 'who-am-i']) await take(name)
    await take('try', { url: `${base}/things?x=1` })
    says({
      ...token,
      access_token: secrets.newAccessToken,
      refresh_token: secrets.newRefreshToken,
      id_token: secrets.newIdToken,
    })
    await take('refresh')
    says(
      { error: 'invalid_token', error_description: `${secrets.accessToken} and ${secrets.newAccessToken} are over` },
      401,
    )
    for (const name of ['userinfo', 'refresh', 'introspect', 'revoke']) await take(name)
    server.answer = (response) => response.writeHead(302, { location: `/?code=${secrets.newRefreshToken}` }).end()
    await take('revoke')
    server.answer = (response, { headers }) =>
      response.writeHead(500, { 'content-type': 'text/html' }).end(`<title>${headers.authorization}</title>`)
    await take('userinfo')
    await take('revoke')
    server.answer = (response) => response.destroy()
    await take('refresh')
    await send(discovery, { issuer: `${base}/${secrets.accessToken}?x`, settings })
    await send(start, { ...input, clientSecret: undefined, secretOf: id })

    // somebody else, and a database that fails in the middle
    const { sessionId } = given
    given.sessionId = await startSession((await createGuest()).id, '')
    for (const handler of [step, reveal, paste]) await send(handler, { step: 'refresh', url }, { flowId: id })
    given.sessionId = sessionId
    const working = globalThis.plugwrightDatabase
    globalThis.plugwrightDatabase = Promise.reject(new Error('The database is gone.'))
    for (const handler of [start, step, reveal]) expect((await send(handler, input, { flowId: id })).status).toBe(500)
    globalThis.plugwrightDatabase = working

    const verifier = authorization?.verifier ?? ''
    expect(verifier).toHaveLength(43)
    const folder = await bytesOf(opened.folder)
    const rows = await everyRow()
    expect({
      answers: found(answers),
      logged: found(logged),
      files: found([folder]),
      rows: found(rows),
      verifier: [...answers, ...logged, ...rows, folder].filter((place) => place.includes(verifier)).length,
    }).toEqual({ answers: [], logged: [], files: [], rows: [], verifier: 0 })

    // they were all there to be found, and the search finds: the flow has its row, and the answer that may have them has them
    expect(folder.includes(id) && rows.some((row) => row.includes(id))).toBe(true)
    expect(logged.join(' ')).toContain('The database is gone.')
    const revealed = await send(reveal, {}, { flowId: id })
    expect(found([revealed.text])).toEqual(Object.keys(secrets))
    expect(answers.join(' ').length).toBeGreaterThan(100_000)
  })

  it('are shown to the browser that brought them, where nobody waits for it', async () => {
    const url = `http://localhost:3000/oauth/callback?${new URLSearchParams({ code: secrets.code, state: 'nobody' })}`
    const page = await send(comeBack, undefined, { url })
    expect([found([page.text]), found(logged)]).toEqual([['code'], []])
    expect(found([await bytesOf(opened.folder)])).toEqual([])
  })
})

function told(word: unknown): string {
  return word instanceof Error
    ? `${word.stack} ${told(word.cause)}`
    : typeof word === 'string'
      ? word
      : JSON.stringify(word)
}

/** All that a database has on disk, its log included. */
async function bytesOf(folder: string): Promise<Buffer> {
  await (
    await database()
  ).$executeRaw`CHECKPOINT`
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  return Buffer.concat(names.map((each) => readFileSync(join(each.parentPath, each.name))))
}

/** Every row of every table, its bytes as they are: what is long is packed on disk. */
async function everyRow(): Promise<Buffer[]> {
  const prisma = await database()
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const rows = await Promise.all(
    tables.map(({ name }) => prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT each::text AS row FROM ${name} each`)),
  )
  return rows
    .flat()
    .map(({ row }) =>
      Buffer.concat([
        Buffer.from(row),
        ...[...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex')),
      ]),
    )
}
