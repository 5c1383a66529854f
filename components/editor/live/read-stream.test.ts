import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { messageFrom, type Message } from './messages'
import { FIRST_MS, readStream, SILENT_MS } from './read-stream'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A server whose stream is written by hand. */
function server() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const fetched = vi.fn((_url: string, { signal }: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) })
    signal?.addEventListener('abort', () => controller?.error(new DOMException('gone', 'AbortError')))
    return Promise.resolve(new Response(body))
  })
  vi.stubGlobal('fetch', fetched)
  const say = (text: string) => controller?.enqueue(new TextEncoder().encode(text))
  return { say, fetched, end: () => controller?.close() }
}

function read(resumes = false) {
  const heard: Message[] = []
  const stop = new AbortController()
  const end = readStream({
    projects: ['p1', 'p 2'],
    tabs: ['t1'],
    resumes,
    signal: stop.signal,
    hear: (message) => heard.push(message),
    onAlive: () => {},
  })
  return { heard, end, stop: () => stop.abort() }
}

const tick = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds)

test('messages are put together from what comes in pieces', async () => {
  const { say, end: close, fetched } = server()
  const { heard, end } = read(true)
  await tick()
  say(': beat\n\nid: x\nevent: comm')
  await tick()
  say('ents\ndata: {"projectId":"p1"}\n\nevent: later\ndata: {}\n\n')
  await tick()
  close()
  expect(await end).toBe('ended')
  expect(heard).toEqual([{ kind: 'comments', projectId: 'p1' }])
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/events?project=p1&project=p+2&tab=t1')
  expect(fetched.mock.calls[0]?.[1].headers).toHaveProperty('Last-Event-ID')
})

test('a proxy that keeps everything until the end is found out', async () => {
  server()
  const { end } = read()
  await tick(FIRST_MS)
  expect(await end).toBe('held-back')
})

test('a connection that died is left after a while, one with signs of life is not', async () => {
  const { say } = server()
  const { end } = read()
  for (let count = 0; count < 5; count += 1) {
    await tick()
    say(': beat\n\n')
    await tick(SILENT_MS - 1)
  }
  await tick(1)
  expect(await end).toBe('silent')
})

test('a refusal is not a broken connection', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: 404 })))
  expect(await read().end).toBe('refused')
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })))
  expect(await read().end).toBe('ended')
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await read().end).toBe('ended')
})

test('what is no message of ours is none', () => {
  for (const text of ['', ': beat', 'event: head', 'event: head\ndata: {', 'event: head\ndata: null', 'data: {}'])
    expect(messageFrom(text)).toBeUndefined()
})
