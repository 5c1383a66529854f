import { expect, test } from '@playwright/test'
import { createPluginByHand } from './page'

test('the plugin is seen as Dify draws it, in each language, and follows what is typed', async ({ page }) => {
  await createPluginByHand(page, 'Tide Tables', 'saltmarsh')
  await page.getByRole('tab', { name: 'In Dify' }).click()
  const card = page.getByRole('group', { name: 'Card in Dify' })
  await expect(card.getByText('Tide Tables', { exact: true })).toHaveCount(2)

  await page.getByRole('textbox', { name: 'Label' }).fill('Tides of the world')
  await expect(card.getByText('Tides of the world')).toHaveCount(2)

  // Portuguese is shown in the list and not on the card: what only the console itself would tell.
  await page.getByRole('radio', { name: 'pt', exact: true }).click()
  await expect(page.getByText('has no Portuguese text: Dify shows the English one.').first()).toBeVisible()

  // A remark leads to the field it speaks of, and the preview stays.
  await page.getByRole('tab', { name: 'Agent' }).click()
  await page.getByRole('button', { name: 'tools/first_tool.yaml › description › llm' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'first_tool' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Agent in Dify' })).toBeVisible()

  // Opened anew it shows the open document, and then follows what is edited.
  await page.getByRole('tab', { name: 'first_tool.yaml' }).click()
  await page.getByRole('tab', { name: 'In Dify' }).click()
  await expect(page.getByRole('group', { name: 'Agent in Dify' })).toBeVisible()
  await page.getByRole('tab', { name: 'Parameters' }).click()
  await page.getByRole('button', { name: 'Add parameter' }).click()
  await expect(page.getByRole('group', { name: 'Workflow node in Dify' })).toBeVisible()
})
