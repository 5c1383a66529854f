import { describe, expect, it } from 'vitest'
import { corpusPlugin, corpusPlugins, hasCorpus } from '@/scripts/corpus'
import { createPlugin } from '../../create'
import { changedPaths, textOf } from '../../files'
import { documentTypeById } from '../../kinds/registry'
import { diffLines, splitLines } from '../../line-diff'
import { columnsOf, rowsOf, tablesIn } from '../../table/item-table'
import { setCells } from '../../table/set-cells'

if (!hasCorpus) console.info('SKIPPED: tables of real models (../shared/corpus is absent)')

describe.skipIf(!hasCorpus)('the table of models of real providers', () => {
  it.each(corpusPlugins('models'))('%s: one price changes one line of one file', (name) => {
    const files = corpusPlugin(name)
    for (const type of tablesIn(files)) {
      const columns = columnsOf(type)
      const input = columns.find(({ at }) => at.join('.') === 'pricing.input')
      const row = rowsOf(files, type, columns).find(({ cells }) => input && cells[columns.indexOf(input)])
      if (!input || !row) continue
      const edited = setCells(files, [{ file: row.file, column: input, text: '123.45' }])
      if (!edited.ok) throw new Error(edited.reason)
      expect(changedPaths(files, edited.files)).toEqual([row.file])
      const [before, after] = [files, edited.files].map((each) => splitLines(textOf(each, row.file) ?? ''))
      const hunks = diffLines(before ?? [], after ?? [])
      expect(hunks.map(({ start, end, from, to }) => [end - start, to - from])).toEqual([[1, 1]])
      expect(after?.[hunks[0]?.from ?? 0]).toMatch(/123\.45/)
    }
  })
})

describe('a price in the table', () => {
  const files = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
  const type = documentTypeById('model.llm')
  const columns = type ? columnsOf(type) : []
  const file = 'models/llm/first_llm.yaml'
  const edit = (at: string, text: string) => {
    const column = columns.find((each) => each.at.join('.') === at)
    if (!column) throw new Error(`no column ${at}`)
    return { file, column, text }
  }

  it('comes with what it is for and its currency, which the SDK wants', () => {
    const edited = setCells(files, [edit('pricing.input', '0.5')])
    expect(edited.ok && textOf(edited.files, file)).toBe(
      `${textOf(files, file)}pricing:\n  input: "0.5"\n  unit: "0.000001"\n  currency: USD\n`,
    )
  })

  it('is written with its words, and leaves nothing behind when all of it goes', () => {
    const all = ['pricing.input', 'pricing.output', 'pricing.unit', 'pricing.currency']
    const edited = setCells(files, [edit('pricing.unit', 'Per 1K tokens'), edit('pricing.input', '2')])
    if (!edited.ok) throw new Error(edited.reason)
    expect(textOf(edited.files, file)).toContain('unit: "0.001"')
    const cleared = setCells(
      edited.files,
      all.map((at) => edit(at, '')),
    )
    expect(cleared.ok && cleared.files).toEqual(files)
  })
})
