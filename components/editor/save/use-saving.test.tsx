import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeFile, type Files } from '@/lib/plugin/files'
import { createStore } from '../store/store'
import { settle } from './absorb'
import { useLeaveGuard } from './use-leave-guard'
import { useSaving } from './use-saving'

interface Sent {
  base: string
  changes: { path: string; text?: string; removed?: boolean }[]
  save: string
}

const sent: Sent[] = []
let answer: (body: Sent) => Response | Promise<Response>

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false })
  sent.length = 0
  let revision = 1
  answer = () => Response.json({ revision: `r${(revision += 1)}`, merged: false })
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body)) as Sent
    sent.push(body)
    return answer(body)
  })
})
afterEach(async () => {
  cleanup()
  // What an editor sends when it is left belongs to its own test.
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open() {
  const files: Files = new Map([['a.txt', 'one\ntwo\nthree\n']])
  const store = createStore({ files, revision: 'r1', place: { file: 'a.txt', code: 'a.txt', at: [] } })
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result, unmount } = renderHook(
    () => {
      useLeaveGuard(store)
      return useSaving(store, 'p1')
    },
    { wrapper },
  )
  const type = (text: string) => act(() => store.change('Edit', (now) => writeFile(now, 'a.txt', text)))
  const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
  return { store, type, wait, saveNow: result.current, unmount }
}

describe('saving', () => {
  test('sends a second after the last change, only what changed, and says so', async () => {
    const { store, type, wait } = open()
    type('one!\ntwo\nthree\n')
    expect(store.get().save.kind).toBe('waiting')
    await wait(900)
    type('one!!\ntwo\nthree\n')
    await wait(900)
    expect(sent).toEqual([])
    await wait(200)
    expect(sent).toMatchObject([{ base: 'r1', changes: [{ path: 'a.txt', text: 'one!!\ntwo\nthree\n' }] }])
    expect(store.get()).toMatchObject({ save: { kind: 'saved' }, saved: { revision: 'r2' } })
  })

  test('over a limit says the sentence of the server, and tries again when the server said', async () => {
    const { store, type, wait } = open()
    const limited = { status: 429, headers: { 'Retry-After': '20' } }
    answer = () => Response.json({ error: { message: 'Wait 20 seconds: too many saves.' } }, limited)
    type('one!\n')
    await wait(1000)
    expect(store.get().save).toEqual({ kind: 'limited', reason: 'Wait 20 seconds: too many saves.' })
    await wait(19_000)
    expect(sent).toHaveLength(1)
    answer = () => Response.json({ revision: 'r2', merged: false })
    await wait(1500)
    expect(sent).toHaveLength(2)
    expect(store.get().save.kind).toBe('saved')
  })

  test('does not wait for hands that never rest', async () => {
    const { type, wait } = open()
    for (let count = 0; count < 12; count += 1) {
      type(`${count}\n`)
      await wait(500)
    }
    expect(sent.length).toBeGreaterThan(0)
  })

  test('does not let others wait who look on', async () => {
    const { store, type, wait } = open()
    store.note({ accompanied: true })
    type('seen\n')
    await wait(250)
    expect(sent).toHaveLength(1)
  })

  test('sends nothing when a change was taken back', async () => {
    const { store, type, wait } = open()
    type('other\n')
    act(() => store.undo())
    await wait(2000)
    expect(sent).toEqual([])
    expect(store.get().save.kind).toBe('saved')
  })

  test('saves what is typed during a save on top of it', async () => {
    const { type, wait } = open()
    let finish = () => {}
    answer = () => new Promise((done) => (finish = () => done(Response.json({ revision: 'r2', merged: false }))))
    type('first\n')
    await wait(1100)
    type('second\n')
    await wait(3000)
    expect(sent).toHaveLength(1)
    finish()
    await wait(1100)
    expect(sent.map(({ base }) => base)).toEqual(['r1', 'r2'])
  })

  test('tries again under the same name until the server has it', async () => {
    const { store, type, wait } = open()
    const well = answer
    answer = () => Promise.reject(new TypeError('no network'))
    type('kept\n')
    await wait(8000)
    expect(sent.length).toBeGreaterThan(2)
    answer = well
    await wait(15_000)
    expect(new Set(sent.map(({ save }) => save)).size).toBe(1)
    expect(store.get().save.kind).toBe('saved')
  })

  test('takes in what others changed', async () => {
    const { store, type, wait } = open()
    answer = () =>
      Response.json({
        revision: 'r9',
        merged: true,
        changes: [
          { path: 'a.txt', text: 'ONE\ntwo\nmine\n' },
          { path: 'b.txt', text: 'new\n' },
        ],
      })
    type('one\ntwo\nmine\n')
    await wait(1100)
    expect(Object.fromEntries(store.get().files)).toEqual({ 'a.txt': 'ONE\ntwo\nmine\n', 'b.txt': 'new\n' })
    expect(store.get()).toMatchObject({ save: { kind: 'merged' }, saved: { revision: 'r9' } })
    await wait(5000)
    expect(sent).toHaveLength(1)
  })

  test('an overlap keeps both sides and stops saving until one is chosen', async () => {
    const { store, type, wait } = open()
    answer = () =>
      Response.json(
        {
          head: { revision: 'r7', files: [{ path: 'a.txt', text: 'theirs\n' }] },
          conflicts: [{ path: 'a.txt', reason: 'Both sides changed the same lines of a.txt.' }],
        },
        { status: 409 },
      )
    type('mine\n')
    await wait(1100)
    expect(store.get().save.kind).toBe('conflict')
    expect(store.get().files.get('a.txt')).toBe('mine\n')
    expect(store.get().conflict?.head.files.get('a.txt')).toBe('theirs\n')
    type('mine, more\n')
    await wait(5000)
    expect(sent).toHaveLength(1)
  })

  test('an overlap that was settled by what was typed meanwhile asks nobody', async () => {
    const { store, type, wait } = open()
    let finish = () => {}
    const well = answer
    const head = { revision: 'r7', files: [{ path: 'a.txt', text: 'theirs\ntwo\nthree\n' }] }
    answer = () => new Promise((done) => (finish = () => done(Response.json({ head, conflicts: [] }, { status: 409 }))))
    type('mine\ntwo\nthree\n')
    await wait(1100)
    type('one\ntwo\nthree, mine\n')
    answer = well
    finish()
    await wait(2000)
    expect(store.get().conflict).toBeUndefined()
    expect(sent[1]).toMatchObject({ base: 'r7', changes: [{ path: 'a.txt', text: 'theirs\ntwo\nthree, mine\n' }] })
  })

  test('an overlap that arises while a save is on its way writes over nobody: both sides are there to choose', async () => {
    const { store, type, wait } = open()
    let finish = () => {}
    answer = () =>
      new Promise(
        (done) =>
          (finish = () =>
            done(
              Response.json({
                revision: 'r9',
                merged: true,
                changes: [{ path: 'a.txt', text: 'one, mine\ntwo\nthree, theirs\n' }],
              }),
            )),
      )
    type('one, mine\ntwo\nthree\n')
    await wait(1100)
    type('one, mine\ntwo\nthree, also mine\n')
    finish()
    await wait(8000)
    expect(sent).toHaveLength(1)
    expect(store.get()).toMatchObject({ save: { kind: 'conflict' }, saved: { revision: 'r1' } })
    expect(store.get().files.get('a.txt')).toContain('three, also mine')
    const conflict = store.get().conflict
    expect(conflict?.head.files.get('a.txt')).toContain('three, theirs')
    if (!conflict) return
    const theirs = conflict.head.files
    const choices = new Map([['a.txt', 'both' as const]])
    const both = settle({ base: conflict.base, ours: store.get().files, theirs, choices })
    act(() => {
      store.absorb(both, conflict.head)
      store.note({ conflict: undefined })
    })
    await wait(100)
    expect(sent[1]).toMatchObject({
      base: 'r9',
      changes: [{ path: 'a.mine.txt', text: 'one, mine\ntwo\nthree, also mine\n' }],
    })
  })

  test('a refusal is said, not tried again, and can be tried again by hand', async () => {
    const { store, type, wait, saveNow } = open()
    const well = answer
    answer = () =>
      Response.json({ error: { message: 'Remove or shrink files: a plugin holds 50 MiB at most.' } }, { status: 413 })
    type('too much\n')
    await wait(60_000)
    expect(sent).toHaveLength(1)
    expect(store.get().save).toEqual({
      kind: 'failed',
      reason: 'Remove or shrink files: a plugin holds 50 MiB at most.',
    })
    answer = well
    act(() => saveNow())
    await wait(100)
    expect(store.get().save.kind).toBe('saved')
  })

  test('leaving with unsaved work is asked about, leaving without is not', async () => {
    const { type, wait } = open()
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).toBe(false)
    type('unsaved\n')
    expect(leave()).toBe(true)
    await wait(1100)
    expect(leave()).toBe(false)
  })

  test('an editor that is left within the page sends what it has, and what was typed during a save after it', async () => {
    const { store, type, wait, unmount } = open()
    let finish = () => {}
    const well = answer
    answer = () => new Promise((done) => (finish = () => done(Response.json({ revision: 'r2', merged: false }))))
    type('first\n')
    await wait(1100)
    type('second\n')
    unmount()
    answer = well
    finish()
    await wait(100)
    expect(sent).toMatchObject([{ changes: [{ text: 'first\n' }] }, { base: 'r2', changes: [{ text: 'second\n' }] }])
    expect(store.get().files).toBe(store.get().saved.files)
  })

  test('a page that goes away sends what it has', async () => {
    const { type } = open()
    type('last words\n')
    window.dispatchEvent(new Event('pagehide'))
    expect(sent).toMatchObject([{ changes: [{ path: 'a.txt', text: 'last words\n' }] }])
  })

  test('a page that comes back after it sent what it had waits for the answer before the next save', async () => {
    const { store, type, wait } = open()
    let finish = () => {}
    const well = answer
    answer = () => new Promise((done) => (finish = () => done(Response.json({ revision: 'r2', merged: false }))))
    type('before\n')
    window.dispatchEvent(new Event('pagehide'))
    type('after\n')
    await wait(3000)
    expect(sent).toHaveLength(1)
    answer = well
    finish()
    await wait(1100)
    expect(sent[1]).toMatchObject({ base: 'r2', changes: [{ text: 'after\n' }] })
    expect(store.get().save.kind).toBe('saved')
  })

  test('a page that comes back and could not send what it had sends it again', async () => {
    const { store, type, wait } = open()
    const well = answer
    answer = () => Promise.reject(new TypeError('no network'))
    type('before\n')
    window.dispatchEvent(new Event('pagehide'))
    answer = well
    await wait(1100)
    expect(sent).toHaveLength(2)
    expect(store.get()).toMatchObject({ save: { kind: 'saved' }, sending: undefined })
  })
})
