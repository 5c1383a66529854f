import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { createPluginByHand, filesOf } from './page'

/** The owner opens Share and makes a link; its address. */
async function makeLink(page: Page, set: () => Promise<void> = async () => {}): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Share Field Notes' })
  await set()
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const address = await dialog.getByRole('textbox', { name: 'The link' }).inputValue()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Made' }).first()).toBeVisible()
  return address
}

/** Somebody without an account, in a browser of their own. */
async function visitor(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

test('a guest opens a link without an account, takes the package and a copy along, and is out when it is revoked', async ({
  page,
  browser,
}) => {
  await createPluginByHand(page, 'Field Notes', 'saltmarsh')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const address = await makeLink(page)
  const token = new URL(address).hash.slice(1)
  expect(token.length).toBeGreaterThan(40)

  const guest = await visitor(browser)
  const seen: string[] = []
  guest.on('request', (request) => seen.push(`${request.url()} ${request.headers().referer ?? ''}`))
  await guest.goto(address)
  await guest.waitForURL(/\/projects\/[\w-]+$/)
  await expect(guest.getByRole('status', { name: 'Access' })).toContainText('View only')
  // what the browser itself was given stands in the first request, after #: no server sees that
  expect(seen.slice(1).filter((line) => line.includes(token))).toEqual([])
  await expect(guest.getByRole('textbox', { name: 'Label' }).first()).toBeDisabled()
  const project = guest.url()

  const download = guest.waitForEvent('download')
  await guest.getByRole('status', { name: 'Access' }).getByRole('button', { name: 'Download' }).click()
  expect([...(await filesOf(await download)).keys()]).toContain('manifest.yaml')

  await guest.getByRole('button', { name: 'Make a copy' }).click()
  await guest.waitForURL((url) => url.href !== project && /\/projects\/[\w-]+$/.test(url.pathname))
  await expect(guest.getByRole('textbox', { name: 'Label' }).first()).toBeEnabled()
  await guest.goto('/')
  await expect(guest.getByRole('heading', { name: 'Shared with you' })).toBeVisible()
  await expect(guest.getByText('Copy of Field Notes by saltmarsh')).toBeVisible()
  const stream = guest.waitForResponse(/\/api\/events/)
  await guest.goto(project)
  await expect(guest.getByRole('status', { name: 'Access' })).toBeVisible()
  await stream
  // From here on only an event can tell the open page.
  await guest.route(/\/presence/, (route) => route.abort())

  await page.getByRole('button', { name: /^Revoke/ }).click()
  await page.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(guest.getByRole('dialog', { name: 'This plugin is no longer shared with you' })).toBeVisible()
  await expect(page.getByText('Revoked')).toBeVisible()
  expect((await guest.request.get(`/api${new URL(project).pathname}/files`)).status()).toBe(404)
  await guest.reload()
  await expect(guest.getByRole('heading', { name: 'Nothing stands at this address' })).toBeVisible()
  await guest.goto(address)
  await expect(guest.getByText('This link does not work any more: ask for a new one.')).toBeVisible()
})

test('a link with a password asks for it, and is used no more often than it allows', async ({ page, browser }) => {
  await createPluginByHand(page, 'Field Notes', 'saltmarsh')
  const address = await makeLink(page, async () => {
    await page.getByRole('radio', { name: 'Edit' }).click()
    await page.getByRole('button', { name: 'Expiry, password, uses, download' }).click()
    await page.getByLabel('Password').fill('open sesame')
    await page.getByLabel('Uses').fill('1')
  })
  const first = await visitor(browser)
  await first.goto(address)
  await expect(first.getByRole('heading', { name: 'This link has a password' })).toBeVisible()
  expect(first.url()).not.toContain('#')
  await first.getByLabel('Password').fill('wrong password')
  await first.keyboard.press('Enter')
  await expect(first.getByText('Try again: this is not the password of the link.')).toBeVisible()
  await first.getByLabel('Password').fill('open sesame')
  await first.keyboard.press('Enter')
  await first.waitForURL(/\/projects\//)
  await expect(first.getByRole('textbox', { name: 'Label' }).first()).toBeEnabled()

  const second = await visitor(browser)
  await second.goto(address)
  await expect(second.getByText('This link does not work any more: ask for a new one.')).toBeVisible()
  // the one who came by it comes again
  await first.goto(address)
  await first.waitForURL(/\/projects\//)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`sharing has no accessibility problem, ${colorScheme}`, async ({ browser }) => {
    const owner = await (await browser.newContext({ colorScheme })).newPage()
    await createPluginByHand(owner, 'Field Notes', 'saltmarsh')
    const problems: string[] = []
    const look = async (page: Page, where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      problems.push(...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target}`))
    }
    await owner.getByRole('button', { name: 'Share', exact: true }).click()
    await owner.getByRole('button', { name: 'Expiry, password, uses, download' }).click()
    await look(owner, 'the options of a link')
    await owner.getByRole('button', { name: 'Expiry, password, uses, download' }).click()
    await owner.getByRole('button', { name: 'Make link' }).click()
    const address = await owner.getByRole('textbox', { name: 'The link' }).inputValue()
    await expect(owner.getByRole('button', { name: 'Copy', exact: true })).toBeFocused()
    await owner.getByRole('button', { name: /^Revoke/ }).click()
    await look(owner, 'a link made, one about to be revoked')
    const guest = await (await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })).newPage()
    await guest.goto('/share')
    await expect(guest.getByRole('heading', { name: 'No link' })).toBeVisible()
    await look(guest, 'the page of links')
    await guest.goto(address)
    await expect(guest.getByRole('status', { name: 'Access' })).toBeVisible()
    await look(guest, 'the editor, view only')
    expect(problems).toEqual([])
  })
}
