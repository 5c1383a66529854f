import { expect, test, type Page } from '@playwright/test'
import { agree, choosePractice, fromOwnNetwork } from './oauth-page'
import { createPluginByHand, openFileText, reloadEditor } from './page'

/** Everything that the policy of a page stopped while the journey ran, in all windows. */
async function violationsOf(page: Page): Promise<string[]> {
  const violations: string[] = []
  page.context().on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) violations.push(message.text())
  })
  await page.context().exposeFunction('noteViolation', (text: string) => violations.push(text))
  await page.context().addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
      const note: unknown = Reflect.get(window, 'noteViolation')
      if (typeof note === 'function') note(`${documentURI}: ${violatedDirective} ${blockedURI}`)
    })
  })
  return violations
}

test('a whole journey keeps the policy of its pages: forms, Monaco, ruff, find, preview and client navigation', async ({
  page,
}) => {
  const violations = await violationsOf(page)
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.emulateMedia({ colorScheme: 'dark' })
  await reloadEditor(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page
    .getByRole('treeitem', { name: /^first_tool/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'first_tool.py' }).click()
  await expect.poll(() => openFileText(page)).toContain('class ')
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('import os\n')
  // ruff, which is WebAssembly in a worker, has looked at it
  await expect(page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-hint').first()).toBeVisible()
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('saltmarsh')
  await expect(page.getByRole('status').filter({ hasText: 'places in' })).toContainText(/\d+ places in/)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'In Dify' }).click()
  await expect(page.getByRole('group', { name: /in Dify$/ })).toBeVisible()
  for (const path of ['/sign-in', '/account', '/help', '/nothing-here', '/new']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.getByRole('link', { name: 'Plugins', exact: true }).first().click()
  await page.waitForURL(/\/$/)
  await expect(page.getByText('Tide Tables').first()).toBeVisible()
  // what reads archives looks once whether it may evaluate, and goes on without
  expect(violations.filter((each) => !each.endsWith('script-src eval'))).toEqual([])
})

test('the playground and its sign-in window keep the policy', async ({ page }) => {
  await fromOwnNetwork(page.context())
  const violations = await violationsOf(page)
  await choosePractice(page, 'Body')
  const window = await agree(page, 'Sign in')
  await expect(window.getByRole('heading', { name: 'The service answered' })).toBeVisible()
  expect(violations).toEqual([])
})

test('each answer has a nonce of its own, and every script in it carries that', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of ['/', '/new', '/help', '/oauth', '/sign-in', '/account', '/nothing-here', '/x.png']) {
    const response = await request.get(path)
    const policy = response.headers()['content-security-policy'] ?? ''
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
    nonces.add(nonce)
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src '))
    expect(scripts).toBe(`script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`)
    expect(policy).toContain("frame-ancestors 'none'")
    const tags = (await response.text()).match(/<script[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(2)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect(response.headers()).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(response.headers()['permissions-policy']).toContain('camera=()')
  }
  expect(nonces.size).toBe(8)
})

test('a script that got into a page does not run, whatever way it takes', async ({ page }) => {
  await page.goto('/')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = "inline"'
    document.body.append(script)
    const picture = document.createElement('div')
    picture.innerHTML = '<img src="data:," onerror="window.ran = \'handler\'">'
    document.body.append(picture)
    const link = document.createElement('a')
    link.href = 'javascript:void (window.ran = "link")'
    link.click()
    // later: what the test itself evaluates may evaluate
    setTimeout(() => Reflect.set(window, 'ran', new Function('return "eval"')()), 50)
    await new Promise((done) => setTimeout(done, 300))
    const value: unknown = Reflect.get(window, 'ran')
    return value
  })
  expect(ran).toBeUndefined()
})

test('an icon with a script in it is drawn and never run', async ({ page, request }) => {
  await page.goto('/')
  await page.request.get('/api/auth/csrf')
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><style>rect{fill:red}</style><rect width="40" height="40"/><script>document.title="run";fetch("/ran")</script></svg>'
  const csrf = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/callback/guest', { form: { csrfToken: csrf.csrfToken, json: 'true' } })
  const origin = new URL(page.url()).origin
  const made = await request.post('/api/projects', {
    headers: { origin },
    data: {
      files: [
        { path: 'manifest.yaml', text: 'name: a\nicon: i.svg\n' },
        { path: '_assets/i.svg', text: svg },
      ],
    },
  })
  const { id } = await made.json()
  const icon = `/api/projects/${id}/icon`
  const response = await request.get(icon)
  expect(response.headers()).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-disposition': 'attachment',
    'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/),
    'x-content-type-options': 'nosniff',
  })
  await page.context().addCookies((await request.storageState()).cookies)
  const download = page.waitForEvent('download')
  await page.goto(icon).catch(() => {}) // a navigation that becomes a download
  expect((await download).url()).toContain(icon)
  const asked: string[] = []
  page.on('request', (each) => asked.push(new URL(each.url()).pathname))
  await page.goto('/')
  const width = await page.evaluate(
    (src) =>
      new Promise((done) => {
        const image = new Image()
        image.onload = () => done(image.naturalWidth)
        image.onerror = () => done(0)
        image.src = src
        document.body.append(image)
      }),
    icon,
  )
  expect(width).toBe(40)
  expect(asked).not.toContain('/ran')
})
