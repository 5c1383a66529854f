import { expect, test, type Page } from '@playwright/test'
import { createPlugin } from '@/lib/plugin/create'
import { openFileText, openPackage } from './page'

const files = createPlugin(['model'], {
  name: 'tiny',
  author: 'acme',
  createdAt: '2026-01-02T03:04:05Z',
  items: { 'model.llm': ['alpha', 'bravo', 'charlie'] },
})

const outline = (page: Page) => page.getByRole('tree', { name: 'Outline' })

async function openTable(page: Page) {
  await page.getByRole('treeitem', { name: /^Model provider/ }).click()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const grid = page.getByRole('grid', { name: 'LLMs' })
  await expect(grid).toBeFocused()
  return grid
}

const namesIn = (page: Page) =>
  outline(page)
    .locator('[role=treeitem][data-drag^="models/llm/"]')
    .evaluateAll((rows) =>
      rows.map((row) =>
        row instanceof HTMLElement ? row.dataset.drag?.slice('models/llm/'.length, -'.yaml'.length) : '',
      ),
    )

/** What a spreadsheet puts into the clipboard. */
async function paste(page: Page, text: string) {
  await page.evaluate((cells) => {
    const data = new DataTransfer()
    data.setData('text/plain', cells)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  }, text)
}

test('models are put in order with the pointer and with keys, and the file that says so is made', async ({ page }) => {
  await openPackage(page, files)
  const rows = outline(page).locator('[role=treeitem][data-drag^="models/llm/"]')
  await rows.nth(2).dragTo(rows.nth(0), { targetPosition: { x: 40, y: 3 } })
  await expect.poll(() => namesIn(page)).toEqual(['charlie', 'alpha', 'bravo'])
  await outline(page)
    .getByRole('treeitem', { name: /^bravo/ })
    .press('Alt+ArrowUp')
  await expect.poll(() => namesIn(page)).toEqual(['charlie', 'bravo', 'alpha'])
  await expect(outline(page).getByRole('treeitem', { name: /^bravo/ })).toBeFocused()
  await page
    .getByRole('tree', { name: 'Files' })
    .getByRole('treeitem', { name: /_position\.yaml/ })
    .click()
  await expect.poll(() => openFileText(page)).toContain('- bravo')
})

test('a table of models: rows are chosen, filled, copied, moved, deleted and added by pasting', async ({ page }) => {
  await openPackage(page, files)
  const grid = await openTable(page)

  // One price for all models: a step of undo.
  await page.keyboard.press('Control+ArrowRight')
  await page.keyboard.press('Home')
  const input = grid.getByRole('columnheader', { name: 'Input' })
  const column = await input.evaluate((head) => [...(head.parentElement?.children ?? [])].indexOf(head))
  for (let step = 0; step < column; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+a')
  await expect(page.getByText('3 cells selected')).toBeVisible()
  await page.keyboard.type('0.5')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: '0.5' })).toHaveCount(3)
  await expect(grid.getByRole('gridcell', { name: 'per 1M tokens' })).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('gridcell', { name: '0.5' })).toHaveCount(0)

  // Cells behind the last row are new models, seen before they are made.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+ArrowDown')
  await paste(page, 'charlie\tCharlie!\ndelta\tDelta\necho\tEcho\n')
  const dialog = page.getByRole('dialog', { name: 'Paste cells' })
  await expect(dialog).toContainText('2 are new')
  await dialog.getByRole('button', { name: /^Change \d+ files/ }).click()
  await expect(grid.getByRole('rowheader')).toHaveText([/alpha/, /bravo/, /charlie/, /delta/, /echo/])

  // Rows that do not stand together, copied and deleted again.
  await grid.getByRole('rowheader', { name: /alpha/ }).click()
  await grid.getByRole('rowheader', { name: /delta/ }).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Duplicate 2 rows' }).click()
  await expect(grid.getByRole('rowheader')).toHaveCount(7)
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect(grid.getByRole('rowheader')).toHaveCount(5)

  // A name in the table is the model's, its file goes along; the order follows.
  await grid.getByRole('rowheader', { name: /echo/ }).click()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(grid.getByRole('rowheader')).toHaveText([/alpha/, /bravo/, /charlie/, /echo/, /delta/])
  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('zulu')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('rowheader')).toHaveText([/alpha/, /bravo/, /charlie/, /zulu/, /delta/])

  // Each row opens its form.
  await grid.getByRole('rowheader', { name: /zulu/ }).click()
  await grid.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('zulu')
})

test('a parameter from a template shows what the template brings', async ({ page }) => {
  await openPackage(page, files)
  await outline(page)
    .getByRole('treeitem', { name: /^alpha/ })
    .click()
  await page.getByRole('tab', { name: /^Parameters/ }).click()
  await page.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('menuitem', { name: 'top_k' }).click()
  await expect(page.getByRole('textbox', { name: 'Default' })).toHaveAttribute('placeholder', '50')
  await page.getByRole('textbox', { name: 'Max' }).fill('40')
  await expect.poll(() => openFileText(page)).toMatch(/use_template: top_k\s+max: 40/)
  await page.getByRole('tab', { name: /^Price/ }).click()
  await page.getByRole('textbox', { name: 'Input' }).fill('0.5')
  await page.getByRole('combobox', { name: 'Unit' }).fill('0.000001')
  await expect(page.getByText('per 1M tokens').first()).toBeVisible()
})
