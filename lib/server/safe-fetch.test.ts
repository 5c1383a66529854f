import { createServer, type RequestListener, type Server } from 'node:http'
import tls, { type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Environment } from './environment'
import { isPublicAddress } from './public-address'
import { safeFetch, type SafeRequest } from './safe-fetch'

const allow = vi.hoisted(() => new Set<string>())
const own = vi.hoisted(() => ({ origin: 'https://plugwright.example', practice: true }))
/** What a name is resolved to, time after time; the last answer stays. An empty list: no answer ever comes. */
const names = vi.hoisted(() => new Map<string, string[][]>())
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
    const answers = names.get(host)
    const addresses = answers && answers.length > 1 ? answers.shift() : answers?.[0]
    if (addresses?.length === 0) return
    const found = addresses?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    // later, as a resolver does
    setImmediate(() => (found ? done(null, found) : done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), [])))
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
    // metadata of clouds: AWS, Azure, Alibaba, Oracle, Tencent, Google
    'fd00:ec2::254',
    '168.63.129.16',
    '::ffff:168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    '169.254.0.23',
    'fd20:ce::254',
    // ranges that IANA keeps for something else
    '127.255.255.254',
    '172.31.255.255',
    '100.127.255.255',
    '192.88.99.1',
    '192.175.48.1',
    '198.51.100.7',
    '203.0.113.7',
    '239.255.255.255',
    '::ffff:0:127.0.0.1',
    '::ffff:c0a8:1',
    '::10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001:20::1',
    '2002:a00:1::',
    '2620:4f:8000::1',
    '5f00::1',
    'fc00::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff0e::1',
    'localhost',
    '8.8.8.8.',
    '8.8.8.8:443',
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
    vi.restoreAllMocks()
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
    // other spellings of loopback
    'https://127.1/',
    'https://127.0.0.1./',
    'https://0/',
    'https://0x7f000001/',
    'https://017700000001/',
    'https://0x7f.0x0.0x0.0x1/',
    'https://①②⑦.⓪.⓪.①/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https:\\\\127.0.0.1\\',
    'https:127.0.0.1/',
    'ht\ntps://127.0.0.\t1/',
    'HTTPS://127.0.0.1:443/',
    'https://[0:0:0:0:0:ffff:7f00:1]/',
    'https://[::7f00:1]/',
    'https://[::ffff:0:7f00:1]/',
    'https://[0000::0001]/',
    // the network and the cloud around
    'https://10.1.2.3/',
    'https://0xa9fea9fe/latest/meta-data/',
    'https://2852039166/latest/meta-data/',
    'https://0251.0376.0251.0376/',
    'https://[::ffff:169.254.169.254]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:7f00:1::]/',
    'https://[2002:a9fe:a9fe::1]/',
    'https://[fe80::1]/',
    'https://[fd00:ec2::254]/latest/',
    'https://168.63.129.16/metadata/',
    'https://100.100.100.200/',
    'https://192.0.0.192/',
    'https://172.20.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    // names of this machine and its network
    'https://LOCALHOST/',
    'https://localhost./',
    'https://localhost../',
    'https://ⓛocalhost/',
    'https://loc%61lhost/',
    'https://a.b.localhost./',
    'https://metadata/',
    'https://metadata.internal./',
    'https://db.local./',
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

  it.each([
    [['127.0.0.1']],
    [['8.8.8.8', '127.0.0.1']],
    [['8.8.8.8', '::1']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::7f00:1']],
    [['2002:7f00:1::', '8.8.8.8']],
    [['169.254.169.254']],
    [['168.63.129.16']],
    [['0.0.0.0']],
    [['fe80::1%1']],
  ])('does not connect to a name that has the addresses %j', async (addresses) => {
    names.set('evil.example', [addresses])
    expect(await reason('https://evil.example/')).toBe(
      'evil.example is not on the public internet. The operator can allow it by PLUGWRIGHT_FETCH_ALLOW.',
    )
  })

  it('says of a name that has no address that it has none', async () => {
    expect(await reason('https://nobody.example/')).toMatch('has no address')
  })

  it('connects to the very address that it checked, though the name has another by then', async () => {
    const tried: string[] = []
    const { connect } = tls
    vi.spyOn(tls, 'connect').mockImplementation((...given: unknown[]) => {
      const socket: TLSSocket = Reflect.apply(connect, tls, given)
      return socket.on('connectionAttempt', (address: string) => tried.push(address))
    })
    // nobody is at the first
    names.set('rebind.example', [['2001:4860:ffff::1'], ['127.0.0.1']])
    const first = await safeFetch('https://rebind.example/', {}, { milliseconds: 300 })
    expect([first.ok, tried]).toEqual([false, ['2001:4860:ffff::1']])
    expect(names.get('rebind.example')).toEqual([['127.0.0.1']])
    expect(await reason('https://rebind.example/')).toMatch('is not on the public internet')
    expect(tried).toHaveLength(1)
  })

  it('gives up a server that does not take the connection, long before the whole time is over', async () => {
    names.set('silent.example', [[]])
    expect(await safeFetch('https://silent.example/', {}, { connectMilliseconds: 100 })).toEqual({
      ok: false,
      reason: 'silent.example did not take the connection within 0.1 s.',
    })
  })

  it('allows host and port as they are written, nothing near them', async () => {
    const { port } = new URL(base)
    allow.clear()
    allow.add(`127.0.0.1:${port}`)
    expect(await reason(`http://2130706433:${port}/`)).toBe('fetched')
    for (const url of [
      `http://localhost:${port}/`,
      `http://127.0.0.2:${port}/`,
      `http://127.0.0.1:${Number(port) + 1}/`,
      `http://127.0.0.1.example.com:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      'http://127.0.0.1/',
    ])
      expect(await reason(url)).toMatch('Use https')
    expect(seen).toEqual(['GET /'])
  })

  it.each([
    ['no url', 'Give a whole URL'],
    ['file:///etc/passwd', 'Use https: file: is not fetched.'],
    ['http://example.com/', 'Use https: example.com would get the request where everyone can read it.'],
    ['https://me:secret@example.com/', 'Take the user name and password out of the URL of example.com.'],
    ['https://plugwright.example/api/projects', 'Give the URL of another server'],
    ['https://plugwright.example/practice', 'Give the URL of another server'],
    ['https://example.com/token#part', 'Take what follows # out of the URL of example.com'],
    ['https://example.com:8443/token', 'Use port 443'],
    ['https://example.com:22/', 'Use port 443'],
    ['https://example.com:0/', 'Use port 443'],
    ['https://example.com:80/', 'Use port 443'],
    ['https://8.8.8.8:6379/', 'Use port 443'],
    ['https://example.com./', 'Take the dot off the end of example.com.'],
    ['https://plugwright.example./api/projects', 'Take the dot off the end'],
    ['https://me@example.com/', 'Take the user name and password out'],
    ['https://example.com@127.0.0.1/', 'Take the user name and password out of the URL of 127.0.0.1.'],
    ['https://:secret@example.com/', 'Take the user name and password out'],
    ['https://127.0.0.1%00.example.com/', 'Give a whole URL'],
    ['https://[fe80::1%25eth0]/', 'Give a whole URL'],
    ['https://256.256.256.256/', 'Give a whole URL'],
    ['//example.com/', 'Give a whole URL'],
    ['https://', 'Give a whole URL'],
    ['data:text/plain,hello', 'Use https: data: is not fetched.'],
    ['blob:https://example.com/x', 'Use https: blob: is not fetched.'],
    ['ftp://example.com/', 'Use https: ftp: is not fetched.'],
    ['gopher://127.0.0.1:6379/_x', 'Use https: gopher: is not fetched.'],
    ['ws://example.com/', 'Use https: ws: is not fetched.'],
    ['javascript:alert(1)', 'Use https: javascript: is not fetched.'],
    ['dict://127.0.0.1:11211/', 'Use https: dict: is not fetched.'],
  ])('refuses %s with a sentence', async (url, sentence) => {
    expect(await reason(url)).toMatch(sentence)
  })

  it('follows redirects on the same host, where it is told to, and none else', async () => {
    answer = (request, response) =>
      request.url === '/a' ? response.writeHead(301, { location: '/b' }).end() : response.end('there')
    const plain = { headers: { Accept: 'application/json' } }
    expect(await safeFetch(`${base}/a`, plain, { redirects: 1 })).toMatchObject({ ok: true, url: `${base}/b` })
    expect(await safeFetch(`${base}/a`, plain)).toMatchObject({
      ok: false,
      reason: expect.stringMatching('More than 0 redirects') as string,
    })
    expect(seen).toEqual(['GET /a', 'GET /b', 'GET /a'])
  })

  it.each([
    ['https://10.0.0.1/', 'sends the request on to another server'],
    ['https://169.254.169.254/latest/meta-data/', 'sends the request on to another server'],
    ['//localhost/', 'sends the request on to another server'],
    ['https://example.com/', 'sends the request on to another server'],
    ['file:///etc/passwd', 'sends the request on to another server'],
    ['http://[', 'redirects to what is no URL'],
    ['ftp://{host}/', 'Use https: ftp: is not fetched.'],
    ['http://me:secret@{host}/', 'Take the user name and password out'],
  ])('does not follow a redirect to %s', async (location, words) => {
    const { host } = new URL(base)
    answer = (_request, response) => response.writeHead(302, { location: location.replace('{host}', host) }).end()
    const result = await safeFetch(base, {}, { redirects: 3 })
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(words) as string })
    expect(seen).toHaveLength(1)
  })

  it('follows no redirect of a request that carries a secret, but shows it', async () => {
    answer = (_request, response) => response.writeHead(307, { location: '/elsewhere' }).end()
    const requests: SafeRequest[] = [
      { headers: { Authorization: 'Bearer x' } },
      { method: 'POST' as const, body: 'client_secret=x' },
      { headers: { 'X-Api-Key': 'x' } },
    ]
    for (const request of requests) {
      expect(await safeFetch(`${base}/token`, request, { redirects: 1 })).toMatchObject({ ok: true, status: 307 })
    }
    expect(seen).toEqual(['GET /token Bearer x', 'POST /token', 'GET /token'])
  })

  it('ends a chain of redirects, an endless answer and a silent server', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/again' }).end()
    const chain = await safeFetch(base, {}, { redirects: 5 })
    expect(chain).toMatchObject({ ok: false, reason: expect.stringContaining('More than 5 redirects') as string })
    expect(seen).toHaveLength(6)
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
