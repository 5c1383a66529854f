import { expect, test } from '@playwright/test'
import { createPluginByHand, openFileText } from './page'

test('a word is found in all files, replaced in one step, and one undo takes all of it back', async ({ page }) => {
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.keyboard.press('Control+Shift+F')
  await expect(page.getByRole('searchbox', { name: 'Find in all files' })).toBeFocused()
  await page.keyboard.type('saltmarsh')
  await expect(page.getByRole('status').filter({ hasText: 'places in' })).toContainText(/\d+ places in \d files/)
  await page
    .getByRole('button', { name: /author: saltmarsh/ })
    .first()
    .click()
  await expect.poll(() => openFileText(page)).toContain('author: saltmarsh')

  await page.getByRole('textbox', { name: 'Replace by' }).fill('dunegrass')
  // What becomes of each place is seen before, and a place can be left out.
  const row = page.getByRole('listitem').filter({ hasText: 'author: saltmarsh' }).first()
  await expect(row.locator('ins')).toHaveText('dunegrass')
  await row.getByRole('checkbox').uncheck()
  await expect(page.getByRole('button', { name: /^Replace these \d+$/ })).toBeVisible()
  await expect(row.locator('ins')).toHaveCount(0)
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect.poll(() => openFileText(page)).toContain('author: dunegrass')
  await expect(page.getByText('Not found')).toBeVisible()
  await page.getByRole('button', { name: /^Undo Replace/ }).click()
  await expect.poll(() => openFileText(page)).toContain('author: saltmarsh')

  // What would stop a file from parsing is said before it is done.
  await page.getByRole('searchbox', { name: 'Find in all files' }).fill('type: plugin')
  await page.getByRole('textbox', { name: 'Replace by' }).fill('type: [plugin')
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect(page.getByText('manifest.yaml would no longer parse.')).toBeVisible()
  await page.getByRole('button', { name: 'Leave it' }).click()
  await expect.poll(() => openFileText(page)).toContain('type: plugin')

  // An expression that does not end is ended.
  await page.getByRole('button', { name: 'Regular expression' }).click()
  await page.getByRole('searchbox', { name: 'Find in all files' }).fill('(([a-z_]+)+ *)+\\$')
  await expect(page.getByText('did not end in 3 seconds')).toBeVisible({ timeout: 15_000 })
})
