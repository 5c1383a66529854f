import { expect, test } from '@playwright/test'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { differences, filesOf, openFileText, openPackage } from './page'

test('a real provider of models: one price is changed in the table, and exactly one line of the package differs (../shared)', async ({
  page,
}) => {
  test.skip(!hasCorpus, 'the corpus (../shared) is not there')
  const files = packedFiles(corpusPlugin('models/mistralai'))
  await openPackage(page, files)
  await page.getByRole('treeitem', { name: /^Model provider/ }).click()
  await page.getByRole('button', { name: /^Tables?$/ }).click()
  await page.getByRole('menuitem', { name: 'LLMs' }).click()
  const grid = page.getByRole('grid', { name: 'LLMs' })
  await page.getByRole('searchbox', { name: 'Filter LLMs' }).fill('mistral-large-2411')
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^mistral-large-2411/ }) })
  const heads = await grid.getByRole('columnheader').allInnerTexts()
  const price = row.getByRole('gridcell').nth(heads.indexOf('Input') - 1)
  await expect(price).toHaveText('2')
  await price.dblclick()
  await page.getByRole('textbox', { name: 'Input of mistral-large-2411' }).fill('1.75')
  await page.keyboard.press('Enter')
  await expect(price).toHaveText('1.75')
  await expect.poll(() => openFileText(page)).toContain("input: '1.75'")
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  expect(differences(files, await filesOf(await downloading))).toEqual([
    { path: 'models/llm/mistral-large-2411.yaml', lines: 1 },
  ])
})
