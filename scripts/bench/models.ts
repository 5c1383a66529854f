import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '@/scripts/browser.mjs'
import { createPlugin } from '@/lib/plugin/create'
import type { Files } from '@/lib/plugin/files'
import { documentsOf } from '@/lib/plugin/references'
import { columnsOf, rowsOf, tablesIn } from '@/lib/plugin/table/item-table'
import { setCells } from '@/lib/plugin/table/set-cells'
import { corpusPlugin, corpusPlugins } from '@/scripts/corpus'
import { quantile, type Figure } from './figure'
import { keystrokes, openProject } from './pages'

/** The form of the largest documents there are, providers of very many models: how fast it opens and takes a keystroke. */
export async function measureModels(base: string): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const figures: Figure[] = []
    for (const { name, files } of [...largestProviders(2), { name: '251 models', files: manyModels(251) }]) {
      const { page } = await openProject(browser, base, files)
      const [provider = ''] = [...documentsOf(files)].find(([, type]) => type === 'model.provider') ?? []
      const [model = ''] = [...documentsOf(files)].find(([, type]) => type === 'model.llm') ?? []
      figures.push(
        {
          name: `form of the provider, ${name}`,
          value: await formMs(page, provider, 'provider'),
          unit: 'ms',
          limit: 300,
        },
        ...(await keystrokes(page, `keystroke in the provider, ${name}`, 50)),
        { name: `form of a model, ${name}`, value: await formMs(page, model, 'model'), unit: 'ms', limit: 300 },
        ...(await keystrokes(page, `keystroke in a model, ${name}`, 50)),
        { name: `table of models, ${name}`, value: await tableMs(page, provider), unit: 'ms' },
      )
      await page.context().close()
    }
    return figures
  } finally {
    await browser.close()
  }
}

/** Every cell of a table of 251 models set at once, in this process: what a large paste costs. */
export async function measureCells(): Promise<Figure[]> {
  const files = manyModels(251)
  const type = tablesIn(files)[0]
  if (!type) return []
  const columns = columnsOf(type)
  const label = columns.findIndex(({ at }) => at.join('.') === 'label.en_US')
  const edits = rowsOf(files, type, columns).flatMap((row) =>
    columns.flatMap((column, index) => {
      const text = row.cells[index] ?? ''
      if (column.renames || text === '') return []
      return [{ file: row.file, column, text: column.right ? `${text}0` : index === label ? `${text} x` : text }]
    }),
  )
  const began = performance.now()
  const edited = setCells(files, edits)
  if (!edited.ok) throw new Error(edited.reason)
  return [{ name: `set ${edits.length} cells of 251 models`, value: performance.now() - began, unit: 'ms' }]
}

/** The corpus' providers of the most models. */
function largestProviders(count: number): { name: string; files: Files }[] {
  return corpusPlugins('models')
    .map((name) => ({ name: `corpus ${name}`, files: corpusPlugin(name) }))
    .map((each) => ({ ...each, size: modelsIn(each.files) }))
    .sort((one, other) => other.size - one.size)
    .slice(0, count)
    .map(({ name, files, size }) => ({ name: `${name} (${size} models)`, files }))
}

function modelsIn(files: Files): number {
  return [...documentsOf(files).values()].filter((type) => /^model\.(?!provider)/.test(type)).length
}

function manyModels(count: number): Files {
  const names = Array.from({ length: count }, (_, index) => `model-${index}`)
  return createPlugin(['model'], {
    name: 'many',
    author: 'acme',
    createdAt: '2026-01-01T00:00:00Z',
    credentials: 'api-key',
    items: { 'model.llm': names },
  })
}

/** From the click in the outline to the painted form: the median of five. */
async function formMs(page: Page, file: string, field: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 6; round++) {
    await page.locator('[role=tree][aria-label=Outline] [role=treeitem][data-id="manifest.yaml"]').click()
    await page.waitForTimeout(700)
    const row = page.locator(`[role=tree][aria-label=Outline] [role=treeitem][data-id="${file}"]`)
    await row.scrollIntoViewIfNeeded()
    times.push(
      await untilSeen(
        page,
        `[role=tree][aria-label=Outline] [role=treeitem][data-id="${file}"]`,
        `main [data-field="${field}"] input`,
      ),
    )
  }
  return quantile(times.slice(1), 0.5)
}

async function tableMs(page: Page, provider: string): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 6; round++) {
    await page.locator(`[role=tree][aria-label=Outline] [role=treeitem][data-id="${provider}"]`).click()
    const button = page.getByRole('button', { name: /^Tables?$/ })
    await button.waitFor()
    const several = (await button.innerText()) === 'Tables'
    if (several) await button.click()
    await page.waitForTimeout(500)
    const entry = several ? page.getByRole('menuitem', { name: 'LLMs' }) : button
    await entry.evaluate((element) => element.setAttribute('data-bench', ''))
    times.push(await untilSeen(page, '[data-bench]', '[role=grid] [role=gridcell]'))
    await page.getByRole('button', { name: 'Close the table' }).click()
  }
  return quantile(times.slice(1), 0.5)
}

/** Milliseconds from a click on the first to the frame that shows the second. */
function untilSeen(page: Page, click: string, seen: string): Promise<number> {
  return page.evaluate(
    ([from = '', to = '']) =>
      new Promise<number>((done) => {
        const began = performance.now()
        document.querySelector<HTMLElement>(from)?.click()
        const look = () => {
          if (document.querySelector(to) === null) return void requestAnimationFrame(look)
          // After the frame that draws it.
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
        }
        look()
      }),
    [click, seen],
  )
}
