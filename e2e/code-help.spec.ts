import { expect, test } from '@playwright/test'
import { createPluginByHand, openFileText } from './page'

test('the file helps like the form: keys and words are offered, fields explained, and findings mended by key', async ({
  page,
}) => {
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page
    .getByRole('treeitem', { name: /^first_tool/ })
    .first()
    .click()
  await expect.poll(() => openFileText(page)).toContain('name: first_tool')
  const editor = page.locator('.monaco-editor').first()

  // A key that is begun, then a word of its enum.
  await editor.locator('.view-line').filter({ hasText: 'type: string' }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('defau')
  await expect(page.locator('.suggest-widget').getByText('default').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('tide')
  await expect.poll(() => openFileText(page)).toContain('default: tide')

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  for (let letter = 0; letter < 'string'.length; letter += 1) await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Space')
  await page.keyboard.type('dyn')
  await expect(page.locator('.suggest-widget').getByText('Choice from code')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => openFileText(page)).toContain('type: dynamic-select')

  // What a field is.
  await editor.getByText('type', { exact: true }).first().hover()
  await expect(page.locator('.monaco-hover').getByText('What your Python gets.').first()).toBeVisible()

  // A finding is mended where it stands.
  await page.getByRole('treeitem', { name: /^Plugin/ }).click()
  await page.getByRole('tab', { name: 'Identity' }).click()
  await page.getByRole('textbox', { name: 'Author' }).fill('Saltmarsh')
  await expect(page.getByRole('button', { name: /^Go to: .*author/i }).first()).toBeVisible()
  await editor.locator('.view-line').filter({ hasText: 'author: Saltmarsh' }).click()
  await page.keyboard.press('Control+.')
  await page.keyboard.press('Enter')
  await expect.poll(() => openFileText(page)).toContain('author: saltmarsh')
})

test('Python is looked over by ruff: marked, mended and formatted where it stands', async ({ page }) => {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost|data:|blob:)/.test(request.url())) elsewhere.push(request.url())
  })
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.getByRole('treeitem', { name: 'main.py' }).click()
  await expect.poll(() => openFileText(page)).toContain('plugin.run()')
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('import os')
  await page.keyboard.press('Enter')
  await expect(page.locator('.squiggly-warning').first()).toBeVisible({ timeout: 20_000 })

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+.')
  await expect(page.getByText('Remove unused import: `os`').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(() => openFileText(page)).not.toContain('import os')
  await expect(page.locator('.squiggly-warning')).toHaveCount(0)

  await page.keyboard.press('Control+End')
  await page.keyboard.type('x  =  [ 1,2 ]')
  await page.keyboard.press('Shift+Alt+F')
  await expect.poll(() => openFileText(page)).toContain('x = [1, 2]')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect.poll(() => openFileText(page)).not.toContain('x = [1, 2]')
  expect(elsewhere).toEqual([])
})
