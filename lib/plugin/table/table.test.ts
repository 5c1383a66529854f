import { describe, expect, it } from 'vitest'
import { createPlugin } from '../create'
import { changedPaths, textOf, type Files } from '../files'
import { documentTypeById } from '../kinds/registry'
import { fieldAt, fieldTree } from '../schema/field-tree'
import { textOfCell, valueOfCell } from './cell-value'
import { columnsOf, rowsOf, tablesIn } from './item-table'
import { setCells } from './set-cells'
import { applySheet, hasHeads, planCells, planSheet } from './sheet'

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
  return { plan, edited: applySheet(now, plan, place) }
}

const place = { parent: 'provider/shop.yaml', type: 'tool' }

function never(): never {
  throw new Error('unreachable')
}

describe('a table of documents', () => {
  it('has a row for each and a cell for each column', () => {
    expect(tablesIn(files).map(({ id }) => id)).toEqual(['tool'])
    expect(columns.map(({ title }) => title)).toEqual([
      'Name',
      'Label',
      'Description for people',
      'Description for the model',
    ])
    expect(rowsOf(files, tool)).toEqual([
      {
        file: 'tools/search.yaml',
        name: 'search',
        group: '',
        parent: 'provider/shop.yaml',
        index: 0,
        count: 2,
        cells: ['search', 'Search', 'Answers a query.', 'Takes a query and returns the answer.'],
      },
      expect.objectContaining({ name: 'buy' }),
    ])
  })

  it('changes only the lines of its cells', () => {
    const [, label] = columns
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
    [node('parameters', 0, 'type'), 'Text', { ok: true, value: 'string' }],
    [node('parameters', 0, 'type'), 'nonsense', { ok: false }],
    [node('parameters', 0, 'min'), '0,5', { ok: true, value: 0.5 }],
    [node('parameters', 0, 'min'), '\u22121 000', { ok: true, value: -1000 }],
    [node('parameters', 0, 'min'), '1,250', { ok: false, problem: expect.stringContaining('1250 or 1.250') }],
    [node('parameters', 0, 'precision'), '400,000', { ok: true, value: 400000 }],
    [node('parameters', 0, 'precision'), '1 000 000', { ok: true, value: 1000000 }],
    [node('parameters', 0, 'precision'), '128K', { ok: true, value: 128000 }],
    [node('parameters', 0, 'precision'), '1.1M tokens', { ok: true, value: 1100000 }],
    [node('parameters', 0, 'precision'), '8.0', { ok: true, value: 8 }],
    [node('parameters', 0, 'precision'), '128.000', { ok: false, problem: expect.stringContaining('128000 or 128') }],
    [node('parameters', 0, 'precision'), '1.5', { ok: false }],
    [node('parameters', 0, 'precision'), '99999999999999999999', { ok: false }],
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
    expect(rowsOf(read.edited.files, tool).map(({ name, cells }) => [name, cells[1], cells[3]])).toEqual([
      ['search', 'Find', 'Takes a query and returns the answer.'],
      ['buy', 'Buy', 'Takes a query and returns the answer.'],
      ['sell', 'Sell', 'Sells it.'],
    ])
  })

  it('knows its rows by a name that stands in any column', () => {
    expect(sheet('label,ID\nFind,search\n')?.plan).toMatchObject({
      edits: [{ file: 'tools/search.yaml', text: 'Find' }],
      added: [],
    })
  })

  it('takes a name once, and says what it leaves out', () => {
    const read = sheet('Name,Label\nsell,Sell\n,Nobody\n,\nsell,Other\nlend it!,Lend\n')
    expect(read?.plan).toMatchObject({
      added: [{ name: 'sell', cells: [{ text: 'Sell' }] }],
      problems: [
        'Line 3 has no name and is left out: , Nobody',
        'sell stands in line 2 and in line 5: the first one counts.',
        'lend it! is left out. Use only letters, digits, "_" and "-" in the name, for example "lend_it".',
      ],
    })
  })

  it('without heads is no data', () => {
    expect(sheet('sell,Sell\nlend,Lend\n')?.plan).toMatchObject({
      added: [],
      edits: [],
      problems: [expect.stringContaining('Put a line above that names the columns, such as Name, Label')],
    })
  })

  it('has one column of a name', () => {
    expect(sheet('name,label,Label\nsearch,Find,Other\n')?.plan).toMatchObject({
      edits: [{ text: 'Find' }],
      unknown: ['Label'],
    })
  })

  it('is none without a line of heads and a line of cells', () => {
    expect(sheet('')).toBeUndefined()
    expect(sheet('search\tFind')).toBeUndefined()
  })
})

describe('cells that are put down from one cell on', () => {
  const rows = rowsOf(files, tool)

  it('change what differs, empty what is empty and add rows behind the last one', () => {
    const plan = planCells('Find\tFinds.\nBuy\t\nSell\tSells.\n', { row: 0, column: 1 }, columns, rows)
    expect(plan.edits.map(({ file, text }) => `${file} ${text}`)).toEqual([
      'tools/search.yaml Find',
      'tools/search.yaml Finds.',
      'tools/buy.yaml ',
    ])
    expect(plan.added.map(({ name, cells }) => [name, cells.length])).toEqual([['', 2]])
    const edited = applySheet(files, plan, place)
    if (!edited.ok) throw new Error(edited.reason)
    expect(rowsOf(edited.files, tool).map(({ cells }) => cells[1])).toEqual(['Find', 'Buy', 'Sell'])
  })

  it('name the rows that they add, where they begin with the names', () => {
    const plan = planCells('buy\tBuy\nsell\tSell\nlend\tLend', { row: 1, column: 0 }, columns, rows)
    expect(plan.edits).toEqual([])
    const edited = applySheet(files, plan, place)
    expect(edited.ok && rowsOf(edited.files, tool).map(({ name }) => name)).toEqual(['search', 'buy', 'sell', 'lend'])
  })

  it('make no second row of a name', () => {
    const shown = rows.slice(0, 1)
    const plan = planCells(
      'search\tFind\nbuy\tBuy\nlend\tLend\nlend\tOther',
      { row: 0, column: 0 },
      columns,
      shown,
      rows,
    )
    expect(plan.added.map(({ name }) => name)).toEqual(['lend'])
    expect(plan.problems).toEqual([
      'buy is there already: this line of it is left out.',
      'lend is there already: this line of it is left out.',
    ])
  })

  it('are told from a sheet with heads', () => {
    expect(hasHeads('Name\tLabel\nbuy\tBuy', columns)).toBe(true)
    expect(hasHeads('Name\tLabel', columns)).toBe(false)
    expect(hasHeads('Name\tColour\nbuy\tred', columns)).toBe(false)
    expect(hasHeads('Name\tColour\tLabel\nbuy\tred\tBuy', columns)).toBe(true)
  })
})

describe('the name of a row', () => {
  const [name] = columns
  if (!name) throw new Error('no column')

  it('renames the document with its files', () => {
    const edited = setCells(files, [{ file: 'tools/buy.yaml', column: name, text: 'purchase' }])
    if (!edited.ok) throw new Error(edited.reason)
    expect(rowsOf(edited.files, tool).map(({ file }) => file)).toEqual(['tools/search.yaml', 'tools/purchase.yaml'])
  })

  it('is refused where another row has it', () => {
    expect(setCells(files, [{ file: 'tools/buy.yaml', column: name, text: 'search' }])).toMatchObject({ ok: false })
  })
})
