import { expect, test } from 'vitest'
import { timeText } from './time-text'

const now = new Date('2026-11-26T14:00:00Z')
const at = (time: string) => timeText(new Date(time), now, 'UTC')

test('says Now within the first minute, also when the clocks differ a little', () => {
  expect(at('2026-11-26T13:59:30Z')).toBe('Now')
  expect(at('2026-11-26T14:00:20Z')).toBe('Now')
})

test('counts minutes, then hours of the same day', () => {
  expect(at('2026-11-26T13:56:00Z')).toBe('4 min')
  expect(at('2026-11-26T11:30:00Z')).toBe('2 h')
})

test('names yesterday and the days of the last week by the calendar', () => {
  expect(at('2026-11-25T23:59:00Z')).toBe('Yesterday')
  expect(at('2026-11-24T08:00:00Z')).toBe('Tuesday')
})

test('gives the date beyond a week, with the year when it is another one', () => {
  expect(at('2026-11-12T08:00:00Z')).toBe('12 Nov')
  expect(at('2025-12-03T08:00:00Z')).toBe('3 Dec 2025')
})

test('takes the calendar day of the reader', () => {
  const time = new Date('2026-11-25T23:30:00Z')
  expect(timeText(time, now, 'UTC')).toBe('Yesterday')
  expect(timeText(time, now, 'Asia/Tokyo')).toBe('14 h')
})
