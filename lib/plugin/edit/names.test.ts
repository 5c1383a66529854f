import { expect, test } from 'vitest'
import { freeName, partsOf, stemFor, takenPaths } from './names'

test('numbers a name that is taken, and goes on counting', () => {
  const taken =
    (...names: string[]) =>
    (name: string) =>
      names.includes(name)
  expect(freeName('a', taken())).toBe('a')
  expect(freeName('a', taken('a'))).toBe('a_2')
  expect(freeName('a', taken('a', 'a_2'))).toBe('a_3')
  expect(freeName('a_9', taken('a_9'))).toBe('a_10')
  expect(freeName('web-2', taken('web-2'))).toBe('web-3')
})

test('takes paths apart', () => {
  expect(partsOf('tools/a.b.yaml')).toEqual({ folder: 'tools/', stem: 'a.b', extension: '.yaml' })
  expect(partsOf('README')).toEqual({ folder: '', stem: 'README', extension: '' })
  expect(partsOf('x/.env')).toEqual({ folder: 'x/', stem: '.env', extension: '' })
})

test('makes stems that Python can import, or takes names as they are', () => {
  expect(stemFor('Web Search 2.0', false)).toBe('web_search_2_0')
  expect(stemFor('getIt', false)).toBe('getit')
  expect(stemFor('getIt', true)).toBe('getIt')
  expect(stemFor('get it', true)).toBe('get_it')
})

test('takes paths for the same that differ in capitals only', () => {
  const taken = takenPaths(['Tools/A.py'])
  expect([taken('tools/a.py'), taken('tools/b.py')]).toEqual([true, false])
})
