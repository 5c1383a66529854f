import { expect, it } from 'vitest'
import { requestInput } from './request-input'

it.each([
  ['curl https://a', 'request'],
  ['  $ curl -s https://a', 'request'],
  ['curl.exe https://a', 'request'],
  ['{"a": 1}', 'answer'],
  ['[1]', 'answer'],
  ['curly', undefined],
  ['search_web', undefined],
])('%j goes to %s', (text, input) => {
  expect(requestInput(text)).toBe(input)
})
