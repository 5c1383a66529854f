import { describe, expect, it } from 'vitest'
import { corpusPlugin, corpusPlugins, hasCorpus } from '@/scripts/corpus'
import { changedPaths, textOf } from '../../files'
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
