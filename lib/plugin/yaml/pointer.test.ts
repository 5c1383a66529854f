import { expect, test } from 'vitest'
import { pathFromPointer, pointerOf } from './pointer'

test('a path goes into a pointer and back', () => {
  for (const path of [[], ['parameters', 1, 'max'], ['a/b', '~', 'c.d'], ['credentials_for_provider', '007']]) {
    expect(pathFromPointer(pointerOf(path))).toEqual(path)
  }
  expect(pointerOf(['parameters', 1, 'a/b'])).toBe('/parameters/1/a~1b')
})
