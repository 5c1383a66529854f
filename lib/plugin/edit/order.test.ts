import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../check'
import { createPlugin } from '../create'
import { textOf, writeFile, type Files } from '../files'
import { outlineOf } from '../outline'
import { packedFiles } from '../package/packed-files'
import { rowsOf } from '../table/item-table'
import { documentTypeById } from '../kinds/registry'
import { addItem } from './add-item'
import { duplicateItem } from './duplicate-item'
import { moveItem } from './move-item'
import { itemsOf } from './place'
import { removeItem } from './remove-item'
import { renameItem } from './rename-item'
import { changesOf, filesOf } from './test-changes'

const provider = 'provider/tiny.yaml'
const position = 'models/llm/_position.yaml'
const fresh = createPlugin(['model'], {
  name: 'tiny',
  author: 'acme',
  createdAt: '2026-01-01T00:00:00Z',
  variant: 'llm',
  items: { 'model.llm': ['a', 'b', 'c', 'd'] },
})
const fileOf = (name: string) => `models/llm/${name}.yaml`

/** The plugin with an order file, named by the provider. */
function ordered(text: string): Files {
  const yaml = textOf(fresh, provider) ?? ''
  const named = yaml.replace('      - models/llm/*.yaml\n', `      - models/llm/*.yaml\n    position: ${position}\n`)
  return writeFile(writeFile(fresh, provider, named), position, text)
}

const shownIn = (files: Files) =>
  itemsOf(files, provider, 'model.llm')
    .map((path) => path.slice(11, -5))
    .join('')

describe('items with an order file', () => {
  it('stand as it lists them, then the others by path, in the outline and the table too', () => {
    const files = ordered('- gone\n- d\n- b\n- d\n')
    expect(shownIn(files)).toBe('dbac')
    const line = outlineOf(files).find(({ type }) => type === 'items')
    expect(line?.children.map(({ name }) => name)).toEqual(['d', 'b', 'a', 'c'])
    const type = documentTypeById('model.llm')
    expect(type && rowsOf(files, type).map(({ name }) => name)).toEqual(['d', 'b', 'a', 'c'])
  })

  it.each(['', '# nothing yet\n', '~\n', '- [a]\n', 'a: 1\n', '- "a\n'])('stand by path where it says %j', (text) => {
    expect(shownIn(ordered(text))).toBe('abcd')
  })
})

describe('moving an item', () => {
  it('makes the order file and names it, quoting what needs quotes', () => {
    const renamed = filesOf(renameItem(fresh, fileOf('d'), '4.1'))
    const moved = moveItem(renamed, fileOf('a'), 3)
    expect(changesOf(renamed, moved).filter((line) => !line.startsWith('changed'))).toEqual([
      `added ${position}`,
      `+    position: ${position}`,
    ])
    const names = (textOf(filesOf(moved), position) ?? '').split('\n').filter((line) => line !== '')
    expect([...names].sort()).toEqual(['- "4.1"', '- a', '- b', '- c'])
    expect(names.at(-1)).toBe('- a')
  })

  it('moves one line with the comment above it', () => {
    const files = ordered('- a\n# the small one\n- b\n- c\n- d\n')
    expect(textOf(filesOf(moveItem(files, fileOf('b'), 3)), position)).toBe('- a\n- c\n- d\n# the small one\n- b\n')
    expect(textOf(filesOf(moveItem(files, fileOf('d'), 0)), position)).toBe('- d\n- a\n# the small one\n- b\n- c\n')
  })

  it('adds those that were not listed and stand before the new place, and keeps names of nobody', () => {
    const files = ordered('- b\n- gone\n')
    expect(shownIn(files)).toBe('bacd')
    const moved = filesOf(moveItem(files, fileOf('b'), 2))
    expect(textOf(moved, position)).toBe('- gone\n- a\n- c\n- b\n')
    expect(shownIn(moved)).toBe('acbd')
    expect(shownIn(filesOf(moveItem(files, fileOf('d'), 0)))).toBe('dbac')
  })

  it.each(['', '# later\n', '[]\n', '[b, a]\n', '- a\r\n- b\r\n'])('goes on from %j', (text) => {
    expect(shownIn(filesOf(moveItem(ordered(text), fileOf('d'), 1)))[1]).toBe('d')
  })

  it('writes an order file that was there and that nothing named', () => {
    const files = writeFile(fresh, position, '# by size\n- d\n- a\n')
    const moved = filesOf(moveItem(files, fileOf('b'), 0))
    expect(shownIn(moved)).toBe('bacd')
    expect(textOf(moved, position)).toContain('# by size')
  })

  it('is refused where the file holds something else', () => {
    expect(moveItem(ordered('a: 1\n'), fileOf('b'), 0)).toMatchObject({ ok: false, file: position })
    expect(moveItem(ordered('- "a\n'), fileOf('b'), 0)).toMatchObject({ ok: false, file: position })
  })
})

