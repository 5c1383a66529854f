import { expect, test } from '@playwright/test'
import { createPluginByHand, filesOf, loadInSdk, openFileText } from './page'

const command = `curl "https://api.example.com/v1/search?q=porto&limit=3" -H "Authorization: Bearer sk_live_abc"`

test('a cURL command and an answer become a tool, seen as a change before it is made', async ({ page }) => {
  await createPluginByHand(page, 'Shop Search', 'saltmarsh')
  await page.getByRole('button', { name: 'Add tool' }).click()
  await page.evaluate((text) => navigator.clipboard.writeText(text), command)
  await page.keyboard.press('ControlOrMeta+v')

  const dialog = page.getByRole('dialog', { name: 'New tool from a request' })
  await expect(dialog.getByRole('textbox', { name: 'Request' })).toHaveValue(command)
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('{"hits": [{"title": "Porto"}]}')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('search')
  await expect(dialog.getByLabel('Change of tools/search.py')).toContainText('timeout=TIMEOUT')
  await expect(dialog).not.toContainText('+        "limit": "3"')
  await dialog.getByRole('switch', { name: 'limit is a parameter' }).click()
  await expect(dialog.getByLabel('Change of tools/search.py')).toContainText('"limit": "3"')
  // Nothing has happened yet.
  await expect(page.getByRole('treeitem', { name: /^search/, includeHidden: true })).toHaveCount(0)

  await dialog.getByRole('button', { name: 'Add tool' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'search' })).toBeVisible()
  await page.getByRole('tab', { name: 'search.py' }).click()
  await expect.poll(() => openFileText(page)).toContain('class SearchTool(Tool)')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  const files = await filesOf(await downloading)
  for (const content of files.values()) expect(Buffer.from(content).toString()).not.toContain('sk_live_abc')
  test.skip(!process.env.PLUGWRIGHT_PYTHON, 'loading in the SDK (Python 3.12)')
  expect(loadInSdk(files)).toMatchObject({ ok: true, problems: [] })
})

test('what cannot be read is said at its field, and one step takes the tool back', async ({ page }) => {
  await createPluginByHand(page, 'Shop Search', 'saltmarsh')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: /^Commands/ }).fill('from a request')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New tool from a request' })
  const request = dialog.getByRole('textbox', { name: 'Request' })
  await request.fill('wget https://example.com')
  await expect(request).toHaveAccessibleDescription(/begins with curl/)
  await request.fill('curl https://example.com/rates')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('no good')
  await expect(dialog.getByText('Use only letters, digits')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('rates')
  await dialog.getByRole('button', { name: 'Add tool' }).click()
  await expect(page.getByRole('treeitem', { name: 'rates More for rates' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('treeitem', { name: 'rates More for rates' })).toHaveCount(0)
})
