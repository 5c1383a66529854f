import { expect, test } from '@playwright/test'
import { createPlugin } from '@/lib/plugin/create'
import { textOf, writeFile } from '@/lib/plugin/files'
import { createPluginByHand, openPackage } from './page'

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

test('a model opens at its parameters, and a dialog shows what is asked when its condition is chosen', async ({
  page,
}) => {
  const made = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-02T03:04:05Z' })
  const path = 'provider/tiny.yaml'
  const form = `provider_credential_schema:
  credential_form_schemas:
    - variable: region
      type: select
      required: true
      default: eu
      label: {en_US: Region}
      options:
        - value: eu
          label: {en_US: Europe}
        - value: own
          label: {en_US: My own}
    - variable: url
      type: text-input
      required: true
      label: {en_US: Address of the service}
      show_on:
        - variable: region
          value: own
`
  const text = textOf(made, path) ?? ''
  const files = writeFile(made, path, text.replace(/^provider_credential_schema:[\s\S]*?(?=^\S)/m, form))
  await openPackage(page, files)
  await page.getByRole('treeitem', { name: /first-llm/ }).click()
  await page.getByRole('tab', { name: 'In Dify' }).click()
  await expect(
    page.getByRole('group', { name: 'Model parameters in Dify' }).getByText('temperature', { exact: true }),
  ).toBeVisible()

  await page.getByRole('tab', { name: 'Credentials', exact: true }).last().click()
  const dialog = page.getByRole('group', { name: 'Credentials in Dify' })
  await expect(dialog.getByText('Region')).toBeVisible()
  await expect(dialog.getByText('Address of the service')).toHaveCount(0)
  await expect(page.getByText('Hidden until')).toBeVisible()
  await page.getByRole('group', { name: 'Chosen in the dialog' }).getByRole('combobox', { name: 'Region' }).click()
  await page.getByRole('option', { name: 'My own' }).click()
  await expect(dialog.getByText('Address of the service')).toBeVisible()
})
