import { expect, test } from '@playwright/test'
import { createPlugin } from '@/lib/plugin/create'
import { openFileText, openPackage } from './page'

test('a table of tools: one cell, several at once, a pasted sheet, each one step, and Back to the form', async ({
  page,
}) => {
  const names = ['search', 'buy', 'sell']
  await openPackage(
    page,
    createPlugin(['tool'], { name: 'shop', author: 'acme', createdAt: '2026-01-02T03:04:05Z', items: { tool: names } }),
  )
  await page.getByRole('treeitem', { name: /^Tool provider/ }).click()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const grid = page.getByRole('grid', { name: 'Tools' })
  await expect(grid).toBeFocused()
  await expect(page).toHaveURL(/view=tool/)

  // One cell; the file beside it follows.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('Find')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Find', exact: true })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => openFileText(page)).toContain('en_US: Find')

  // Three at once, filled down from the first.
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 cells selected')).toBeVisible()
  await page.keyboard.type('Trades.')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Trades.' })).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: 'Trades.' })).toHaveCount(0)
  await expect(grid).toBeVisible()

  // A sheet, seen before it is taken.
  await page.getByRole('button', { name: 'Paste a sheet' }).click()
  await page.getByRole('textbox', { name: 'Sheet' }).fill('Name,Label\nbuy,Purchase\nlend,Lend\n')
  await expect(page.getByLabel('Change of tools/buy.yaml')).toContainText('Purchase')
  await page.getByRole('button', { name: /^Change \d files/ }).click()
  await expect(grid.getByRole('rowheader', { name: /^lend/ })).toBeVisible()
  await page.goBack()
  await expect(grid).toHaveCount(0)
})
