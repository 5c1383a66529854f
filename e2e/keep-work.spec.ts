import { expect, test, type BrowserContext, type Page } from '@playwright/test'
import { createPluginByHand, reloadEditor } from './page'

test('what was typed a second before the tab was closed is there again', async ({ page, context }) => {
  await createPluginByHand(page, 'Kept Notes', 'saltmarsh')
  const address = page.url()
  // No save gets through while the page lives; what it sends in its last moment may, and then the journal has nothing to add.
  await context.route('**/revisions', (route) => route.abort())
  await typeAtTop(page, 'README.md', 'first thought')
  await expect.poll(() => keptTexts(page)).toContain('first thought')
  await page.close({ runBeforeUnload: false })
  await context.unroute('**/revisions')

  const again = await context.newPage()
  await again.goto(address)
  await expect.poll(() => savedText(again, 'README.md'), { timeout: 30_000 }).toMatch(/^first thought# Kept Notes\n/)
  await openFile(again, 'README.md')
  await expect(again.locator('.monaco-editor .view-lines').first()).toContainText('first thought')
})

test('what is typed right before the editor is left for Home is saved, and Back shows it', async ({ page }) => {
  await createPluginByHand(page, 'Left Notes', 'saltmarsh')
  const address = page.url()
  await typeAtTop(page, 'README.md', 'before leaving')
  await page.getByRole('link', { name: 'All plugins' }).click()
  await page.waitForURL((url) => url.pathname === '/')
  await expect.poll(() => savedText(page, 'README.md', address)).toContain('before leaving')
  await page.goBack()
  await openFile(page, 'README.md')
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('before leaving')
})

test('what is typed offline is kept and saved once the network is back', async ({ page, context }) => {
  await createPluginByHand(page, 'Far Away', 'saltmarsh')
  await typeAtTop(page, 'README.md', 'online ')
  await expect.poll(() => savedText(page, 'README.md')).toContain('online')
  await context.setOffline(true)
  await page.keyboard.type('and offline')
  await expect(saveState(page)).toHaveText('Offline, kept here', { timeout: 15_000 })
  await context.setOffline(false)
  await expect.poll(() => savedText(page, 'README.md'), { timeout: 30_000 }).toContain('online and offline')
  await expect(saveState(page)).toHaveText(/Saved|merged/)
})

test('a server that does not answer is said, and the work is saved once it does', async ({ page, context }) => {
  await createPluginByHand(page, 'Dead Server', 'saltmarsh')
  await context.route('**/revisions', (route) => route.abort())
  await typeAtTop(page, 'README.md', 'into nothing ')
  await expect(saveState(page)).toHaveText('Server not reached, kept here', { timeout: 15_000 })
  await context.unroute('**/revisions')
  await expect.poll(() => savedText(page, 'README.md'), { timeout: 15_000 }).toContain('into nothing')
  await expect(saveState(page)).toHaveText(/Saved|merged/)
})

test('two tabs on different lines keep both; on the same line both sides are shown', async ({ page, context }) => {
  await createPluginByHand(page, 'Two Hands', 'saltmarsh')
  const other = await secondPage(context, page.url())
  await openFile(other, 'README.md')

  await typeAtTop(page, 'README.md', 'at the top ')
  await expect.poll(() => savedText(page, 'README.md')).toContain('at the top')
  await typeAtEnd(other, 'at the end')
  await expect.poll(() => savedText(page, 'README.md')).toMatch(/at the top[\s\S]*at the end/)
  await expect(other.locator('.monaco-editor .view-lines').first()).toContainText('at the')

  await page.reload()
  await openFile(page, 'README.md')
  await expect(saveState(other)).toHaveText(/Saved|merged/)
  // Else it would see the change at once, and type after it.
  await other.route('**/api/projects/**', (route) => route.abort())
  await typeAtTop(page, 'README.md', 'one ')
  await expect.poll(() => savedText(page, 'README.md')).toContain('one at the top')
  await typeAtTop(other, 'README.md', 'other ')
  await other.unroute('**/api/projects/**')
  const choice = other.getByRole('dialog', { name: 'Which side shall stay?' })
  await expect(choice).toBeVisible({ timeout: 15_000 })
  await expect(choice.getByLabel('Mine: README.md')).toContainText('other at the top')
  await expect(choice.getByLabel('Theirs: README.md')).toContainText('one at the top')
  await choice.getByText('Both', { exact: true }).click()
  await choice.getByRole('button', { name: 'Use these' }).click()
  await expect.poll(() => savedText(page, 'README.md')).toMatch(/^other at the top.*\none at the top/)
})

test('of two browsers one loses the network: both agree afterwards', async ({ page, context, browser }) => {
  await createPluginByHand(page, 'Two Places', 'saltmarsh')
  const elsewhere = await browser.newContext({ storageState: await context.storageState() })
  // What saves has loaded where the page says that it is there.
  const there = elsewhere.waitForEvent('response', (response) => response.url().endsWith('/presence'))
  const other = await secondPage(elsewhere, page.url())
  await openFile(other, 'README.md')
  await there
  await elsewhere.setOffline(true)
  await typeAtEnd(other, 'far away')
  await expect(saveState(other)).toHaveText('Offline, kept here', { timeout: 15_000 })
  await typeAtTop(page, 'README.md', 'at home ')
  await expect.poll(() => savedText(page, 'README.md')).toContain('at home')

  await elsewhere.setOffline(false)
  await expect.poll(() => savedText(page, 'README.md'), { timeout: 30_000 }).toMatch(/^at home [^]*far away/)
  await expect(other.locator('.monaco-editor .view-lines').first()).toContainText('at home')
  await typeAtTop(page, 'README.md', 'still ')
  await expect.poll(() => savedText(page, 'README.md')).toMatch(/^still at home [^]*far away/)
  await expect(page.locator('.monaco-editor .view-lines').first()).toContainText('far away')
  await elsewhere.close()
})

test('what somebody else left in this browser is downloaded or discarded by whoever comes next', async ({
  page,
  context,
}) => {
  await createPluginByHand(page, 'Lent Out', 'saltmarsh')
  const project = page.url()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const share = page.getByRole('dialog', { name: 'Share Lent Out' })
  await share.getByRole('radio', { name: 'Edit' }).click()
  await share.getByRole('button', { name: 'Make link' }).click()
  const link = await share.getByRole('textbox', { name: 'The link' }).inputValue()
  await page.keyboard.press('Escape')
  await expect(share).toBeHidden()
  await context.route('**/revisions', (route) => route.abort())
  await typeAtTop(page, 'README.md', 'half a thought')
  await expect.poll(() => keptTexts(page)).toContain('half a thought')
  await page.close({ runBeforeUnload: false })
  await context.unroute('**/revisions')
  await context.clearCookies()

  const next = await context.newPage()
  const notice = next.getByRole('status').filter({ hasText: 'Unsaved work of an earlier visit' })
  await next.goto(project)
  await next.getByRole('button', { name: 'Continue as a guest' }).click()
  await expect(next.getByRole('heading', { name: 'Nothing stands at this address' })).toBeVisible()
  await expect(notice.getByRole('button', { name: 'Discard' })).toBeVisible()
  await next.goto(link)
  await next.waitForURL(project)
  const saved = next.waitForEvent('download')
  await notice.getByRole('button', { name: 'Download what was not saved' }).click()
  await saved
  await notice.getByRole('button', { name: 'Discard' }).click()
  const asked = next.getByRole('dialog', { name: 'Discard the unsaved work?' })
  await expect(asked).toContainText('somebody else')
  await expect(asked).toContainText('README.md')
  await asked.getByRole('button', { name: 'Keep it' }).click()
  await expect.poll(() => keptTexts(next)).toContain('half a thought')
  await notice.getByRole('button', { name: 'Discard' }).click()
  await asked.getByRole('button', { name: 'Discard' }).click()
  await expect(notice).toBeHidden()
  await expect.poll(() => keptTexts(next)).not.toContain('half a thought')
  await expect(next.locator(':focus')).not.toHaveCount(0)
  await reloadEditor(next)
  await expect(saveState(next)).toHaveText('Saved')
  await expect(notice).toBeHidden()
})

const saveState = (page: Page) => page.getByRole('group', { name: 'Save state' })

async function secondPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 })
  return page
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.getByRole('tree', { name: 'Files' }).getByRole('treeitem', { name: path }).click()
  await expect(page.getByRole('tab', { name: path })).toBeVisible()
}

