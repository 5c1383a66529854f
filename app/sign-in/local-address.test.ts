import { expect, test } from 'vitest'
import { localAddress } from './local-address'

test('keeps a path with its query', () => {
  expect(localAddress('/projects/a?b=c')).toBe('/projects/a?b=c')
})

test.each([
  undefined,
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  ['/a', '/b'],
])('goes Home instead of to %j', (asked) => {
  expect(localAddress(asked)).toBe('/')
})
