import { expect, test, type Page } from '@playwright/test'
import { createPluginByHand } from './page'

test('history tells edits in words, compares, names, restores and knows an installed package', async ({ page }) => {
  await createPluginByHand(page, 'Past Times', 'saltmarsh')
  const project = new URL(page.url()).pathname
  await editAway(page, /^tools\/.*\.yaml$/, (text) => text.replace('required: true', 'required: false'))
  await page.goto(project)
  await expect(page.locator('.monaco-editor').first()).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download .difypkg' }).click()
  const path = await (await download).path()

  await page.getByRole('button', { name: 'History', exact: true }).click()
  const versions = page.getByRole('navigation', { name: 'Versions' })
  await expect(versions.getByText('not required')).toBeVisible()
  await expect(versions.getByText(/downloaded/)).toBeVisible({ timeout: 15_000 })
  const comparison = page.getByRole('region', { name: 'Comparison' })
  await expect(comparison.getByText('required of query')).toBeVisible()
  await expect(comparison.getByText('Yes', { exact: false }).first()).toBeVisible()

  await comparison.getByRole('button', { name: 'Name this version' }).click()
  await page.getByRole('textbox', { name: 'Name of this version' }).fill('1.0 as published')
  await page.keyboard.press('Enter')
  await expect(versions.getByText('1.0 as published')).toBeVisible()

  await editAway(page, /^manifest\.yaml$/, (text) => text.replace(/en_US: Past Times/, 'en_US: Future Times'))
  await page.goto(`${project}?view=history`)
  await expect(versions.getByText(/label of .*Future Times/)).toBeVisible()
  await expect(comparison.getByText('Future Times')).toBeVisible()

  await comparison.getByRole('radio', { name: 'Text' }).click()
  await expect(comparison.locator('.monaco-diff-editor')).toBeVisible({ timeout: 15_000 })
  await expect(page).toHaveURL(/view=history.*by=text/)
  await comparison.getByRole('radio', { name: 'Package' }).click()
  await expect(comparison.getByRole('cell', { name: 'manifest.yaml' })).toBeVisible()
  await comparison.getByRole('radio', { name: 'Fields' }).click()

  await page.setInputFiles('input[type=file][accept=".difypkg"]', path)
  await expect(page.getByText(/was downloaded from the version “1.0 as published”/)).toBeVisible()
  await expect(page.getByText(/Changed since: label of/)).toBeVisible()
  await page.getByRole('button', { name: 'Compare with now' }).click()
  await expect(comparison.getByText('Future Times')).toBeVisible()

  await comparison.getByRole('button', { name: 'Restore manifest.yaml' }).click()
  await expect(page.getByText(/^Restored manifest\.yaml of/)).toBeVisible()
  await expect(versions.getByText(/^Restored manifest\.yaml/)).toBeVisible({ timeout: 15_000 })
  await expect.poll(() => textOf(page, /^manifest\.yaml$/)).toContain('en_US: Past Times')

  await versions.getByRole('button', { name: /plugin with \d+ files/ }).click()
  await comparison.getByRole('button', { name: /^Restore \d/ }).click()
  await expect.poll(() => textOf(page, /^tools\/.*\.yaml$/), { timeout: 15_000 }).toContain('required: true')
  await page.getByRole('button', { name: 'Close the history' }).click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => textOf(page, /^tools\/.*\.yaml$/), { timeout: 15_000 }).toContain('required: false')
})

test('the palette tells who changed a field', async ({ page }) => {
  await createPluginByHand(page, 'Asked Field', 'saltmarsh')
  await editAway(page, /^manifest\.yaml$/, (text) => text.replace(/en_US: Asked Field/, 'en_US: Answered Field'))
  await page.goto(`${new URL(page.url()).pathname}?file=manifest.yaml&at=/label/en_US`)
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('who changed')
  await page.getByRole('option', { name: /^Who changed “/ }).click()
  const blame = page.getByRole('region', { name: /Who changed/ })
  await expect(blame.getByText('Asked Field → Answered Field')).toBeVisible()
  await blame.getByRole('button', { name: /Answered Field/ }).click()
  await expect(page.getByRole('region', { name: 'Comparison' }).getByText('Answered Field').first()).toBeVisible()
})

interface Answer {
  revision: string
  files: { path: string; text?: string }[]
}

async function filesOf(page: Page): Promise<Answer> {
  const response = await page.request.get(`/api${new URL(page.url()).pathname}/files`)
  return (await response.json()) as Answer
}

async function textOf(page: Page, path: RegExp): Promise<string> {
  return (await filesOf(page)).files.find((file) => path.test(file.path))?.text ?? ''
}

/** Saves a change past the open editor. */
async function editAway(page: Page, path: RegExp, edit: (text: string) => string): Promise<void> {
  const { revision, files } = await filesOf(page)
  const file = files.find((each) => path.test(each.path))
  const text = edit(file?.text ?? '')
  expect(text).not.toBe(file?.text)
  const url = new URL(page.url())
  const response = await page.request.post(`/api${url.pathname}/revisions`, {
    headers: { origin: url.origin },
    data: { base: revision, changes: [{ path: file?.path, text }] },
  })
  expect(response.status()).toBe(200)
}

test('the key and the palette tell who changed a line', async ({ page }) => {
  await createPluginByHand(page, 'Asked Line', 'saltmarsh')
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ControlOrMeta+Alt+b')
  const blame = page.getByRole('region', { name: 'Who changed line 1 of manifest.yaml' })
  await expect(blame.getByRole('button', { name: /Guest/ })).toBeVisible()
  await blame.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('who changed line')
  await page.getByRole('option', { name: /^Who changed line 1\?/ }).click()
  await blame.getByRole('button', { name: /Guest/ }).click()
  await expect(page).toHaveURL(/view=history.*to=/)
})