async function typeAtTop(page: Page, path: string, text: string): Promise<void> {
  await page.bringToFront()
  await openFile(page, path)
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(text)
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.bringToFront()
  await page.locator('.monaco-editor .view-line').first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
}

/** A file of the project as the server holds it. */
async function savedText(page: Page, path: string, address = page.url()): Promise<string> {
  const id = /projects\/([\w-]+)/.exec(address)?.[1] ?? ''
  const response = await page.request.get(`/api/projects/${id}/files`)
  const { files } = (await response.json()) as { files: { path: string; text?: string }[] }
  return files.find((file) => file.path === path)?.text ?? ''
}

/** What this browser keeps of unsaved work. */
const keptTexts = (page: Page) => kept(page, 'plugwright', 'entries')

/** The steps that this browser keeps for a reload, as "2 done, 1 taken back" of each page. */
async function keptSteps(page: Page): Promise<string[]> {
  const orders = JSON.parse(await kept(page, 'plugwright-steps', 'orders')) as { undo: string[]; redo: string[] }[]
  return orders.map(({ undo, redo }) => `${undo.length} done, ${redo.length} taken back`)
}

/** All of one store of this browser, as JSON. */
async function kept(page: Page, database: string, store: string): Promise<string> {
  return page.evaluate(
    ([name, part]) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const opened = opening.result
          const reading = opened
            .transaction(part ?? '')
            .objectStore(part ?? '')
            .getAll()
          reading.onerror = () => reject(reading.error)
          reading.onsuccess = () => {
            opened.close()
            resolve(JSON.stringify(reading.result))
          }
        }
      }),
    [database, store],
  )
}

