import { beforeEach, expect, it, vi } from 'vitest'
import { POST } from './route'

const counted = vi.hoisted(() => ({
  limits: [] as string[],
  over: undefined as { message: string; seconds: number } | undefined,
  opened: 0,
  user: undefined as { id: string } | undefined,
}))
vi.mock('@/lib/server/limits', async (original) => ({
  ...(await original<object>()),
  overLimit: (name: string) => {
    counted.limits.push(name)
    return Promise.resolve(counted.over)
  },
}))
vi.mock('@/lib/server/access', async (original) => ({
  ...(await original<object>()),
  currentUser: () => Promise.resolve(counted.user),
}))
vi.mock('@/lib/server/share/open-link', () => ({
  openLink: () => {
    counted.opened++
    return Promise.resolve({ ok: true, projectId: 'p1' })
  },
}))

const open = () =>
  POST(
    new Request('http://localhost:3000/api/share', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', host: 'localhost:3000' },
      body: JSON.stringify({ token: 't' }),
    }),
    { params: Promise.resolve({}) },
  )

beforeEach(() => {
  Object.assign(counted, { limits: [], over: undefined, opened: 0, user: undefined })
})

it('counts a visitor, who becomes a guest by a link, and refuses with the figure before the link is opened', async () => {
  expect((await open()).status).toBe(200)
  expect([counted.limits, counted.opened]).toEqual([['guests'], 1])
  counted.over = { message: 'Wait 5 minutes: one network may begin as a guest 1,000 times.', seconds: 300 }
  const refused = await open()
  expect([refused.status, refused.headers.get('retry-after'), counted.opened]).toEqual([429, '300', 1])
  expect(await refused.text()).toContain('1,000 times')
})

it('counts nobody who has an account already', async () => {
  counted.user = { id: 'u1' }
  expect((await open()).status).toBe(200)
  expect([counted.limits, counted.opened]).toEqual([[], 1])
})
