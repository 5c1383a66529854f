import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { createPluginByHand, reloadEditor } from './page'

/** Two browsers of one person, each with the plugin open. */
async function twoBrowsers(browser: Browser, context: BrowserContext, page: Page, name: string) {
  await createPluginByHand(page, name, 'ada')
  await showIdentity(page)
  const other = await browser.newContext({ storageState: await context.storageState() })
  const second = await other.newPage()
  await second.goto(page.url())
  await expect(second.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
  await showIdentity(second)
  return { second, other }
}

const showIdentity = (page: Page) => page.getByRole('tab', { name: 'Identity' }).click()
const field = (page: Page, name: string) => page.getByRole('main').getByRole('textbox', { name, exact: true }).first()

/** The text that the server has. */
const savedText = (page: Page) =>
  page.evaluate(async () => {
    const response = await fetch(`/api${location.pathname}/files`)
    const { files }: { files: { path: string; text?: string }[] } = await response.json()
    return files.find(({ path }) => path === 'manifest.yaml')?.text ?? ''
  })

test('two browsers see each other’s work without a reload, and agree after one was offline', async ({
  browser,
  context,
  page,
}) => {
  const { second, other } = await twoBrowsers(browser, context, page, 'together')
  await test.step('what one types appears in the other', async () => {
    await field(page, 'Version').fill('0.2.0')
    await expect(field(second, 'Version')).toHaveValue('0.2.0')
    await expect(second.locator('.monaco-editor .view-lines').first()).toContainText('0.2.0')
    await field(second, 'Author').fill('grace')
    await expect(field(page, 'Author')).toHaveValue('grace')
  })
  await test.step('undo takes back one’s own step and leaves what the other did', async () => {
    await field(page, 'Version').press('ControlOrMeta+z')
    await expect(field(second, 'Version')).toHaveValue('0.1.0')
    await expect(field(page, 'Author')).toHaveValue('grace')
  })
  await test.step('one goes offline, both work on', async () => {
    await other.setOffline(true)
    await field(second, 'Author').fill('hopper')
    await field(page, 'Version').fill('0.3.0')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(field(second, 'Version')).toHaveValue('0.1.0')
  })
  await test.step('and both agree afterwards', async () => {
    await other.setOffline(false)
    for (const each of [page, second]) {
      await expect(field(each, 'Version')).toHaveValue('0.3.0')
      await expect(field(each, 'Author')).toHaveValue('hopper')
    }
    await expect.poll(() => savedText(page)).toMatch(/version: "?0\.3\.0"?[^]*author: hopper/)
  })
  await other.close()
})

test('tabs share one stream, and hand it over', async ({ context, page }) => {
  const streams: Page[] = []
  context.on('request', (request) => {
    if (request.url().includes('/api/events')) streams.push(request.frame().page())
  })
  await createPluginByHand(page, 'tabs', 'ada')
  await showIdentity(page)
  await expect.poll(() => streams.length).toBe(1)
  const second = await context.newPage()
  await second.goto(page.url())
  await expect(second.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
  await showIdentity(second)
  await field(page, 'Version').fill('0.2.0')
  await expect(field(second, 'Version')).toHaveValue('0.2.0')
  expect(new Set(streams)).toEqual(new Set([page]))
  await page.close()
  await expect.poll(() => streams.includes(second)).toBe(true)
})

test('where a proxy holds the stream back, the changes of others come all the same', async ({
  browser,
  context,
  page,
}) => {
  const { second, other } = await twoBrowsers(browser, context, page, 'held-back')
  await second.route('**/api/events?*', () => {})
  await reloadEditor(second)
  await showIdentity(second)
  await field(page, 'Version').fill('0.2.0')
  await expect(field(second, 'Version')).toHaveValue('0.2.0')
  await other.close()
})

test('a plugin that is deleted says so in the pages that show it, and comes back with it', async ({
  browser,
  context,
  page,
}) => {
  const { second, other } = await twoBrowsers(browser, context, page, 'deleted')
  await page.goto('/')
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Delete plugin' }).click()
  await expect(second.getByRole('dialog', { name: 'This plugin is no longer shared with you' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(second.getByRole('dialog')).toHaveCount(0)
  await field(second, 'Version').fill('0.2.0')
  await expect.poll(() => savedText(second)).toContain('0.2.0')
  await other.close()
})
