import { expect, test } from '@playwright/test'
import { createPluginByHand, openFileText } from './page'

test('everything by keyboard: a tool is added, a file gone to, and steps taken back from the list', async ({
  page,
}) => {
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  const palette = page.getByRole('dialog', { name: 'Commands and places' })

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^(Commands|Your)/ })).toBeFocused()
  await page.keyboard.type('add tool')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Name of the new tool' })).toBeFocused()
  await page.keyboard.type('high_water')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'high_water' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^(Commands|Your)/ })).toBeFocused()
  await page.keyboard.type('first py')
  await page.keyboard.press('Enter')
  await expect.poll(() => openFileText(page)).toContain('class FirstTool(Tool)')

  // The code editor has the focus now: its keys do not stand in the way of ours.
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^(Commands|Your)/ })).toBeFocused()
  await page.keyboard.type('earlier step')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveText([/^Add tool/, 'As it was opened'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: /^high_water/ })).toHaveCount(0)
})

test('the focus comes back where it was, and goes to the neighbour of what was deleted', async ({ page }) => {
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  const label = page.getByRole('textbox', { name: 'Label' })
  await label.click()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Commands/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(label).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: /^Commands/ }).fill('first_tool')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'first_tool' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')

  await page.getByRole('tab', { name: /^Parameters/ }).click()
  await page.getByRole('button', { name: 'More for query' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Add parameter' })).toBeFocused()
})
