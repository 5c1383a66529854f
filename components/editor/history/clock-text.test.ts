import { expect, test } from 'vitest'
import { clockText } from './clock-text'

test('a time has no more of its date than tells it from now', () => {
  const now = new Date(2026, 10, 26, 18, 0)
  expect(clockText(new Date(2026, 10, 26, 12, 4).toISOString(), now)).toBe('12:04')
  expect(clockText(new Date(2026, 10, 25, 9, 30).toISOString(), now)).toBe('25 Nov, 09:30')
  expect(clockText(new Date(2025, 10, 25, 9, 30).toISOString(), now)).toBe('25 Nov 2025, 09:30')
})