describe('the order file follows', () => {
  const files = ordered('- b\n- a # first\n- d\n')
  it.each([
    ['a rename', renameItem(files, fileOf('a'), 'z'), '- b\n- z # first\n- d\n'],
    ['a new one', addItem(files, provider, 'e', 'model.llm'), '- b\n- a # first\n- d\n- e\n'],
    ['a copy', duplicateItem(files, fileOf('b')), '- b\n- b_2\n- a # first\n- d\n'],
    ['a copy of one that it does not list', duplicateItem(files, fileOf('c')), '- b\n- a # first\n- d\n'],
    ['a removal', removeItem(files, fileOf('a')), '- b\n- d\n'],
  ])('%s', (_, edited, text) => {
    expect(textOf(filesOf(edited), position)).toBe(text)
  })

  it('nothing while it has no names', () => {
    expect(textOf(filesOf(addItem(ordered(''), provider, 'e', 'model.llm')), position)).toBe('')
  })
})

describe('the check of an order file', () => {
  function said(files: Files) {
    return checkPlugin(packedFiles(files)).flatMap(({ rule, severity, file, fix }) =>
      /^(order|unlisted)/.test(rule)
        ? [{ rule: `${severity} ${rule} ${file}`, fixed: fix?.apply(files), title: fix?.title }]
        : [],
    )
  }

  it.each([
    ['names of nobody', '- a\n- gone\n- b\n', 'advice order-unknown', '- a\n- b\n'],
    ['the one that must have been renamed', '- d\n- gone\n- b\n- c\n', 'advice order-unknown', '- d\n- a\n- b\n- c\n'],
    ['a name that stands twice', '- a\n- b\n- a\n', 'advice order-repeated', '- a\n- b\n'],
  ])('points at %s', (_, text, rule, mended) => {
    const [finding, ...others] = said(ordered(text))
    expect(others).toEqual([])
    expect(finding?.rule).toBe(`${rule} ${position}`)
    expect(finding?.fixed && textOf(finding.fixed, position)).toBe(mended)
  })

  it.each(['a: 1\n', 'text\n', '- a\n- [b]\n', '- "a\n'])('refuses %j, as the daemon does', (text) => {
    expect(said(ordered(text)).map(({ rule }) => rule)).toEqual([`error order-shape ${position}`])
  })

  it('wants quotes around a name that the SDK reads as a number', () => {
    const files = filesOf(renameItem(ordered('- a\n'), fileOf('a'), '4.1'))
    const [finding] = said(writeFile(files, position, '- 4.1\n'))
    expect(finding?.rule).toBe(`error order-text ${position}`)
    expect(finding?.fixed && textOf(finding.fixed, position)).toBe('- "4.1"\n')
  })

  it('points at a file that nothing names', () => {
    const [finding] = said(writeFile(fresh, position, '- d\n'))
    expect(finding?.rule).toBe(`advice order-unread ${position}`)
    expect(finding?.fixed && shownIn(finding.fixed)).toBe('dabc')
  })

  it('points at models that no pattern finds, and lists them', () => {
    const files = writeFile(
      fresh,
      'models/llm/new/e.yaml',
      (textOf(fresh, fileOf('a')) ?? '').replace('model: a', 'model: e'),
    )
    const [finding] = said(files)
    expect(finding).toMatchObject({ rule: `advice unlisted-item ${provider}`, title: 'List it' })
    expect(finding?.fixed && textOf(finding.fixed, provider)).toContain('      - models/llm/new/e.yaml\n')
    expect(finding?.fixed && said(finding.fixed)).toEqual([])
  })

  it('leaves a pattern that is only written otherwise to its own finding', () => {
    const yaml = (textOf(fresh, provider) ?? '').replace('- models/llm/', '- ./models/llm/')
    expect(said(writeFile(fresh, provider, yaml))).toEqual([])
  })
})
