import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { agree, allow, choosePractice, fromOwnNetwork } from './oauth-page'
import { createPluginByHand } from './page'

test.beforeEach(({ context }) => fromOwnNetwork(context))

const callback = (page: Page) => page.getByRole('region', { name: 'Callback' })
const passes = (page: Page) => callback(page).getByRole('list', { name: 'Checks of the callback' }).getByText('Passed:')

/** Chooses a step after the callback, sends its request, and waits for the status. */
async function send(page: Page, tab: string, button: string, status: string) {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('tabpanel').getByText(status).first()).toBeVisible()
}

for (const client of ['Basic', 'Body', 'Public'] as const)
  test(`a client goes the whole way with PKCE, by hand: ${client}`, async ({ page }) => {
    await choosePractice(page, client)
    const window = await agree(page, 'Sign in')
    await expect(window.getByRole('heading', { name: 'The service answered' })).toBeVisible()
    expect(new URL(window.url()).search).toBe('')
    await expect(passes(page)).toHaveCount(6)

    await send(page, 'Exchange', 'Exchange the code', '200 OK')
    await send(page, 'Userinfo', 'Ask who signed in', '200 OK')
    await expect(page.getByRole('tabpanel')).toContainText('Pat Practice')
    await send(page, 'Refresh', 'Refresh now', '200 OK')
    await expect(page.getByRole('tabpanel')).toContainText('A new refresh token came')
    await send(page, 'Revoke access', 'Take the access token back', '200 OK')
    await expect(page.getByRole('tabpanel')).toContainText('The refresh token was not sent.')
    await send(page, 'Revoke refresh', 'Take the refresh token back', '200 OK')
    await send(page, 'Refresh', 'Refresh now', '400 Bad Request')
    await expect(page.getByRole('tabpanel')).toContainText('invalid_grant')
  })

test('one click tries the whole flow, and no secret of it stays in the browser', async ({ page }) => {
  await choosePractice(page, 'Body')
  const secret = await page.getByLabel('Client secret', { exact: true }).inputValue()
  expect(secret.length).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Try the whole flow' }).click()
  await expect(page.getByText('It works: signed in, exchanged, asked and refreshed.')).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))
  expect(kept).not.toContain(secret)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByLabel('Client secret', { exact: true })).toHaveValue('')
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('')
})

test('a sign-in in another browser comes back by its pasted address', async ({ page, browser }) => {
  await choosePractice(page, 'Body', 'Nothing, and the person is asked')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const address = await page.getByRole('link', { name: 'Open the sign-in page' }).getAttribute('href')
  const other = await (await browser.newContext()).newPage()
  await other.goto(address ?? '')
  await allow(other)
  await expect(other.getByRole('heading', { name: /No sign-in of this browser waits/ })).toBeVisible()
  const pasted = await other.getByLabel('Address to paste').inputValue()
  await other.context().close()

  const paste = page.getByRole('textbox', { name: 'Paste a callback URL' })
  await paste.fill(pasted.replace(/state=[^&]+/, 'state=of-somebody-else'))
  await page.getByRole('button', { name: 'Check it' }).click()
  await expect(callback(page)).toContainText('The state is not the one that was sent')
  await paste.fill(pasted)
  await page.getByRole('button', { name: 'Check it' }).click()
  await expect(passes(page)).toHaveCount(6)
  await expect(page.getByRole('button', { name: 'Exchange the code' })).toBeVisible()
})

test('an issuer is discovered, and a reload forgets nothing but the secret', async ({ page, baseURL }) => {
  await page.goto('/oauth')
  await page.getByRole('combobox', { name: 'Service' }).click()
  await page.keyboard.type('openid')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Issuer' }).fill(`${baseURL}/practice`)
  await page.getByRole('button', { name: 'Discover' }).click()
  await expect(page.getByRole('textbox', { name: 'Token URL', exact: true })).toHaveValue(`${baseURL}/practice/token`)
  const { clientSecret } = await (await page.request.get('/api/oauth/practice')).json()
  await page.getByRole('textbox', { name: 'Client ID' }).fill('practice-basic')
  await page.getByLabel('Client secret', { exact: true }).fill(clientSecret)

  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const window = await opened
  await page.reload()
  await expect(page.getByText('Waiting for the service to send you back.')).toBeVisible()
  await allow(window)
  await expect(passes(page)).toHaveCount(6)
  await expect(page.getByRole('textbox', { name: 'Client ID' })).toHaveValue('practice-basic')
  await expect(page.getByLabel('Client secret', { exact: true })).toHaveValue('')
  await page.getByRole('button', { name: 'Exchange the code' }).click()
  await expect(page.getByRole('tabpanel').getByText('200 OK').first()).toBeVisible()
  // The server lends the secret to the same client once more.
  await agree(page, 'Sign in again')
  await page.getByRole('button', { name: 'Exchange the code' }).click()
  await expect(page.getByRole('tabpanel').getByText('200 OK').first()).toBeVisible()
})

