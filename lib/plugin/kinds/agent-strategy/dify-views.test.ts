import { expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { difyViews } from '../../dify-view/dify-views'
import type { DifyView } from '../../dify-view/picture'
import type { Files } from '../../files'
import { changed } from '../../rules/sample-plugin'

const strategy = 'strategies/plan.yaml'
const fresh = createPlugin(['agent-strategy'], {
  name: 'planner',
  author: 'acme',
  createdAt: '2025-01-15T09:00:00Z',
  items: { 'agent-strategy': ['plan', 'react'] },
})

function viewOf(files: Files, id: string, file = 'manifest.yaml'): DifyView {
  const found = difyViews(files, file, 'en_US', false).find((view) => view.id === id)
  if (!found) throw new Error(`There is no view ${id}.`)
  return found
}

const fieldsOf = ({ blocks }: DifyView) => blocks.flatMap((block) => (block.kind === 'field' ? [block.field] : []))
const saidOf = ({ remarks }: DifyView) => remarks.map(({ message }) => message)

it('counts the strategies in the drawer and names the category', () => {
  const { blocks } = viewOf(fresh, 'detail')
  expect(blocks.find(({ kind }) => kind === 'heading')).toMatchObject({ text: '2 strategies included' })
  expect(blocks.flatMap((block) => (block.kind === 'box' ? [block.title.text] : []))).toEqual(['Plan', 'React'])
  expect(JSON.stringify(viewOf(fresh, 'card'))).toContain('"category":"Agent Strategy"')
})

it('shows the strategy that is open, with type words and without help', () => {
  const view = viewOf(fresh, 'strategy', 'strategies/react.yaml')
  expect(view.blocks[0]).toMatchObject({ kind: 'box', title: { text: 'React' } })
  expect(fieldsOf(view).map(({ typeWord, required }) => [typeWord, required])).toEqual([
    ['model-selector', true],
    ['multiple-tool-select', false],
    ['string', false],
    ['string', true],
    ['number', true],
  ])
  expect(saidOf(view)).toContain('The drawer does not show `help`; the Agent node does.')
})

it('draws the Agent node: pickers, texts with help, a number, a memory, what it gives', () => {
  const view = viewOf(fresh, 'agent-node')
  expect(fieldsOf(view).map(({ control, tooltip }) => [control.kind, tooltip?.text])).toEqual([
    ['picker', undefined],
    ['picker', undefined],
    ['input', 'What the model is to keep to in every answer.'],
    ['input', undefined],
    ['slider', 'How often the model is asked at most. In the last round it gets no tools.'],
  ])
  expect(view.blocks.flatMap((block) => (block.kind === 'output' ? [block.name] : []))).toEqual([
    'text',
    'usage',
    'files',
    'json',
  ])
  expect(view.blocks.some((block) => block.kind === 'heading' && block.text === 'Memory')).toBe(true)
  const without = changed(strategy, 'features:\n  - history-messages\n', '', fresh)
  expect(
    viewOf(without, 'agent-node').blocks.some((block) => block.kind === 'heading' && block.text === 'Memory'),
  ).toBe(false)
})

it.each([
  ['default: 5', 'default: 2.5', 'slider', '2', 'The slider begins at 2: Dify cuts the default to a whole number.'],
  ['    default: 5\n', '', 'slider', '1', undefined],
  ['    max: 50\n', '', 'input', '5', 'Dify draws a slider only where both `min` and `max` are given.'],
])('begins a number with %j as %s at %j', (from, to, kind, start, remark) => {
  const view = viewOf(changed(strategy, from, to, fresh), 'agent-node')
  expect(fieldsOf(view).at(-1)?.control).toMatchObject({ kind, text: start })
  const said = saidOf(view).filter((message) => message.includes('slider'))
  expect(said).toEqual(remark === undefined ? [] : [remark])
})
