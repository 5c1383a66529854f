import { expect, test } from '@playwright/test'
import { answersInSdk } from './in-sdk'
import { createPluginByHand, filesOf, openFileText } from './page'

test('an agent strategy: made, its rounds limited, downloaded, and in the SDK it asks the model and says what that answered', async ({
  page,
}) => {
  await createPluginByHand(page, 'Patient Planner', 'saltmarsh', 'Agent strategies')
  await page
    .getByRole('treeitem', { name: /^first_strategy/ })
    .first()
    .click()
  await page.getByRole('tab', { name: /^Parameters/ }).click()
  await page.getByRole('button', { name: /^max/ }).click()
  await page.getByRole('textbox', { name: 'Max', exact: true }).fill('3')
  await expect.poll(() => openFileText(page)).toContain('max: 3')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  const files = await filesOf(await downloading)
  test.skip(!process.env.PLUGWRIGHT_PYTHON, 'loading in the SDK (Python 3.12)')
  const model = { provider: 'acme/x/x', model: 'm-1', model_type: 'llm', mode: 'chat', completion_params: {} }
  const data = {
    type: 'agent_strategy',
    action: 'invoke_agent_strategy',
    agent_strategy_provider: 'patient_planner',
    agent_strategy: 'first_strategy',
    agent_strategy_params: { model, query: 'Weather in Oslo?' },
  }
  const delta = { index: 0, message: { role: 'assistant', content: 'It rains.', tool_calls: [] } }
  const replies = [{ type: 'llm', data: [{ model: 'm-1', prompt_messages: [], delta }] }]
  const [said] = await answersInSdk(files, [{ data, replies }])
  expect(said).toContainEqual(expect.objectContaining({ type: 'text', message: { text: 'It rains.' } }))
})
