import { expect, test } from '@playwright/test'
import { filesOf, loadInSdk } from './page'

test('the example opens with one click, is seen as Dify shows it, and its package loads in the SDK', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'an example' }).click()
  await page.waitForURL(/\/projects\/[\w-]+/)
  await page
    .getByRole('treeitem', { name: /^forecast/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'In Dify' }).click()
  await page.getByRole('tab', { name: 'Workflow node' }).click()
  await page.getByRole('radio', { name: 'ja', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Workflow node in Dify' }).getByText('天気予報')).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  expect(loadInSdk(await filesOf(await download))).toMatchObject({ ok: true, problems: [] })
})
