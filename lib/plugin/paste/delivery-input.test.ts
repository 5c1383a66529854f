import { expect, it } from 'vitest'
import { deliveryInput } from './delivery-input'

it.each([
  ['{"a": 1}', 'payload'],
  ['X-GitHub-Event: push\n\n{"a": 1}', 'payload'],
  ["curl 'x'", 'payload'],
  ['X-GitHub-Event: push', 'headers'],
  ['a: b\nc: d', 'headers'],
  ['issue_opened', undefined],
  ['curly', undefined],
])('%j goes to %s', (text, input) => {
  expect(deliveryInput(text)).toBe(input)
})
