import { expect, test, type Page } from '@playwright/test'
import { createPluginByHand } from './page'

/** What is drawn anew each time: how long ago something was. */
const moving = (page: Page) => [page.locator('time')]

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the main screens look as they did, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
    })
    const page = await context.newPage()
    const look = (name: string) =>
      expect(page).toHaveScreenshot(`${name}-${colorScheme}.png`, {
        mask: moving(page),
        maxDiffPixelRatio: 0.01,
        animations: 'disabled',
        caret: 'hide',
      })
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'New plugin' }).first()).toBeVisible()
    await look('home')
    await page.goto('/new')
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible()
    await look('new')
    await createPluginByHand(page, 'Field Notes', 'saltmarsh')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(page.getByText(/block publishing/).first()).toBeVisible()
    await look('editor')
    await page
      .getByRole('treeitem', { name: /^first_tool/ })
      .first()
      .click()
    await page.getByRole('tab', { name: /^Parameters/ }).click()
    await page.getByRole('button', { name: /^query/ }).click()
    await expect(page.getByRole('combobox', { name: 'Type' })).toBeVisible()
    await look('parameter')
    await page.getByRole('tab', { name: 'In Dify' }).click()
    await page.getByRole('tab', { name: 'Workflow node', exact: true }).click()
    await look('in-dify')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Commands and places' })).toBeVisible()
    await look('palette')
    await page.goto('/oauth')
    const client = page.getByRole('region', { name: 'Client' })
    await client.getByRole('radio', { name: 'Practice provider' }).click()
    await expect(client.getByRole('button', { name: 'Try the whole flow' })).toBeVisible()
    await expect(client.getByRole('textbox', { name: 'Client ID' })).toHaveValue('practice-post')
    // A press that has to be tried again, while the page wakes, first scrolls its column to another edge.
    await client.locator('> div').evaluate((column) => column.scrollTo(0, 0))
    await look('playground')
    await context.close()
  })
}
