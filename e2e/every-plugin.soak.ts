import { expect, test, type Page } from '@playwright/test'
import { applyChanges, changesSchema } from '@/lib/plugin/changes'
import type { Files } from '@/lib/plugin/files'
import { packedFiles } from '@/lib/plugin/package/packed-files'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { differences, openPackage } from './page'

/** Documents that only our parser refuses: they open as text, with the line (lib/plugin/corpus.test.ts). */
const unreadable: Readonly<Record<string, number>> = { 'tools/jiandaoyun': 4 }

test('the corpus (../shared) is there', () => test.skip(!hasCorpus, 'the corpus (../shared) is not there'))

for (const name of corpusOfAllKinds())
  test(`${name} opens, every document, section and row of it is shown, and nothing is changed by that`, async ({
    page,
  }) => {
    test.setTimeout(1_800_000)
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text())
    })
    page.on('request', (request) => {
      if (request.url().endsWith('/revisions')) problems.push(`${request.method()} ${request.url()}`)
    })
    const files = packedFiles(corpusPlugin(name))
    await openPackage(page, files)
    const rows = page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem')
    await expect.poll(() => rows.count()).toBeGreaterThan(2)
    const seen = await walk(page)
    console.log(`${name}: ${seen.documents} lines, ${seen.sections} sections, ${seen.opened} rows`)
    expect({ blank: seen.blank, broken: seen.broken, problems }).toEqual({
      blank: [],
      broken: Array.from({ length: unreadable[name] ?? 0 }, () => expect.stringContaining('does not parse')),
      problems: [],
    })
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled()
    expect(differences(files, await savedFiles(page))).toEqual([])
  })

/** What the server holds of the open project. Some plugins cannot be downloaded: Dify would refuse them. */
async function savedFiles(page: Page): Promise<Files> {
  const id = /projects\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  const answer = await (await page.request.get(`/api/projects/${id}/files`)).json()
  return applyChanges(new Map(), changesSchema.parse(answer.files))
}

/** Clicks every line of the outline, every section of its form, and every row and "More" in it: in the page, since there are thousands. */
function walk(page: Page) {
  return page.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))
    /** What loads later may take a moment. */
    const until = async (is: () => boolean) => {
      for (const end = performance.now() + 5_000; !is() && performance.now() < end;) await drawn()
      return is()
    }
    const all = (selector: string, inside: ParentNode = document) => [...inside.querySelectorAll<HTMLElement>(selector)]
    const seen = { documents: 0, sections: 0, opened: 0, blank: new Array<string>(), broken: new Array<string>() }
    const lines = () => all('[role=tree][aria-label=Outline] [role=treeitem]')
    for (let index = 0; index < lines().length; index += 1) {
      const line = lines()[index]
      const name = line?.innerText.replaceAll('\n', ' ') ?? ''
      line?.click()
      await drawn()
      seen.documents += 1
      const message = all('main [role=alert], main section').find((each) => each.innerText.includes('does not parse'))
      if (message && line?.dataset.id?.endsWith('.yaml')) seen.broken.push(message.innerText)
      // A section of a document has a line of its own; its form has been seen.
      if (line?.dataset.id?.includes('#')) continue
      const tabs = all('[role=tablist][aria-label=Sections] [role=tab]')
      for (const tab of tabs) {
        tab.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
        await drawn()
        const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
        if (!panel || !(await until(() => panel.innerText.trim() !== ''))) seen.blank.push(`${name} › ${tab.innerText}`)
        seen.sections += 1
        const toggles = () => (panel ? all('button[aria-expanded=false]:not([aria-haspopup])', panel) : [])
        const tried = new Set<HTMLElement>()
        for (;;) {
          const next = toggles().find((each) => !tried.has(each))
          if (!next || tried.size === 20) break
          tried.add(next)
          next.click()
          await drawn()
          seen.opened += 1
        }
      }
      if (tabs.length === 0 && !/\.md/.test(line?.dataset.id ?? '') && line?.dataset.id !== 'texts' && !message)
        seen.blank.push(name)
    }
    return seen
  })
}
