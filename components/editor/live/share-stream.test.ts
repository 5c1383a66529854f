import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Message } from './messages'
import { shareStream } from './share-stream'

/** One browser: locks, channels and streams as its tabs share them. */
function browser() {
  const queue: { run: () => Promise<void>; reject: (error: Error) => void }[] = []
  let holder: (typeof queue)[number] | undefined
  const next = () => {
    holder = queue.shift()
    const own = holder
    void own?.run().finally(() => holder === own && next())
  }
  const request = (_name: string, options: { steal?: boolean; signal?: AbortSignal }, run: () => Promise<void>) =>
    new Promise<void>((resolve, reject) => {
      const entry = { run: () => run().then(resolve), reject }
      options.signal?.addEventListener('abort', () => {
        const index = queue.indexOf(entry)
        if (index >= 0) queue.splice(index, 1)
        reject(new Error('AbortError'))
      })
      if (options.steal) {
        holder?.reject(new Error('AbortError'))
        queue.unshift(entry)
        next()
      } else {
        queue.push(entry)
        if (!holder) next()
      }
    })
  vi.stubGlobal('navigator', { locks: { request }, onLine: true })

  const channels = new Set<{ onmessage?: (event: { data: unknown }) => void }>()
  class Channel {
    onmessage?: (event: { data: unknown }) => void
    constructor() {
      channels.add(this)
    }
    postMessage(data: unknown) {
      for (const each of channels) if (each !== this) each.onmessage?.({ data })
    }
    close() {
      channels.delete(this)
    }
  }
  vi.stubGlobal('BroadcastChannel', Channel)

  const streams: { url: string; say: (text: string) => void; closed: boolean }[] = []
  vi.stubGlobal('fetch', (url: string, { signal }: RequestInit) => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) })
    const stream = {
      url,
      say: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
      closed: false,
    }
    signal?.addEventListener('abort', () => {
      stream.closed = true
      controller?.error(new Error('AbortError'))
    })
    streams.push(stream)
    stream.say(': beat\n\n')
    return Promise.resolve(new Response(body))
  })
  return { streams, open: () => streams.filter(({ closed }) => !closed) }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const tick = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

function tab(name: string, projectId: string) {
  const heard: Message[] = []
  let carried = false
  const listening = shareStream({
    tab: name,
    projectId,
    hear: (message) => heard.push(message),
    onCarried: (now) => (carried = now),
  })
  return { heard, isCarried: () => carried, ...listening }
}

const tabsOf = (url = '') => new URL(url, location.href).searchParams.getAll('tab')
const projectsOf = (url = '') => new URL(url, location.href).searchParams.getAll('project')

const comments = 'event: comments\ndata: {"projectId":"p1"}\n\n'

test('all tabs hear one stream, which is of all their plugins', async () => {
  const { open } = browser()
  const one = tab('one', 'p1')
  await tick(100)
  const two = tab('two', 'p2')
  const three = tab('three', 'p2')
  await tick(100)
  expect(open().map(({ url }) => [projectsOf(url).toSorted(), tabsOf(url).toSorted()])).toEqual([
    [
      ['p1', 'p2'],
      ['one', 'three', 'two'],
    ],
  ])
  open()[0]?.say(comments)
  await tick(10)
  expect([one, two, three].map(({ heard }) => heard.length)).toEqual([1, 1, 1])
  for (const each of [one, two, three]) each.stop()
  await tick(10)
  expect(open()).toEqual([])
})

test('another tab reads on within a second after the one that read has gone', async () => {
  const { open } = browser()
  const one = tab('one', 'p1')
  const two = tab('two', 'p1')
  await tick(100)
  one.stop()
  await tick(900)
  expect(open()).toHaveLength(1)
  open()[0]?.say(comments)
  await tick(10)
  expect(two.heard).toHaveLength(1)
  two.stop()
})

test('the stream speaks for all tabs, for one that went no more, and for one that crashed not for long', async () => {
  const { open } = browser()
  const one = tab('one', 'p1')
  const two = tab('two', 'p1')
  // It says what it wants, and nothing ever after.
  new BroadcastChannel('plugwright-events').postMessage({ kind: 'want', tab: 'crashed', projectId: 'p3' })
  await tick(100)
  expect(tabsOf(open()[0]?.url).toSorted()).toEqual(['crashed', 'one', 'two'])
  open()[0]?.say(': beat\n\n')
  await tick(10)
  expect([one.isCarried(), two.isCarried()]).toEqual([true, true])
  for (let passed = 0; passed < 16_000; passed += 4_000) {
    await tick(4_000)
    open()[0]?.say(': beat\n\n')
  }
  await tick(100)
  expect(tabsOf(open()[0]?.url).toSorted()).toEqual(['one', 'two'])
  two.stop()
  open()[0]?.say(': beat\n\n')
  await tick(100)
  expect(tabsOf(open()[0]?.url)).toEqual(['one'])
  one.stop()
})

test('where the one who reads falls silent, or has no stream, tabs have to speak for themselves', async () => {
  const { open } = browser()
  const one = tab('one', 'p1')
  await tick(100)
  expect(one.isCarried()).toBe(true)
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  await tick(11_000)
  expect(open()).toEqual([])
  expect(one.isCarried()).toBe(false)
  one.stop()
})

test('a stream that breaks is opened again, and says that it goes on', async () => {
  const { streams, open } = browser()
  const one = tab('one', 'p1')
  await tick(100)
  await tick(20_000)
  expect(streams.length).toBeGreaterThan(1)
  one.wake()
  await tick(10)
  expect(open()).toHaveLength(1)
  one.stop()
})

test('a tab that hangs with the lock is not waited for', async () => {
  const { open } = browser()
  // It took the lock, and says nothing any more.
  void navigator.locks.request('plugwright-events', {}, () => new Promise(() => {})).catch(() => {})
  const two = tab('two', 'p1')
  await tick(5_000)
  expect(open()).toEqual([])
  await tick(10_000)
  expect(open()).toHaveLength(1)
  two.stop()
})
