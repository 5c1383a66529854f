import { expect, test } from 'vitest'
import { changedFields } from './flash-changes'
import { pathFromPointer, pointerOf } from '@/lib/plugin/yaml/pointer'

test('a place is the same on the other side', () => {
  for (const path of [[], ['parameters', 0, 'label', 'en_US'], ['a/b', '~1', '']])
    expect(pathFromPointer(pointerOf(path))).toEqual(path)
})

test('what changed is told as deep as both have the same shape', () => {
  const before = { name: 'a', list: [{ x: 1 }, { x: 2 }], map: { k: 'v' }, gone: 1 }
  const after = { name: 'a', list: [{ x: 1 }, { x: 3 }, { x: 4 }], map: ['k'] }
  expect(changedFields(before, after)).toEqual([['list', 1, 'x'], ['list', 2], ['map'], ['gone']])
  expect(changedFields(before, before)).toEqual([])
})
