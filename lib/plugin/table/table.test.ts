import { describe, expect, it } from 'vitest'
import { createPlugin } from '../create'
import { changedPaths, textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { textOfCell, valueOfCell } from './cell-value'
import { columnsOf, rowsOf, tablesIn } from './item-table'
import { setCells } from './set-cells'
import { applySheet, planSheet } from './sheet'

const tool = documentTypeById('tool')
if (!tool) throw new Error('There is no type of tools.')
const columns = columnsOf(tool)
const files = createPlugin(['tool'], {
  name: 'shop',
  author: 'acme',
  createdAt: '2026-01-02T03:04:05Z',
  items: { tool: ['search', 'buy'] },
})
const node = (...path: (string | number)[]) => fieldAt(fieldTree(tool), path)

function sheet(text: string, now: Files = files) {
  const rows = rowsOf(now, tool ?? never())
  const plan = planSheet(text, columns, rows)
  if (!plan) return undefined
  return { plan, edited: applySheet(now, plan, rows[0]?.file) }
}

function never(): never {
  throw new Error('unreachable')
}

describe('a table of documents', () => {
  it('has a row for each and a cell for each column', () => {
    expect(tablesIn(files).map(({ id }) => id)).toEqual(['tool'])
    expect(columns.map(({ title }) => title)).toEqual(['Label', 'Description for people', 'Description for the model'])
    expect(rowsOf(files, tool)).toEqual([
      {
        file: 'tools/search.yaml',
        name: 'search',
        group: '',
        cells: ['Search', 'Answers a query.', 'Takes a query and returns the answer.'],
      },
      expect.objectContaining({ name: 'buy' }),
    ])
  })

  it('changes only the lines of its cells', () => {
    const [label] = columns
    if (!label) throw new Error('no column')
    const edited = setCells(files, [
      { file: 'tools/search.yaml', column: label, text: 'Find' },
      { file: 'tools/buy.yaml', column: label, text: 'Get' },
    ])
    if (!edited.ok) throw new Error(edited.reason)
    expect(changedPaths(files, edited.files)).toEqual(['tools/buy.yaml', 'tools/search.yaml'])
    expect(textOf(edited.files, 'tools/buy.yaml')).toBe(textOf(files, 'tools/buy.yaml')?.replace('Buy', 'Get'))
  })
})

describe('a cell', () => {
  it.each([
    [node('parameters', 0, 'min'), '1,000', { ok: true, value: 1000 }],
    [node('parameters', 0, 'min'), '0.5', { ok: true, value: 0.5 }],
    [node('parameters', 0, 'min'), 'much', { ok: false }],
    [node('parameters', 0, 'required'), 'yes', { ok: true, value: true }],
    [node('parameters', 0, 'required'), 'no', { ok: 'empty' }],
    [node('parameters', 0, 'required'), 'maybe', { ok: false }],
    [node('parameters', 0, 'type'), 'string', { ok: true, value: 'string' }],
    [node('parameters', 0, 'type'), 'text', { ok: false }],
    [node('identity', 'name'), ' 1,000 ', { ok: true, value: '1,000' }],
    [node('identity', 'name'), '', { ok: 'empty' }],
  ])('of %# reads %j', (field, text, expected) => {
    expect(valueOfCell(field, text)).toMatchObject(expected)
  })

  it('of a list takes words that the list knows', () => {
    const provider = documentTypeById('tool.provider')
    const tags = provider && fieldAt(fieldTree(provider), ['identity', 'tags'])
    expect(valueOfCell(tags, 'search, weather')).toEqual({ ok: true, value: ['search', 'weather'] })
    expect(valueOfCell(tags, 'search nonsense')).toMatchObject({ ok: false })
  })

  it('shows what it read', () => {
    expect([['a', 'b'], true, false, undefined, 0, 'x'].map(textOfCell)).toEqual(['a, b', 'yes', '', '', '0', 'x'])
  })
})

describe('a pasted sheet', () => {
  it('changes what differs and adds what is new', () => {
    const read = sheet('name,label,description.llm,Colour\nsearch,Find,,red\nbuy,Buy,,\nsell,Sell,Sells it.,\n')
    expect(read?.plan).toMatchObject({ edits: [{ text: 'Find' }], added: [{ name: 'sell' }], unknown: ['Colour'] })
    if (!read?.edited.ok) throw new Error('refused')
    expect(rowsOf(read.edited.files, tool).map(({ name, cells }) => [name, cells[0], cells[2]])).toEqual([
      ['search', 'Find', 'Takes a query and returns the answer.'],
      ['buy', 'Buy', 'Takes a query and returns the answer.'],
      ['sell', 'Sell', 'Sells it.'],
    ])
  })

  it('is none without a line of heads and a line of cells', () => {
    expect(sheet('')).toBeUndefined()
    expect(sheet('search\tFind')).toBeUndefined()
  })
})
