import { createServer, request as ask, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { environmentFrom } from './environment'
import { host } from './host'
import { mayReadMetrics } from './may-read-metrics'
import { metricsText } from './metrics'
import { noteUser, requestNote } from './request-note'
import { serveRequest } from './serve-request'

const given = vi.hoisted(() => ({ variables: {} as Record<string, string> }))
vi.mock('./environment', async (original) => {
  const real = await original<typeof import('./environment')>()
  return { ...real, environment: () => real.environmentFrom({ PLUGWRIGHT_LOG: 'requests', ...given.variables }) }
})
vi.mock('./route-pattern', () => ({ routePattern: (path: string) => (path === '/' ? '/' : '/projects/[projectId]') }))

const lines: string[] = []
beforeEach(() => {
  lines.length = 0
  given.variables = {}
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  host().stopping = false
})

/** Sends one request through a real socket. */
async function send(path: string, answer: RequestListener, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => void serveRequest(request, response, answer))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const answered = await new Promise<{ status?: number; headers: IncomingHttpHeaders }>((done, fail) => {
    ask({ port, host: '127.0.0.1', path, headers: { host: `localhost:${port}`, ...headers } }, (response) => {
      response.resume().on('end', () => done({ status: response.statusCode, headers: response.headers }))
    })
      .on('error', fail)
      .end()
  })
  await new Promise((done) => server.close(done))
  return answered
}

const fine: RequestListener = (_, response) => void response.end('fine')

it('writes one line of JSON with the route, the status and the user, and nothing that the address holds', async () => {
  const { headers } = await send('/projects/cm1secret?token=hidden', (_request, response) => {
    noteUser('user 1')
    response.statusCode = 404
    response.end()
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^\{.*\}\n$/)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    level: 'info',
    id: headers['x-request-id'],
    method: 'GET',
    route: '/projects/[projectId]',
    status: 404,
    milliseconds: expect.any(Number) as number,
    user: 'user 1',
  })
})

it('takes the id of a proxy and answers it, and makes its own of what cannot stand in a log', async () => {
  expect((await send('/', fine, { 'x-request-id': 'edge-42' })).headers['x-request-id']).toBe('edge-42')
  const { headers } = await send('/', fine, { 'x-request-id': '"},{"level":"error' })
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
})

it('hands the id on to whoever answers', async () => {
  const seen: unknown[] = []
  await send(
    '/',
    (request, response) => {
      seen.push(requestNote()?.id, request.headers['x-request-id'])
      response.end()
    },
    { 'x-request-id': 'a' },
  )
  expect(seen).toEqual(['a', 'a'])
})

it('believes X-Forwarded-For behind a trusted proxy only', async () => {
  const seen: unknown[] = []
  const look: RequestListener = (request, response) => {
    seen.push(request.headers['x-forwarded-for'])
    response.end()
  }
  await send('/', look, { 'x-forwarded-for': '192.0.2.1' })
  given.variables = { PLUGWRIGHT_TRUST_PROXY: '1' }
  await send('/', look, { 'x-forwarded-for': '192.0.2.1' })
  expect(seen).toEqual([undefined, '192.0.2.1'])
})

it('tells browsers to stay with https where people open the app by it', async () => {
  expect((await send('/', fine)).headers['strict-transport-security']).toBeUndefined()
  given.variables = { NEXTAUTH_URL: 'https://plugwright.example' }
  expect((await send('/', fine)).headers['strict-transport-security']).toBe('max-age=31536000')
})

it('lets no connection wait for more when the server stops', async () => {
  host().stopping = true
  expect((await send('/', fine)).headers.connection).toBe('close')
})

it('counts each answer and leaves the time of event streams out', async () => {
  globalThis.plugwrightMetrics = undefined
  await send('/', fine)
  await send('/projects/a', (_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.end()
  })
  expect(metricsText()).toContain('plugwright_requests_total{method="GET",route="/",status="200"} 1\n')
  expect(metricsText()).toContain('plugwright_request_seconds_count{route="/"} 1\n')
  expect(metricsText()).toContain('route="/projects/[projectId]",status="200"} 1\n')
  expect(metricsText()).not.toContain('plugwright_request_seconds_count{route="/projects/[projectId]"}')
})

it('opens the metrics to this machine and to the token, and to nobody behind a proxy', async () => {
  const seen: boolean[] = []
  const look: RequestListener = (request, response) => {
    seen.push(mayReadMetrics(new Headers({ authorization: String(request.headers.authorization) })))
    response.end()
  }
  const token = 't'.repeat(16)
  await send('/metrics', look)
  await send('/metrics', look, { 'x-forwarded-for': '127.0.0.1' })
  await send('/metrics', look, { host: 'plugwright.example' })
  await send('/metrics', look, { host: 'plugwright.example', authorization: `Bearer ${token}` })
  given.variables = { PLUGWRIGHT_METRICS_TOKEN: token }
  await send('/metrics', look, { host: 'plugwright.example', authorization: `Bearer ${token}` })
  await send('/metrics', look, { host: 'plugwright.example', authorization: `Bearer ${token}x` })
  expect(seen).toEqual([true, false, false, false, true, false])
})

it.each<Record<string, string>>([{ PLUGWRIGHT_TRUST_PROXY: '1' }, { NEXTAUTH_URL: 'https://plugwright.example' }])(
  'opens the metrics to the token only where people come through a proxy, which may add no header: %o',
  async (variables) => {
    const seen: boolean[] = []
    const token = 't'.repeat(16)
    given.variables = { ...variables, PLUGWRIGHT_METRICS_TOKEN: token }
    const look: RequestListener = (request, response) => {
      seen.push(mayReadMetrics(new Headers({ authorization: String(request.headers.authorization) })))
      response.end()
    }
    await send('/metrics', look)
    await send('/metrics', look, { authorization: `Bearer ${token}` })
    expect(seen).toEqual([false, true])
  },
)

it('has no token that is easily guessed', () => {
  expect(() => environmentFrom({ PLUGWRIGHT_METRICS_TOKEN: 'short' })).toThrow('Use at least 16 characters')
})
