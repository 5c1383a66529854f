import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Environment } from './environment'
import { isPublicAddress } from './public-address'
import { safeFetch, type SafeRequest } from './safe-fetch'

const allow = vi.hoisted(() => new Set<string>())
const own = vi.hoisted(() => ({ origin: 'https://plugwright.example', practice: true }))
const names = vi.hoisted(() => new Map<string, string[]>())
vi.mock('./environment', () => ({
  environment: (): Partial<Environment> => ({
    fetchAllow: allow,
    origin: own.origin,
    practice: own.practice,
  }),
}))
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (
    host: string,
    _options: unknown,
    done: (error: Error | null, addresses: { address: string; family: number }[]) => void,
  ) => {
    const addresses = names.get(host)
    if (!addresses) return done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
}))

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111', '::ffff:8.8.8.8'])('takes %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001::1',
    '3fff::1',
    'localhost',
    '',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('safeFetch', () => {
  let server: Server
  let base = ''
  let answer: RequestListener
  const seen: string[] = []

  beforeEach(async () => {
    seen.length = 0
    server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim())
      answer(request, response)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    base = `http://127.0.0.1:${port}`
    allow.add(`127.0.0.1:${port}`)
    answer = (_request, response) => response.end('hello')
  })

  afterEach(async () => {
    allow.clear()
    names.clear()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })

  const reason = async (url: string) => {
    const result = await safeFetch(url)
    return result.ok ? 'fetched' : result.reason
  }

  it('fetches what the operator allows, though it is on loopback and http', async () => {
    expect(await safeFetch(`${base}/a`)).toMatchObject({
      ok: true,
      url: `${base}/a`,
      status: 200,
      body: new TextEncoder().encode('hello'),
    })
    allow.clear()
    expect(await reason(`${base}/a`)).toMatch('Use https')
    expect(await reason(`${base.replace('http:', 'https:')}/a`)).toMatch('is not on the public internet')
    expect(seen).toEqual(['GET /a'])
  })

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.1.1/',
    'https://[fd00::1]/',
    'https://0.0.0.0/',
    'https://localhost/',
    'https://app.localhost/',
    'https://intranet/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://router.home.arpa./',
  ])('does not connect to %s', async (url) => {
    expect(await reason(url)).toMatch('is not on the public internet')
  })

  it('reaches of our own origin the practice provider, while it is on', async () => {
    allow.clear()
    own.origin = base
    expect(await reason(`${base}/practice/token`)).toBe('fetched')
    for (const path of ['/practice', '/practice/../api/projects', '/api/projects', '/'])
      expect(await reason(base + path)).toMatch('Use https')
    own.practice = false
    expect(await reason(`${base}/practice/token`)).toMatch('Use https')
    Object.assign(own, { origin: 'https://plugwright.example', practice: true })
  })

  it('does not connect to a name when any of its addresses is not public', async () => {
    names.set('evil.example', ['8.8.8.8', '127.0.0.1'])
    expect(await reason('https://evil.example/')).toBe(
      'evil.example is not on the public internet. The operator can allow it by PLUGWRIGHT_FETCH_ALLOW.',
    )
    expect(await reason('https://nobody.example/')).toMatch('has no address')
  })

  it.each([
    ['no url', 'Give a whole URL'],
    ['file:///etc/passwd', 'Use https: file: is not fetched.'],
    ['http://example.com/', 'Use https: example.com would get the request where everyone can read it.'],
    ['https://me:secret@example.com/', 'Take the user name and password out of the URL of example.com.'],
    ['https://plugwright.example/api/projects', 'Give the URL of another server'],
    ['https://plugwright.example/practice', 'Give the URL of another server'],
    ['https://example.com/token#part', 'Take #part out of the URL of example.com'],
    ['https://example.com:8443/token', 'Use port 443'],
  ])('refuses %s with a sentence', async (url, sentence) => {
    expect(await reason(url)).toMatch(sentence)
  })

  it('follows redirects of a plain request, and checks each place anew', async () => {
    answer = (request, response) =>
      response.writeHead(302, { location: request.url === '/a' ? '/b' : 'https://10.0.0.1/' }).end()
    expect(await reason(`${base}/a`)).toMatch('10.0.0.1 is not on the public internet')
    expect(seen).toEqual(['GET /a', 'GET /b'])
  })

  it('follows no redirect of a request that carries a secret, but shows it', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end()
    const requests: SafeRequest[] = [
      { headers: { Authorization: 'Bearer x' } },
      { method: 'POST' as const, body: 'client_secret=x' },
      { headers: { 'X-Api-Key': 'x' } },
    ]
    for (const request of requests) {
      expect(await safeFetch(`${base}/token`, request)).toMatchObject({ ok: true, status: 307 })
    }
    expect(seen).toEqual(['GET /token Bearer x', 'POST /token', 'GET /token'])
  })

  it('ends a chain of redirects, an endless answer and a silent server', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
    expect(await reason(base)).toMatch('More than 5 redirects')
    answer = (_request, response) => response.end(Buffer.alloc(3_000))
    expect(await safeFetch(base, {}, { bytes: 2_000 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('more than 2000 bytes') as string,
    })
    answer = () => {}
    expect(await safeFetch(base, {}, { milliseconds: 200 })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('took longer than 0.2 s') as string,
    })
  })

  it('counts what comes out of a compressed answer', async () => {
    const { gzipSync } = await import('node:zlib')
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)))
    expect(await safeFetch(base)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('more than 1048576 bytes') as string,
    })
  })
})
