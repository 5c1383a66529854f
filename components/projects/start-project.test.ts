import { afterEach, describe, expect, test, vi } from 'vitest'
import { startProject } from './start-project'

const signIn = vi.hoisted(() => vi.fn())
vi.mock('next-auth/react', () => ({ signIn }))

const files = new Map<string, string | Uint8Array>([
  ['manifest.yaml', 'name: weather\n'],
  ['_assets/icon.png', new Uint8Array([0, 1])],
])

function answer(status: number, body: unknown) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json(body, { status }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => {
  vi.unstubAllGlobals()
  signIn.mockReset()
})

describe('starting a project', () => {
  test('sends text as text and bytes as base64, and gives the id', async () => {
    const fetch = answer(201, { id: 'p1' })
    expect(await startProject(files, true)).toEqual({ ok: true, id: 'p1' })
    expect(signIn).not.toHaveBeenCalled()
    expect(JSON.parse(String(fetch.mock.calls[0]?.[1].body))).toEqual({
      files: [
        { path: 'manifest.yaml', text: 'name: weather\n' },
        { path: '_assets/icon.png', base64: 'AAE=' },
      ],
    })
  })

  test('makes a visitor a guest first, without leaving the page', async () => {
    signIn.mockResolvedValue({ ok: true })
    answer(201, { id: 'p1' })
    await startProject(files, false)
    expect(signIn).toHaveBeenCalledWith('guest', { redirect: false })
  })

  test('repeats the sentence of the server', async () => {
    answer(413, { error: { message: 'Send less at once: a plugin holds 50 MiB at most.' } })
    expect(await startProject(files, true)).toEqual({
      ok: false,
      reason: 'Send less at once: a plugin holds 50 MiB at most.',
    })
  })

  test('names the status of an answer without a sentence', async () => {
    answer(502, 'Bad gateway')
    expect(await startProject(files, true)).toEqual({
      ok: false,
      reason: 'The server did not take the plugin (status 502). Try again in a moment.',
    })
  })

  test('says that the server cannot be reached', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await startProject(files, true)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^The server cannot be reached\./),
    })
  })
})
