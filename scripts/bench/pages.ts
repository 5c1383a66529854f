import { chromium, type Browser, type Page } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '@/scripts/browser.mjs'
import { changesOf } from '@/lib/plugin/changes'
import { createPlugin } from '@/lib/plugin/create'
import type { FileContent, Files } from '@/lib/plugin/files'
import { documentsOf } from '@/lib/plugin/references'
import { corpusPlugin, corpusPlugins, hasCorpus } from '@/scripts/corpus'
import { spread, type Figure } from './figure'
import { signInAsGuest } from './session'
import { keystrokeWork, record } from './trace'

const KEYS = 320
const READY = '[data-ready-control]'

/** Sizes of the first load and keystrokes in a form, in real Chromium against a running production build. */
export async function measurePages(base: string): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  try {
    const small = await openProject(browser, base, fiveTools())
    const figures = [
      { name: 'first-load JS, Home', value: await firstLoadKib(browser, base, '/'), unit: 'KiB gz', limit: 220 },
      {
        name: 'first-load JS, editor before Monaco',
        value: await firstLoadKib(browser, base, small.path, small.cookies),
        unit: 'KiB gz',
        limit: 350,
      },
      ...(await keystrokes(small.page, 'keystroke, 5-tool plugin', 16.7)),
    ]
    const huge = await openProject(browser, base, manyTools())
    figures.push(
      { name: 'open, 200 tools of 10 parameters', value: await openMs(browser, base, huge), unit: 'ms', limit: 1000 },
      ...(await keystrokes(huge.page, 'keystroke, 200 tools of 10 parameters', 50)),
      { name: 'heap growth over 1,000 edits', value: await heapGrowthMib(huge.page), unit: 'MiB' },
    )
    if (!hasCorpus) return figures
    const large = await openProject(browser, base, largestToolPlugin())
    return [...figures, ...(await keystrokes(large.page, 'keystroke, largest corpus tool plugin', 50))]
  } finally {
    await browser.close()
  }
}

function fiveTools(): Files {
  const items = { tool: ['alpha', 'bravo', 'charlie', 'delta', 'echo'] }
  return createPlugin(['tool'], {
    name: 'five',
    author: 'acme',
    createdAt: '2026-01-01T00:00:00Z',
    credentials: 'api-key',
    items,
  })
}

/** Far more than any plugin in the marketplace has. */
function manyTools(): Files {
  const names = Array.from({ length: 200 }, (_, index) => `tool_${index}`)
  const files = createPlugin(['tool'], {
    name: 'many',
    author: 'acme',
    createdAt: '2026-01-01T00:00:00Z',
    items: { tool: names },
  })
  const grown = [...files].map(([path, content]): [string, FileContent] => {
    if (!/^tools\/.*\.yaml$/.test(path) || typeof content !== 'string') return [path, content]
    const from = content.indexOf('  - name: query')
    const to = content.indexOf('extra:')
    const parameter = content.slice(from, to)
    const more = Array.from({ length: 9 }, (_, index) => parameter.replace('name: query', `name: query_${index}`)).join(
      '',
    )
    return [path, content.slice(0, to) + more + content.slice(to)]
  })
  return new Map(grown)
}

/** The one whose documents have the most text together. */
function largestToolPlugin(): Files {
  const size = (files: Files) =>
    [...documentsOf(files).keys()].reduce((sum, path) => sum + (files.get(path)?.length ?? 0), 0)
  const all = corpusPlugins('tools').map(corpusPlugin)
  return all.reduce((best, files) => (size(files) > size(best) ? files : best))
}

interface Opened {
  page: Page
  path: string
  cookies: { name: string; value: string; url: string }[]
}

export async function openProject(browser: Browser, base: string, files: Files): Promise<Opened> {
  const headers = await signInAsGuest(base)
  const response = await fetch(`${base}/api/projects`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ files: changesOf(files) }),
  })
  const { id } = await response.json()
  const [tool] = [...documentsOf(files)].find(([, type]) => type === 'tool') ?? []
  const path = `/projects/${id}?file=${encodeURIComponent(tool ?? 'manifest.yaml')}`
  const cookies = (headers.Cookie ?? '').split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base }
  })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(base + path)
  await page.locator(READY).first().waitFor()
  await page.locator('.monaco-editor').first().waitFor()
  return { page, path, cookies }
}

/** From the address to a first field that can be used, with the scripts in the browser's cache: the median of five. */
async function openMs(browser: Browser, base: string, { path, cookies }: Opened): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const times: number[] = []
  for (let load = 0; load < 6; load++) {
    const began = performance.now()
    await page.goto(base + path, { waitUntil: 'commit' })
    await page.waitForFunction((selector) => {
      const control = document.querySelector(selector)
      return control !== null && Object.keys(control).some((key) => key.startsWith('__react'))
    }, READY)
    if (load > 0) times.push(performance.now() - began)
    await page.waitForTimeout(1000)
  }
  await context.close()
  return times.sort((one, other) => one - other)[2] ?? 0
}

/** What 1,000 keystrokes in a field leave on the heap after a collection; the steps of undo are among it. */
async function heapGrowthMib(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  const used = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1024 / 1024
  }
  const before = await used()
  for (let key = 0; key < 1000; key++) await page.keyboard.press(key % 2 ? 'Backspace' : 'x')
  await page.waitForTimeout(3000)
  return (await used()) - before
}

/** Types into the first field of the form while DevTools records. */
export async function keystrokes(page: Page, name: string, limit: number): Promise<Figure[]> {
  const field = page.locator(`input${READY}, textarea${READY}`).first()
  await field.click()
  await page.keyboard.type('warm up ', { delay: 60 })
  const cdp = await page.context().newCDPSession(page)
  const events = await record(cdp, async () => {
    for (let key = 0; key < KEYS; key++)
      await page.keyboard
        .press(key % 40 === 39 ? 'Backspace' : ('abcdefghij'[key % 10] ?? 'a'), { delay: 0 })
        .then(() => page.waitForTimeout(60))
  })
  return spread(name, keystrokeWork(events), 'ms', limit)
}

/** Compressed size of the scripts asked for from a cold cache until the first control is hydrated. */
async function firstLoadKib(
  browser: Browser,
  base: string,
  path: string,
  cookies: Opened['cookies'] = [],
): Promise<number> {
  const sizes: number[] = []
  for (let load = 0; load < 3; load++) {
    const context = await browser.newContext()
    await context.addCookies(cookies)
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    const scripts = new Map<string, { at: number; bytes: number }>()
    cdp.on('Network.requestWillBeSent', (event) => {
      if (event.type === 'Script') scripts.set(event.requestId, { at: event.wallTime * 1000, bytes: 0 })
    })
    cdp.on('Network.loadingFinished', (event) => {
      const script = scripts.get(event.requestId)
      if (script) script.bytes = event.encodedDataLength
    })
    await cdp.send('Network.enable')
    await page.goto(base + path)
    await page.locator(READY).first().waitFor()
    await page.waitForFunction((selector) => {
      const control = document.querySelector(selector)
      return (
        document.readyState === 'complete' &&
        control !== null &&
        Object.keys(control).some((key) => key.startsWith('__react'))
      )
    }, READY)
    const usable = Date.now()
    await page.waitForTimeout(1500)
    sizes.push([...scripts.values()].filter(({ at }) => at <= usable).reduce((sum, { bytes }) => sum + bytes, 0) / 1024)
    await context.close()
  }
  return Math.min(...sizes)
}
