import { expect, it } from 'vitest'
import { deliveryInput } from './delivery-input'

it.each([
  ['{"a": 1}', 'payload'],
  ['X-GitHub-Event: issues\nContent-Type: application/json\n\n{"action": "opened"}', 'payload'],
  ["curl 'x'", 'payload'],
  ['A: b\nC: d', 'headers'],
  ['issue_opened', undefined],
])('%j goes to %s', (text, input) => {
  expect(deliveryInput(text)).toBe(input)
})