const label = (page: Page) => page.getByRole('textbox', { name: 'Label' })
const undo = (page: Page) => page.getByRole('button', { name: /^Undo .+/ })
const nothingToUndo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true })
const redo = (page: Page) => page.getByRole('button', { name: /^Redo .+/ })

test('steps can be taken back after a reload too', async ({ page }) => {
  await createPluginByHand(page, 'Kept Steps', 'saltmarsh')
  await label(page).fill('Renamed')
  await expect(saveState(page)).toHaveText('Saved')
  await expect.poll(() => keptSteps(page)).toEqual(['1 done, 0 taken back'])
  await page.reload()
  await expect(label(page)).toHaveValue('Renamed')
  await undo(page).click()
  await expect(label(page)).toHaveValue('Kept Steps')
  await expect.poll(() => keptSteps(page)).toEqual(['0 done, 1 taken back'])
  await expect.poll(() => savedText(page, 'manifest.yaml')).toContain('Kept Steps')
  await page.reload()
  await redo(page).click()
  await expect(label(page)).toHaveValue('Renamed')
})

test('an undo that was not saved before a reload can be taken up again, and is no step of its own', async ({
  page,
  context,
}) => {
  await createPluginByHand(page, 'Kept Undo', 'saltmarsh')
  await label(page).fill('Renamed')
  await expect.poll(() => savedText(page, 'manifest.yaml')).toContain('Renamed')
  await expect(saveState(page)).toHaveText('Saved')
  await context.route('**/revisions', (route) => route.abort())
  await undo(page).click()
  await expect.poll(() => keptSteps(page)).toEqual(['0 done, 1 taken back'])
  await expect.poll(() => keptTexts(page)).toContain('Kept Undo')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(label(page)).toHaveValue('Kept Undo')
  await expect(nothingToUndo(page)).toBeDisabled()
  await redo(page).click()
  await expect(label(page)).toHaveValue('Renamed')
})

test('a duplicated tab has steps of its own, and the first keeps its', async ({ page, context }) => {
  await createPluginByHand(page, 'Twice Open', 'saltmarsh')
  await label(page).fill('Renamed')
  await expect(saveState(page)).toHaveText('Saved')
  await expect.poll(() => keptSteps(page)).toEqual(['1 done, 0 taken back'])
  // A window that a page opens begins, like a duplicated tab, with a copy of what the browser keeps of the session.
  const opening = context.waitForEvent('page')
  await page.evaluate(() => void window.open(location.href))
  const twin = await opening
  await twin.locator('[data-ready-control]').first().waitFor()
  await label(twin).fill('Renamed again')
  await expect.poll(() => savedText(page, 'manifest.yaml')).toContain('Renamed again')
  await expect.poll(() => keptSteps(page)).toEqual(['1 done, 0 taken back', '1 done, 0 taken back'])
  await undo(twin).click()
  await expect(label(twin)).toHaveValue('Renamed')
  await expect(nothingToUndo(twin)).toBeDisabled()
  await expect.poll(() => savedText(page, 'manifest.yaml')).not.toContain('Renamed again')
  await page.reload()
  await undo(page).click()
  await expect(label(page)).toHaveValue('Twice Open')
})
