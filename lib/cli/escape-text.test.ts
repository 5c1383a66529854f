import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapeText } from './escape-text'

it('shows control characters and marks that reorder a line', () => {
  expect(escapeText('a\u001b[31m\r\u0007\u007f\u009b\u202eb\u2028\ufeff')).toBe(
    'a\\u001b[31m\\u000d\\u0007\\u007f\\u009b\\u202eb\\u2028\\ufeff',
  )
})

it('leaves line feeds, tabs and every script alone', () => {
  expect(escapeText('é 天気\t🙂\nשלום')).toBe('é 天気\t🙂\nשלום')
})

it('leaves the value of a JSON line as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(escapeText(JSON.stringify({ text })))).toEqual({ text })
    }),
  )
})
