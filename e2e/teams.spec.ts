import { expect, test, type Browser, type Page } from '@playwright/test'
import { createPluginByHand } from './page'

/** A browser of its own, which comes from a network of its own. */
async function person(browser: Browser, network: string): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    extraHTTPHeaders: { 'x-forwarded-for': network },
  })
  return context.newPage()
}

async function makeAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'New account' }).click()
  const form = page.getByRole('tabpanel', { name: 'New account' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('E-mail').fill(`${name.toLowerCase()}-${Date.now()}@example.com`)
  await form.getByLabel('Password').fill('correct horse')
  await form.getByRole('button', { name: 'Make an account' }).click()
}

test('a guest makes an account and a team, invites, changes a role that is felt, and finds it all in the activity', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const ada = await person(browser, '10.1.0.1')
  await createPluginByHand(ada, 'Tarn', 'saltmarsh')
  const editor = ada.url()

  await ada.goto('/sign-in?next=/teams')
  await makeAccount(ada, 'Ada')
  await ada.waitForURL('**/teams')
  await ada.getByLabel('Name of a new team').fill('Saltmarsh')
  await ada.getByRole('button', { name: 'Make a team' }).click()
  await expect(ada.getByRole('heading', { level: 1, name: 'Saltmarsh' })).toBeVisible()
  const team = ada.url()
  await ada.getByRole('combobox', { name: 'Your own plugin' }).click()
  await ada.getByRole('option', { name: 'Tarn' }).click()
  await ada.getByRole('button', { name: 'Move into the team' }).click()
  await expect(ada.getByRole('link', { name: 'Tarn' }).first()).toBeVisible()

  await ada.getByRole('combobox', { name: 'Role' }).click()
  await ada.getByRole('option', { name: 'Viewer' }).click()
  await ada.getByRole('button', { name: 'Make a link' }).click()
  const link = await ada.getByLabel('Link of the invitation').inputValue()
  expect(link).toMatch(/\/join#[\w-]{43}$/)

  const ben = await person(browser, '10.1.0.2')
  const asked: string[] = []
  ben.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer ?? ''}`))
  await ben.goto(link)
  await expect(ben.getByText('Ada invites you to the team Saltmarsh as viewer.')).toBeVisible()
  await expect(ben).toHaveURL(/\/join$/)
  await ben.getByRole('link', { name: 'Sign in to join' }).click()
  await makeAccount(ben, 'Ben')
  await ben.getByRole('button', { name: 'Join Saltmarsh' }).click()
  await expect(ben.getByRole('heading', { level: 1, name: 'Saltmarsh' })).toBeVisible()
  expect(asked.join('\n')).not.toContain(link.split('#')[1])
  await ben.goto(link)
  await expect(ben.getByText('Ask for a new invitation')).toBeVisible()

  const save = () =>
    ben.evaluate(async (id) => {
      const { revision } = await (await fetch(`/api/projects/${id}/files`)).json()
      const body = JSON.stringify({ base: revision, changes: [{ path: 'ben.md', text: 'here\n' }] })
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`/api/projects/${id}/revisions`, { method: 'POST', headers, body })).status
    }, editor.split('/projects/')[1]?.split('?')[0])
  expect(await save()).toBe(404)

  await ada.reload()
  await ada.getByRole('button', { name: 'Role of Ben: Viewer' }).click()
  await ada.getByRole('menuitemradio', { name: 'Editor' }).click()
  await expect(ada.getByRole('button', { name: 'Role of Ben: Editor' })).toBeVisible()
  expect(await save()).toBe(200)

  await ada.goto(`${team}/activity`)
  for (const text of ['Ada made Ben an editor', 'Ben joined as a viewer', 'Ada invited somebody by link as a viewer'])
    await expect(ada.getByRole('listitem').filter({ hasText: text })).toBeVisible()
  await ada.getByRole('combobox', { name: 'Person' }).click()
  await ada.getByRole('option', { name: 'Ben' }).click()
  await expect(ada.getByRole('listitem').filter({ hasText: 'Ada made' })).toHaveCount(0)
  await expect(ada.getByRole('listitem').filter({ hasText: 'Ben joined as a viewer' })).toBeVisible()
  expect((await ben.request.get(`${new URL(team).pathname}/activity`)).status()).toBe(404)

  await ada.goto(team)
  await ada.getByRole('button', { name: 'Role of Ben: Editor' }).click()
  await ada.getByRole('menuitem', { name: 'Remove from the team' }).click()
  await ada.getByRole('dialog', { name: 'Remove Ben from the team?' }).getByRole('button', { name: 'Remove' }).click()
  await expect(ada.getByRole('button', { name: /^Role of Ben/ })).toHaveCount(0)
  expect((await ben.request.get(new URL(team).pathname)).status()).toBe(404)
  expect((await ben.request.get(new URL(editor).pathname)).status()).toBe(404)
})

test('an account is taken along as a zip and deleted with its password', async ({ browser }) => {
  const page = await person(browser, '10.1.0.3')
  await page.goto('/sign-in?next=/account')
  await makeAccount(page, 'Cem')
  await expect(page.getByRole('heading', { level: 1, name: 'Account' })).toBeVisible()
  await page.getByLabel('Name').fill('Cem Kaya')
  await page.getByRole('button', { name: 'Change' }).first().click()
  await expect(page.getByLabel('Name')).toHaveValue('Cem Kaya')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download everything as a zip' }).click()
  expect((await downloading).suggestedFilename()).toBe('plugwright-export.zip')
  await page.getByRole('button', { name: 'Delete the account' }).click()
  await page.getByLabel(/Give your password/).fill('wrong horse')
  await page.getByRole('button', { name: 'Delete the account' }).click()
  await expect(page.getByText('that was another one')).toBeVisible()
  await page.getByLabel(/Give your password/).fill('correct horse')
  await page.getByRole('button', { name: 'Delete the account' }).click()
  await page.waitForURL('**/sign-in')
  await page.goto('/account')
  await expect(page.getByText('Nobody is signed in here.')).toBeVisible()
})
