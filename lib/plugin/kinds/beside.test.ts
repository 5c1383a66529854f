import { expect, test } from 'vitest'
import { besideRefusal } from './beside'
import { kindHeads } from './kind-heads'

const head = (id: string) => kindHeads.find((kind) => kind.id === id) ?? { id, title: id, alone: false }
const refusal = (id: string, ...present: string[]) => besideRefusal(head(id), present.map(head))

test('lets tools and endpoints share a plugin, and everything be the first', () => {
  expect(refusal('endpoint', 'tool')).toBeUndefined()
  expect(refusal('tool', 'endpoint')).toBeUndefined()
  for (const { id } of kindHeads) expect(refusal(id)).toBeUndefined()
})

test('names the kind that stands alone, whichever is there first', () => {
  expect(refusal('model', 'tool')).toBe('Models stand alone: Dify refuses anything beside them.')
  expect(refusal('tool', 'model')).toBe('Models stand alone: Dify refuses anything beside them.')
  expect(refusal('trigger', 'model')).toBe('Models stand alone: Dify refuses anything beside them.')
})

test('has nothing against what is there already', () => {
  expect(refusal('model', 'model')).toBeUndefined()
})
