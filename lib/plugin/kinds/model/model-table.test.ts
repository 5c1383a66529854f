import { describe, expect, it } from 'vitest'
import { corpusPlugin, corpusPlugins, hasCorpus } from '@/scripts/corpus'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { changedPaths, textOf } from '../../files'
import { documentTypeById } from '../../kinds/registry'
import { diffLines, splitLines } from '../../line-diff'
import { columnsOf, rowsOf, tablesIn } from '../../table/item-table'
import { setCells } from '../../table/set-cells'
import { applySheet, planSheet } from '../../table/sheet'

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

describe('a price that goes in the table', () => {
  const files = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
  const type = documentTypeById('model.llm')
  const file = 'models/llm/first_llm.yaml'
  const edits = (texts: Readonly<Record<string, string>>) =>
    (type ? columnsOf(type) : []).flatMap((column) => {
      const text = texts[column.at.join('.')]
      return text === undefined ? [] : [{ file, column, text }]
    })
  const priced = (texts: Readonly<Record<string, string>>) => {
    const edited = setCells(files, edits(texts))
    if (!edited.ok) throw new Error(edited.reason)
    return edited.files
  }

  it('takes along what came with it', () => {
    const cleared = setCells(priced({ 'pricing.input': '2' }), edits({ 'pricing.input': '' }))
    expect(cleared.ok && cleared.files).toEqual(files)
  })

  it.each([
    ['pricing.input', 'Input of models/llm/first_llm.yaml: Empty Output as well, or keep a value here'],
    ['pricing.unit', 'Unit of models/llm/first_llm.yaml: Empty Input and Output as well, or keep a value here'],
  ])('stays while %s is needed beside it', (at, reason) => {
    const both = priced({ 'pricing.input': '2', 'pricing.output': '3' })
    expect(setCells(both, edits({ [at]: '' }))).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('goes alone where it need not stand there', () => {
    const both = priced({ 'pricing.input': '2', 'pricing.output': '3' })
    const cleared = setCells(both, edits({ 'pricing.output': '' }))
    expect(cleared.ok && cleared.files).toEqual(priced({ 'pricing.input': '2' }))
  })
})

describe('a sheet of models', () => {
  const files = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
  const type = documentTypeById('model.llm')
  const columns = type ? columnsOf(type) : []
  const place = { parent: 'provider/tiny.yaml', type: 'model.llm' }

  function pasted(sheet: string) {
    const plan = planSheet(sheet, columns, type ? rowsOf(files, type, columns) : [])
    const edited = plan && applySheet(files, plan, place)
    if (!plan || !edited?.ok) throw new Error(edited?.ok === false ? edited.reason : 'no sheet')
    const errors = checkPlugin(edited.files).filter(({ severity }) => severity === 'error')
    return { plan, errors, textOf: (stem: string) => textOf(edited.files, `models/llm/${stem}.yaml`) }
  }

  it('says nothing of a new model that does not stand in it', () => {
    const { textOf: of, errors } = pasted('Model ID\tDisplay name\nx-1\tX one\n')
    expect(errors).toEqual([])
    expect(of('x_1')).toBe(`model: x-1
model_type: llm
label:
  en_US: X one
model_properties:
  mode: chat
parameter_rules:
  - name: temperature
    use_template: temperature
  - name: top_p
    use_template: top_p
`)
  })

  it('is read as people write it', () => {
    const {
      plan,
      errors,
      textOf: of,
    } = pasted(
      'Model\tContext window\tInput price\tOutput ($/1K tokens)\n' +
        'a\t400,000\t$1.25\t$10.00\nb\t128K\t0,05\t1.250,50\nc\t1 000 000\t0.5\t\n',
    )
    expect([plan.problems, plan.unknown, errors]).toEqual([[], [], []])
    expect(of('a')).toContain('context_size: 400000\n')
    expect(of('a')).toContain('pricing:\n  input: "1.25"\n  output: "10.00"\n  currency: USD\n  unit: "0.001"\n')
    expect(of('b')).toContain('context_size: 128000\n')
    expect(of('b')).toContain('input: "0.05"\n  output: "1250.50"\n')
    expect(of('c')).toContain('context_size: 1000000\n')
    expect(of('c')).toContain('unit: "0.000001"\n')
  })

  it('brings the currency of its prices, and never two of them', () => {
    const {
      plan,
      errors,
      textOf: of,
    } = pasted('Name\tInput\tOutput\tCurrency\na\t€0,05\t€4,50\t\nb\t$1\t$2\tEUR\nc\t€1\t2\t€\n')
    expect(of('a')).toContain('input: "0.05"\n  output: "4.50"\n  currency: EUR\n  unit: "0.000001"\n')
    expect(plan.problems).toEqual([
      'Input of b: Write USD under Currency too, or the price in EUR: $1 is in USD.',
      'Output of b: Write USD under Currency too, or the price in EUR: $2 is in USD.',
      expect.stringMatching(/^Currency of b: Fill in Input as well/),
    ])
    expect(of('b')).not.toContain('pricing')
    expect(of('c')).toContain('currency: EUR\n')
    expect(errors).toEqual([])
  })

  it('points at prices that are none and leaves them out', () => {
    const {
      plan,
      errors,
      textOf: of,
    } = pasted('Name\tInput\tOutput\tUnit\na\tfree\t1\t\nb\t0x10\t\t\nc\t1,250\t\t\nd\t1\t2\t€4,50\n')
    expect(plan.problems).toEqual([
      'Input of a: Write the price alone, such as 0.5, instead of free.',
      'Output of a: Fill in Input as well: without it the SDK refuses what stands beside it.',
      'Input of b: Write the price alone, such as 0.5, instead of 0x10.',
      'Input of c: Write 1250 or 1.250 instead of 1,250: it can be read as both.',
      'Unit of d: Write per 1M tokens, per 1K tokens or their factor such as 0.000001 instead of €4,50.',
    ])
    expect(['a', 'b', 'c'].map((stem) => of(stem)?.includes('pricing'))).toEqual([false, false, false])
    expect(of('d')).toContain('unit: "0.000001"\n')
    expect(errors).toEqual([])
  })

  it('makes no price of a currency alone', () => {
    const { plan, errors, textOf: of } = pasted('Name\tCurrency\nfirst-llm\tEUR\n')
    expect(plan.problems).toEqual([expect.stringMatching(/^Currency of first-llm: Fill in Input as well/)])
    expect(of('first_llm')).not.toContain('pricing')
    expect(errors).toEqual([])
  })

  it('keeps names as they are where their files would be one', () => {
    const { textOf: of } = pasted('Name\tLabel\ng-4.1\tOne\ng-4-1\tOther\nG-4.1\tThird\n')
    expect(['g_4_1', 'g_4_1_2', 'g_4_1_3'].map((stem) => of(stem)?.split('\n')[0])).toEqual([
      'model: g-4.1',
      'model: g-4-1',
      'model: G-4.1',
    ])
  })

  it('leaves out heads that count in something else', () => {
    expect(pasted('Name\tContext (K)\tInput (cents)\tLabel\na\t128\t5\tA\n').plan.unknown).toEqual([
      'Context (K)',
      'Input (cents)',
    ])
  })
})
