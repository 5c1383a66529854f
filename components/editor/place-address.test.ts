import { expect, test } from 'vitest'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { placeFromAddress } from './place-address'

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
