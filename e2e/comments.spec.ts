import { expect, test } from '@playwright/test'
import { createPluginByHand, reloadEditor } from './page'

test('a comment on a field is seen elsewhere at once, survives an edit above it, is answered and resolved', async ({
  page,
  context,
}) => {
  await createPluginByHand(page, 'Tide Table', 'saltmarsh')
  await page
    .getByRole('treeitem', { name: /^first_tool/ })
    .first()
    .click()
  await page.getByRole('tab', { name: /^Parameters/ }).click()
  await page.getByRole('button', { name: /^query/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).last().click()
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('tab', { name: 'Comments' }).click()
  await expect(other.getByText('Nobody has said anything yet', { exact: false })).toBeVisible()

  await page.getByRole('tab', { name: 'Comments' }).click()
  const comment = page.getByRole('textbox', { name: /^Comment on / })
  await comment.fill('Is “query” the right word?')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Threads' }).getByText('the right word?')).toBeVisible()
  await expect(comment).toHaveValue('')

  // A mark at the field leads there, by keyboard too, and one in the margin of its line.
  await page.getByRole('tab', { name: 'Problems' }).click()
  const mark = page.getByRole('button', { name: '1 comment on Name' })
  await mark.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listitem', { name: /Name$/ })).toBeFocused()
  await page.getByRole('tab', { name: 'Problems' }).click()
  await page.locator('.monaco-editor .said-1').click()
  await expect(page.getByRole('listitem', { name: /Name$/ })).toBeFocused()
  await page.getByRole('tab', { name: 'Problems' }).click()
  await page.locator('.monaco-editor .view-line', { hasText: 'name: query' }).first().click()
  await page.keyboard.press('ControlOrMeta+Alt+m')
  await expect(page.getByRole('listitem', { name: /Name$/ })).toBeFocused()

  const there = other.getByRole('list', { name: 'Threads' })
  await expect(there.getByText('the right word?')).toBeVisible()
  await other.getByRole('textbox', { name: 'Answer' }).fill('Yes.')
  await other.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByRole('list', { name: 'Threads' }).getByText('Yes.')).toBeVisible()

  await page.getByRole('textbox', { name: 'Name' }).last().fill('question')
  await page.getByRole('textbox', { name: 'Name' }).last().press('Tab')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await reloadEditor(page)
  await page.getByRole('tab', { name: 'Comments' }).click()
  await page.getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByText('Nobody has said anything yet', { exact: false })).toBeVisible()
  await page.getByText('Resolved', { exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible()
})
