import { expect, test } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { createPluginByHand } from './page'

test('texts of all languages are filled in from a spreadsheet, and one undo takes all of it back', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.getByRole('button', { name: 'All texts' }).click()
  const grid = page.getByRole('grid', { name: 'Texts of the plugin' })
  await expect(grid).toBeFocused()
  await expect(page).toHaveURL(/view=texts/)
  await expect(grid.getByRole('rowheader', { name: /^Label/ }).first()).toBeVisible()

  // Two rows of Chinese and Japanese, from the second column on.
  await page.evaluate(() => navigator.clipboard.writeText('潮汐表\t潮汐表（日）\n查潮汐。\t潮汐を調べる。\n'))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+v')
  await expect(grid.getByRole('gridcell', { name: '潮汐を調べる。' })).toBeVisible()
  await expect(page.getByText('4 texts changed')).toBeVisible()

  // One more by hand: typing begins, Enter keeps it and goes on below.
  await page.keyboard.press('End')
  await page.keyboard.type('Tábua de marés')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Tábua de marés' })).toBeVisible()
  await expect(grid).toBeFocused()

  await page.getByRole('radio', { name: /^With gaps/ }).click()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual(
    [],
  )

  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: 'Tábua de marés' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: '潮汐を調べる。' })).toHaveCount(0)

  // The first column leads to the field, Back leads to the texts again.
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeVisible()
  await page.goBack()
  await expect(grid).toBeVisible()
})
