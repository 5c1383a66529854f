import { expect, test } from '@playwright/test'
import { answersInSdk } from './in-sdk'
import { createPluginByHand, filesOf } from './page'
import { startStreamingService } from './streaming-service'

/** As it comes from a spreadsheet: commas between thousands, gaps. */
const sheet = [
  ['Name', 'Label', 'Mode', 'Context', 'Features', 'Input', 'Output', 'Unit', 'Currency'],
  ['kestrel-mini', 'Kestrel Mini', 'chat', '32,768', 'tool-call, vision', '0.15', '0.60', '0.000001', 'USD'],
  ['kestrel-pro', 'Kestrel Pro', 'chat', '131,072', 'tool-call', '1.20', '4.80', '0.000001', 'USD'],
  ['kestrel-base', 'Kestrel Base', 'completion', '8192', '', '', '', '', ''],
].map((cells) => cells.join('\t'))

test('a provider of language models: three come from a spreadsheet, are seen as Dify shows them, and stream in the SDK', async ({
  page,
}) => {
  await createPluginByHand(page, 'Kestrel', 'saltmarsh', 'Models')
  await page.getByRole('treeitem', { name: /^Model provider/ }).click()
  await page.getByRole('button', { name: /^Tables?$/ }).click()
  const grid = page.getByRole('grid', { name: 'LLMs' })
  await expect(grid.getByRole('rowheader')).toHaveText([/^first-llm/])

  // Nothing happens before it is seen; what happens is one step.
  await page.getByRole('button', { name: 'Paste a sheet' }).click()
  await page.getByRole('textbox', { name: 'Sheet' }).fill(sheet.join('\n'))
  await expect(page.getByText('3 are new.')).toBeVisible()
  await expect(page.getByLabel('Change of models/llm/kestrel_mini.yaml')).toContainText('context_size: 32768')
  await expect(page.getByRole('treeitem', { name: /^kestrel-/, includeHidden: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Change 3 files' }).click()
  const models = [/^first-llm/, /^kestrel-base/, /^kestrel-mini/, /^kestrel-pro/]
  await expect(grid.getByRole('rowheader')).toHaveText(models)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(grid.getByRole('rowheader')).toHaveCount(1)
  await page.getByRole('button', { name: /^Redo/ }).click()

  await page
    .getByRole('treeitem', { name: /^kestrel-pro/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'In Dify' }).click()
  await expect(
    page
      .getByRole('group', { name: / in Dify$/ })
      .getByText(/Kestrel/)
      .first(),
  ).toBeVisible()

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  const files = await filesOf(await downloading)
  expect(String(files.get('models/llm/kestrel_pro.yaml'))).toMatch(/pricing:\n  input: "1\.20"\n  output: "4\.80"\n/)
  test.skip(!process.env.PLUGWRIGHT_PYTHON, 'loading in the SDK (Python 3.12)')
  const credentials = { endpoint_url: await startStreamingService(), api_key: 'a key' }
  const hello = {
    action: 'invoke_llm',
    prompt_messages: [{ role: 'user', content: 'Hello' }],
    model_parameters: {},
    tools: null,
    stop: null,
  }
  const asked = { type: 'model', provider: 'kestrel', model_type: 'llm', model: 'kestrel-pro', credentials }
  const [streamed = []] = await answersInSdk(files, [{ data: { ...asked, ...hello, stream: true } }])
  // The service repeats what it was asked, in pieces; the prices of the sheet count.
  expect(streamed.length).toBeGreaterThan(2)
  expect(JSON.parse(streamed.map((chunk) => Object(chunk).delta.message.content).join(''))).toMatchObject({
    model: 'kestrel-pro',
    messages: [{ role: 'user', content: 'Hello' }],
  })
  expect(streamed.at(-1)).toMatchObject({ delta: { usage: { total_price: '0.0000324', currency: 'USD' } } })
})
