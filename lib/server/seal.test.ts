import { expect, it, vi } from 'vitest'
import { seal, unseal } from './seal'

const kept = vi.hoisted(() => ({ encryption: 'k'.repeat(32) }))
vi.mock('./keys', () => ({ keys: () => ({ encryption: kept.encryption, session: '' }) }))

it('gives back what was sealed under the same name', () => {
  expect(unseal('row', seal('row', { token: 'ü' }))).toEqual({ token: 'ü' })
})

it('shows nothing of it, and differs each time', () => {
  const one = Buffer.from(seal('row', { token: 'a-very-secret-token' }))
  expect(one.includes('secret')).toBe(false)
  expect(one.equals(Buffer.from(seal('row', { token: 'a-very-secret-token' })))).toBe(false)
})

it('does not open under another name, with another key, changed or cut', () => {
  const sealed = seal('row', 1)
  expect(unseal('other', sealed)).toBeUndefined()
  const changed = Uint8Array.from(sealed)
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
  expect(unseal('row', changed)).toBeUndefined()
  expect(unseal('row', sealed.subarray(0, 20))).toBeUndefined()
  kept.encryption = 'x'.repeat(32)
  expect(unseal('row', sealed)).toBeUndefined()
})
