import { expect, it } from 'vitest'
import { networkAddress } from './network-address'

const forwarded = (value?: string) => new Headers(value === undefined ? {} : { 'x-forwarded-for': value })

it('is what Next found at the socket', () => {
  expect(networkAddress(forwarded('::ffff:127.0.0.1'), false)).toBe('::ffff:127.0.0.1')
  expect(networkAddress(forwarded(), false)).toBe('')
})

it('is the entry of a trusted proxy, not what the sender wrote before it', () => {
  expect(networkAddress(forwarded('1.2.3.4, 203.0.113.7'), true)).toBe('203.0.113.7')
  expect(networkAddress(forwarded(), true)).toBe('')
})
