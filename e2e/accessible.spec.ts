import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { createPluginByHand } from './page'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility problem, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text())
    })
    const look = async (where: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      problems.push(
        ...violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target}`),
      )
    }
    for (const path of ['/', '/new', '/sign-in', '/help', '/oauth']) {
      await page.goto(path)
      await expect(page.getByRole('main')).toBeVisible()
      await look(path)
    }
    await createPluginByHand(page, 'Field Notes', 'saltmarsh')
    await look('the editor, manifest')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Commands and places' })).toBeVisible()
    await look('the palette')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Why Dify cares' }).first().click()
    await look('a problem with its reasons')
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('label')
    await expect(page.getByRole('region', { name: 'Fields' })).toBeVisible()
    await look('find in all files')
    await page
      .getByRole('treeitem', { name: /^first_tool/ })
      .first()
      .click()
    await page.getByRole('tab', { name: /^Parameters/ }).click()
    await page.getByRole('button', { name: /^query/ }).click()
    await expect(page.getByRole('combobox', { name: 'Type' })).toBeVisible()
    await look('the editor, a parameter')
    await page.getByRole('tab', { name: 'In Dify' }).click()
    for (const place of ['Card', 'Detail', 'Workflow node', 'Agent']) {
      await page.getByRole('tab', { name: place, exact: true }).click()
      await expect(page.getByRole('group', { name: `${place} in Dify` })).toBeVisible()
      await look(`In Dify, ${place}`)
    }
    expect(problems).toEqual([])
    // Drawn by the browser alone; its console says that it was not found.
    await page.goto('/projects/none')
    await expect(page.getByRole('heading', { name: 'Nothing stands at this address' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    problems.length = 0
    await look('a plugin that is not there')
    expect(problems).toEqual([])
    await context.close()
  })
}
