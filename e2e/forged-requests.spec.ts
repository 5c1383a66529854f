import { expect, test, type APIRequestContext } from '@playwright/test'
import { createPluginByHand } from './page'

async function csrfToken(request: APIRequestContext): Promise<string> {
  return (await (await request.get('/api/auth/csrf')).json()).csrfToken
}

test('a server action runs for our own pages only', async ({ page, request, baseURL }) => {
  const origin = baseURL ?? ''
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.goto('/')
  let sent: { url: string; headers: Record<string, string>; data: Buffer } | undefined
  await page.route('**/*', async (route) => {
    const asked = route.request()
    const headers = await asked.allHeaders()
    if (!headers['next-action']) return route.fallback()
    sent = { url: asked.url(), headers, data: asked.postDataBuffer() ?? Buffer.of() }
    return route.abort()
  })
  await page.getByRole('button', { name: /^More/ }).first().click()
  await page.getByRole('menuitem', { name: 'Delete plugin' }).click()
  await expect.poll(() => sent?.url).toBeDefined()
  if (!sent) throw new Error('no action was sent')
  const { url, data, headers } = sent
  const { origin: _own, 'sec-fetch-site': _site, host: _host, 'content-length': _length, ...rest } = headers
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const replay = async (more: Record<string, string>) =>
    (await request.post(url, { headers: { ...rest, cookie: cookies, ...more }, data })).status()
  const home = async () => (await request.get('/', { headers: { cookie: cookies } })).text()

  expect(await replay({ origin: 'http://evil.example' })).toBe(403)
  expect(await replay({ origin: 'null' })).toBe(403)
  expect(await replay({})).toBe(403)
  expect(await replay({ origin, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await replay({ origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' })).toBe(403)
  expect(await home()).toContain('More for Tide Tables')
  expect(await replay({ origin })).toBe(200)
  expect(await home()).not.toContain('More for Tide Tables')
  expect(await home()).toContain('Put back Tide Tables')
})

test('signing in needs the token of the form, and its cookies are out of reach of scripts and other sites', async ({
  request,
}) => {
  const cookies = async () => (await request.storageState()).cookies
  const forged = await request.post('/api/auth/callback/guest', { form: { csrfToken: 'x', json: 'true' } })
  expect((await forged.json()).url).toContain('csrf=true')
  expect((await cookies()).map(({ name }) => name)).not.toContain('next-auth.session-token')
  await request.post('/api/auth/callback/guest', { form: { csrfToken: await csrfToken(request), json: 'true' } })
  const kept = await cookies()
  expect(kept.map(({ name }) => name)).toContain('next-auth.session-token')
  expect(kept.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite === 'None')).toEqual([])
})

test('a visitor is led over the sign-in to the whole address that was asked for', async ({ page, request }) => {
  const asked = '/projects/there-is-none?file=tools%2Fx.yaml&line=3'
  const { headers, status } = await request.get(asked, { maxRedirects: 0 }).then((response) => ({
    headers: response.headers(),
    status: response.status(),
  }))
  expect([status, headers.location]).toEqual([307, `/sign-in?next=${encodeURIComponent(asked)}`])
  await page.goto(asked)
  await page.getByRole('button', { name: /guest/i }).click()
  await page.waitForURL((url) => `${url.pathname}${url.search}` === asked)
})

test('nobody is led to another site', async ({ page, request, baseURL }) => {
  const origin = baseURL ?? ''
  const elsewhere = [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/%09/evil.example',
    'javascript:alert(1)',
  ]
  for (const target of elsewhere) {
    const form = { csrfToken: await csrfToken(request), json: 'true', callbackUrl: target }
    for (const path of ['callback/guest', 'signout']) {
      const { url } = await (await request.post(`/api/auth/${path}`, { form })).json()
      expect(new URL(url, origin).origin).toBe(origin)
    }
    const asked = await request.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(target)}`, { maxRedirects: 0 })
    expect(new URL(asked.headers().location ?? '/', origin).origin).toBe(origin)
    await page.context().clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(target)}`)
    await page.getByRole('button', { name: /guest/i }).click()
    await page.waitForURL((url) => url.pathname !== '/sign-in')
    expect(new URL(page.url()).origin).toBe(origin)
  }
})