test('a client alone gets a token, and is told that Dify has no such sign-in', async ({ page, baseURL }) => {
  await page.goto('/oauth')
  await page.getByRole('combobox', { name: 'Service' }).click()
  await page.keyboard.type('client cred')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Token URL', exact: true }).fill(`${baseURL}/practice/token`)
  await page.getByRole('textbox', { name: 'Client ID' }).fill('practice-basic')
  await page.getByLabel('Client secret', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Get a token' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('invalid_client')
  await expect(page.getByRole('region', { name: 'Client credentials' })).toContainText('Dify has no such flow')
  const { clientSecret } = await (await page.request.get('/api/oauth/practice')).json()
  await page.getByLabel('Client secret', { exact: true }).fill(clientSecret)
  await page.getByRole('button', { name: 'Get a token' }).first().click()
  await expect(page.getByRole('tabpanel').getByText('200 OK').first()).toBeVisible()
})

test('the playground of a plugin knows the redirect URIs of its provider', async ({ page, baseURL }) => {
  await createPluginByHand(page, 'Field Notes', 'saltmarsh')
  await page.getByRole('link', { name: 'OAuth', exact: true }).click()
  await page.waitForURL(/\/oauth$/)
  const path = '/console/api/oauth/plugin/saltmarsh/field_notes/field_notes/tool/callback'
  await expect(page.getByText(baseURL + path).first()).toBeVisible()
  await expect(page.getByText(`https://cloud.dify.ai${path}`).first()).toBeVisible()
  await page.getByRole('radio', { name: /under Dify's path/ }).check()
  await page.getByRole('textbox', { name: 'Authorization URL' }).fill(`${baseURL}/practice/auth`)
  await page.getByRole('textbox', { name: 'Token URL', exact: true }).fill(`${baseURL}/practice/token`)
  await page.getByRole('textbox', { name: 'Client ID' }).fill('practice-public')
  await page.getByRole('combobox', { name: 'Client sign-in' }).click()
  await page.getByRole('option', { name: /public client/ }).click()
  await page.getByRole('textbox', { name: 'Scopes' }).fill('openid ')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const window = await opened
  await window.getByRole('button', { name: 'Allow' }).click()
  await window.waitForURL(baseURL + path)
  await expect(callback(page)).toContainText('It came back to the redirect URI, character by character.')
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the whole flow has no accessibility problem and fits a phone, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme })
    await fromOwnNetwork(context)
    const page = await context.newPage()
    await choosePractice(page, 'Public')
    await agree(page, 'Try the whole flow')
    await expect(page.getByText('It works', { exact: false })).toBeVisible()
    for (const title of ['More addresses', 'How requests are written', 'Further parameters'])
      await page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await context.close()
  })

test('an answer that is posted, or hidden behind #, is told in words, and a stray one at the page that waits', async ({
  page,
}) => {
  await choosePractice(page, 'Body', 'Nothing, and the person is asked')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(callback(page).getByText('Waiting for the service to send you back.')).toBeVisible()

  const opened = page.getByRole('link', { name: 'Open the sign-in page' })
  const posted = await page.request.post('/oauth/callback', { form: { code: 'a', state: 'b' } })
  expect(posted.status()).toBe(405)
  expect(await posted.text()).toContain('The service posted its answer')

  const state = new URL((await opened.first().getAttribute('href')) ?? '').searchParams.get('state') ?? ''
  await page.request.post('/oauth/callback', { form: { code: 'a', state } })
  await expect(callback(page).getByText(/The service posted its answer/)).toBeVisible()

  const window = await page.context().newPage()
  await window.goto('/oauth/callback#code=a&state=b')
  await expect(window.getByText('The answer stands behind #')).toBeVisible()
  await expect(window.getByLabel('Address to paste')).toHaveValue(/#code=a&state=b$/)
  await window.goto('/oauth/callback?code=a&state=b')
  await expect(window.getByRole('heading', { name: 'This answers no sign-in of this browser' })).toBeVisible()
  await window.close()

  await expect(callback(page).getByText('What came is no answer to this sign-in')).toBeVisible()
  await expect(callback(page).getByText(/The state is not the one that was sent/)).toBeVisible()
})

test('a slash at the end of the redirect URI is another address: it is told, and nothing of it is cached', async ({
  page,
}) => {
  const answer = await page.request.get('/oauth/callback/?code=a&state=b', { maxRedirects: 0 })
  expect(answer.status()).toBe(200)
  expect(answer.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
  expect(await answer.text()).toContain('/oauth/callback/?')
  const other = await page.request.get('/oauth/?a=b', { maxRedirects: 0 })
  expect([other.status(), other.headers().location]).toEqual([308, '/oauth?a=b'])

  await choosePractice(page, 'Body', 'Nothing, and the person is asked')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  const link = page.getByRole('link', { name: 'Open the sign-in page' })
  const state = new URL((await link.getAttribute('href')) ?? '').searchParams.get('state') ?? ''
  const window = await page.context().newPage()
  await window.goto(`/oauth/callback/?code=a&state=${state}`)
  await expect(window.getByRole('heading', { name: 'The service gave no code' })).toBeVisible()
  await window.close()
  await expect(callback(page).getByText(/It came back to .*\/oauth\/callback\/, but the request said/)).toBeVisible()
})
