import { describe, expect, test } from 'vitest'
import { corpusOfAllKinds, corpusPlugin, hasCorpus } from '@/scripts/corpus'
import { changedPaths, textOf, type Files } from '../files'
import { isPristine, pythonOf } from '../follow-python'
import { itemListOf, itemLists } from '../item-lists'
import { orderFileOf } from '../item-order'
import { diffLines, splitLines } from '../line-diff'
import { documentsOf, documentTypeOf, placeOf } from '../references'
import { addItem } from './add-item'
import { duplicateItem } from './duplicate-item'
import { moveItem } from './move-item'
import { partsOf, stemFor } from './names'
import { itemsOf, nameOf, namesFilesVerbatim } from './place'
import { removeItem } from './remove-item'
import { renameItem } from './rename-item'
import { danglingRefs } from './test-changes'
import { setValue } from './values'

if (!hasCorpus) console.info('SKIPPED: item edits on real plugins (../shared/corpus is absent)')

const plugins = corpusOfAllKinds()

/** Lines of a file that went or changed. */
function lostLines(before: Files, after: Files, path: string): number {
  const hunks = diffLines(splitLines(textOf(before, path) ?? ''), splitLines(textOf(after, path) ?? ''))
  return hunks.reduce((sum, hunk) => sum + hunk.end - hunk.start, 0)
}

describe.skipIf(!hasCorpus)('item edits on real plugins', () => {
  test.each(plugins)('%s: add, duplicate, rename, move and remove keep everything else', (name) => {
    const files = corpusPlugin(name)
    const dangling = danglingRefs(files)
    const parents = [...documentsOf(files).keys()].filter((path) => itemLists(documentTypeOf(files, path)).length > 0)
    expect(parents.length).toBeGreaterThan(0)
    for (const parent of parents) {
      const items = itemsOf(files, parent)
      const added = addItem(files, parent, 'brand_new')
      expect(added).toMatchObject({ ok: true })
      if (added.ok) {
        expect(danglingRefs(added.files)).toEqual(dangling)
        expect(itemsOf(added.files, parent)).toHaveLength(items.length + 1)
        expect(lostLines(files, added.files, parent)).toBeLessThanOrEqual(1)
        const python = pythonOf(added.files, added.file ?? '')
        expect(python === undefined || isPristine(added.files, added.file ?? '')).toBe(true)
      }
      for (const item of new Set([items[0], items.at(-1)]))
        if (item !== undefined) tryItem(files, parent, item, dangling)
    }
  })
})

function tryItem(files: Files, parent: string, item: string, dangling: readonly string[]): void {
  const readable = setValue(files, item, ['x_probe'], 1).ok
  const python = pythonOf(files, item) ?? ''
  const list = itemListOf(documentTypeOf(files, parent), documentTypeOf(files, item)?.id)
  const order = list && orderFileOf(files, parent, list)
  const own = new Set([parent, item, python, pythonOf(files, parent), order, list?.order?.file])
  const others = (after: Files): string[] =>
    changedPaths(files, after).filter((path) => files.has(path) && !own.has(path))

  const renamed = renameItem(files, item, 'x_other')
  expect(renamed.ok).toBe(readable)
  if (renamed.ok) {
    expect(danglingRefs(renamed.files)).toEqual(dangling)
    expect(others(renamed.files)).toEqual([])
    const old = nameOf(files, item) ?? partsOf(item).stem
    const back = renameItem(renamed.files, renamed.file ?? '', old)
    // A file name with dots, or the only one of a plugin with capitals or dashes, comes back in our style (README.md).
    if (stemFor(old, namesFilesVerbatim(renamed.files, parent)) === old) {
      expect(back.ok && changedPaths(files, back.files)).toEqual([])
    } else {
      expect(back.ok && danglingRefs(back.files)).toEqual(dangling)
    }
  }

  const copied = duplicateItem(files, item)
  expect(copied.ok).toBe(readable)
  if (copied.ok) {
    expect(danglingRefs(copied.files)).toEqual(dangling)
    expect(others(copied.files)).toEqual([])
    expect(lostLines(files, copied.files, parent)).toBeLessThanOrEqual(1)
    expect(itemsOf(copied.files, parent)).toContain(copied.file)
  }

  const count = itemsOf(files, parent).length
  const moved = moveItem(files, item, itemsOf(files, parent, list?.type).length - 1)
  // What a pattern finds stands in the order of the paths, but where a file beside it says another.
  expect(moved.ok).toBe(placeOf(files, item)?.pattern === undefined || list?.order !== undefined)
  if (moved.ok) {
    expect(itemsOf(moved.files, parent, list?.type).at(-1)).toBe(item)
    expect(others(moved.files)).toEqual([])
  }

  const removed = removeItem(files, item)
  expect(removed.ok).toBe(true)
  if (removed.ok) {
    expect(itemsOf(removed.files, parent)).toHaveLength(count - 1)
    expect(others(removed.files)).toEqual([])
    expect(danglingRefs(removed.files).filter((ref) => !dangling.includes(ref))).toEqual([])
  }
}
