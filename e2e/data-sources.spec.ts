import { expect, test } from '@playwright/test'
import { answersInSdk } from './in-sdk'
import { createPluginByHand, filesOf, openFileText } from './page'

const chosen = { workspace_id: 'w', page_id: 'p', type: 'page' }

/** What Dify asks of each type, and what stands in the answer of a fresh one. */
const types = [
  {
    type: 'Website crawl',
    word: 'website_crawl',
    asks: { action: 'invoke_website_datasource_get_crawl', datasource_parameters: { url: 'https://a.b/' } },
    answer: 'This page is a sample.',
  },
  {
    type: 'Online document',
    word: 'online_document',
    asks: { action: 'invoke_online_document_datasource_get_page_content', page: chosen },
    answer: 'This page is a sample.',
  },
  {
    type: 'Online drive',
    word: 'online_drive',
    asks: { action: 'invoke_online_drive_browse_files', request: { prefix: '' } },
    answer: 'sample.txt',
  },
]

for (const { type, word, asks, answer } of types)
  test(`a data source, ${type.toLowerCase()}: made, described, downloaded, and it answers in the SDK`, async ({
    page,
  }) => {
    await createPluginByHand(page, 'Paper Archive', 'saltmarsh', 'Data sources')
    await page.getByRole('treeitem', { name: /^Data source provider/ }).click()
    const kindOfSource = page.getByRole('combobox', { name: 'Type' })
    if (!(await kindOfSource.textContent())?.includes(type)) {
      await kindOfSource.click()
      await page.getByRole('option', { name: type }).click()
    }
    await expect.poll(() => openFileText(page)).toContain(`provider_type: ${word}`)
    await page.getByRole('textbox', { name: 'Label' }).fill('Archive of papers')
    await expect.poll(() => openFileText(page)).toContain('en_US: Archive of papers')

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download .difypkg' }).click()
    const files = await filesOf(await downloading)
    expect(String(files.get('provider/paper_archive.yaml'))).toContain('Archive of papers')
    test.skip(!process.env.PLUGWRIGHT_PYTHON, 'loading in the SDK (Python 3.12)')
    const source = { type: 'datasource', provider: 'paper_archive', datasource: 'crawl', credentials: {} }
    const [said] = await answersInSdk(files, [{ data: { ...source, ...asks } }])
    expect(JSON.stringify(said)).toContain(answer)
  })
