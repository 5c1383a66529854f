import { describe, expect, it } from 'vitest'
import { goTime, pydanticTime } from './times'

describe('goTime', () => {
  it.each([
    '2025-01-15T09:00:00Z',
    '2025-01-15T9:00:00Z',
    '2025-01-15T09:00:00,5Z',
    '2025-01-15T09:00:00.5+08:00',
    '2024-02-29T00:00:00Z',
  ])('reads %s, quoted or not', (text) => {
    expect([goTime(text, false), goTime(text, true)]).toEqual(['ok', 'ok'])
  })

  it.each(['2025-01-15', '2025-1-5', '2025-01-15 09:00:00', '2025-1-5T9:0:0Z', '2025-01-15t09:00:00Z'])(
    'reads %s unquoted only',
    (text) => {
      expect([goTime(text, false), goTime(text, true)]).toEqual(['refused', 'ok'])
    },
  )

  it.each([
    '2025-01-15T09:00:00',
    '2025-01-15 09:00:00+08:00',
    '2025-01-15 09:00:00 +08:00',
    '2025-13-01T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2025-01-15T24:00:00Z',
    '',
    'today',
  ])('refuses %j', (text) => {
    expect([goTime(text, false), goTime(text, true)]).toEqual(['refused', 'refused'])
  })

  it('tells an offset of a day and the zero time', () => {
    expect(goTime('2025-01-15T09:00:00+24:00', true)).toBe('offset-day')
    expect(goTime('2025-01-15T09:00:00+23:60', true)).toBe('offset-day')
    expect(goTime('0001-01-01T00:00:00Z', true)).toBe('zero')
  })
})

describe('pydanticTime', () => {
  it.each([
    '2025-01-15',
    '2025-01-15T09:00:00',
    '2025-01-15 09:00',
    '2025-01-15T09:00:00.123Z',
    '2025-01-15T09:00:00+0800',
    '1736931600',
  ])('takes %s', (text) => {
    expect(pydanticTime(text)).toBe(true)
  })

  it.each(['2025-01-15T9:00:00Z', '2025-1-15', '2025-02-30', 'today', ''])('refuses %j', (text) => {
    expect(pydanticTime(text)).toBe(false)
  })
})
