import { NextRequest } from 'next/server'
import { expect, it, vi } from 'vitest'
import { POST } from './route'

const over = vi.hoisted(() => ({
  names: [] as string[],
  limit: undefined as { message: string; seconds: number } | undefined,
}))
vi.mock('@/lib/server/limits', () => ({
  overLimit: (name: string) => {
    over.names.push(name)
    return Promise.resolve(over.limit)
  },
}))
vi.mock('@/lib/server/auth', () => ({ authOptions: () => ({}) }))
// answers with what it was given
vi.mock('next-auth', () => ({
  default: () => async (request: NextRequest) =>
    Response.json({
      type: request.headers.get('content-type'),
      path: request.nextUrl.pathname,
      body: await request.text(),
    }),
}))

const url = 'http://localhost:3000/api/auth/callback/password'
const context = { params: Promise.resolve({ nextauth: ['callback', 'password'] }) }
const headers = { 'content-type': 'application/x-www-form-urlencoded' }

it('hands a form to next-auth as it came', async () => {
  const request = new NextRequest(url, { method: 'POST', headers, body: 'email=a%40b.c&json=true' })
  expect(await (await POST(request, context)).json()).toEqual({
    type: 'application/x-www-form-urlencoded',
    path: '/api/auth/callback/password',
    body: 'email=a%40b.c&json=true',
  })
})

it('takes 16 KiB and refuses more before next-auth reads it', async () => {
  const send = (size: number) =>
    POST(new NextRequest(url, { method: 'POST', headers, body: 'x'.repeat(size) }), context)
  expect((await send(16 * 1024)).status).toBe(200)
  const refused = await send(16 * 1024 + 1)
  expect(refused.status).toBe(413)
  expect(await refused.json()).toEqual({
    error: { message: 'Send less: a form of signing in holds 16 KiB at most.' },
  })
})

it('refuses a body whose length the headers do not tell, without reading it to its end', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(1024))
    },
  })
  const endless = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect((await POST(new NextRequest(endless), context)).status).toBe(413)
  expect(sent).toBeLessThan(30)
})

it('refuses by the length that the headers tell', async () => {
  const request = new NextRequest(url, {
    method: 'POST',
    headers: { ...headers, 'content-length': '16385' },
    body: 'x',
  })
  expect((await POST(request, context)).status).toBe(413)
})

it('counts every sign-in of a network, and says with figures when there were too many', async () => {
  over.names = []
  const send = (way: string) =>
    POST(new NextRequest(url, { method: 'POST', headers, body: 'csrfToken=x' }), {
      params: Promise.resolve({ nextauth: ['callback', way] }),
    })
  expect((await send('guest')).status).toBe(200)
  expect((await send('password')).status).toBe(200)
  expect(over.names).toEqual(['guests', 'signIns'])
  over.limit = { message: 'Wait 5 minutes: one network may begin as a guest 3 times.', seconds: 300 }
  const refused = await send('guest')
  over.limit = undefined
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '300'])
  const { url: page, error } = (await refused.json()) as { url: string; error: { message: string } }
  expect(error.message).toBe('Wait 5 minutes: one network may begin as a guest 3 times.')
  expect(new URL(page).searchParams.get('error')).toBe(error.message)
})
