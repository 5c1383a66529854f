import { expect, test } from '@playwright/test'
import { corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { differences, filesOf, openPackage } from './page'

test('a real plugin: one label is changed, and exactly one line of the package differs (../shared)', async ({
  page,
}) => {
  test.skip(!hasCorpus, 'the corpus (../shared) is not there')
  const files = packedFiles(corpusPlugin('tools/openweather'))
  await openPackage(page, files)
  await page
    .getByRole('treeitem', { name: /^weather/ })
    .first()
    .click()
  const label = page.getByRole('textbox', { name: 'Label' }).first()
  const heading = page.getByRole('heading', { level: 2, name: 'weather', exact: true })
  await expect(heading).toBeVisible()
  // The address leads there too, in a page that has loaded nothing yet.
  await expect(page).toHaveURL(/file=tools\/weather\.yaml/)
  await page.reload()
  await expect(heading).toBeVisible()
  await label.fill('Weather of a city')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  const changed = differences(files, await filesOf(await downloading))
  expect(changed).toEqual([{ path: expect.stringMatching(/^tools\/.*\.yaml$/), lines: 1 }])
})

test('a file that is no plugin gets a sentence, and nothing is lost', async ({ page }) => {
  await page.goto('/')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'a file', exact: true }).first().click()
  await (
    await chooser
  ).setFiles({ name: 'notes.difypkg', mimeType: 'application/zip', buffer: Buffer.from('not a zip') })
  await expect(page.getByText(/notes\.difypkg/).first()).toBeVisible()
  await expect(page.getByText(/TypeError|undefined|    at /)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'New plugin' }).first()).toBeVisible()
})
