import { expect, test } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { addressOf, pathFromAddress, placeFromAddress } from './place-address'

test('a field goes into the address and back', () => {
  for (const path of [[], ['parameters', 1, 'max'], ['a/b', '~', 'c.d'], ['credentials_for_provider', '007']]) {
    expect(pathFromAddress(addressOf(path))).toEqual(path)
  }
  expect(addressOf(['parameters', 1, 'a/b'])).toBe('/parameters/1/a~1b')
})

test('an address opens its document, Python beside its document, and else the manifest', () => {
  const files = examplePlugin()
  expect(placeFromAddress(files, 'tools/forecast.yaml', '/identity/name')).toEqual({
    file: 'tools/forecast.yaml',
    code: 'tools/forecast.yaml',
    at: ['identity', 'name'],
    section: undefined,
  })
  expect(placeFromAddress(files, 'tools/forecast.py', undefined)).toEqual({
    file: 'tools/forecast.yaml',
    code: 'tools/forecast.py',
    at: [],
    section: '',
  })
  expect(placeFromAddress(files, 'gone.yaml', '/identity/name')).toEqual({
    file: 'manifest.yaml',
    code: 'manifest.yaml',
    at: [],
    section: '',
  })
  expect(placeFromAddress(new Map([['only.txt', '']]), undefined, undefined).file).toBe('only.txt')
})
