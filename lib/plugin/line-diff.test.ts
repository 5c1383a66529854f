import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, splitLines } from './line-diff'

test('splits into lines that keep their ends', () => {
  expect(splitLines('')).toEqual([])
  expect(splitLines('a\r\n\nb')).toEqual(['a\r\n', '\n', 'b'])
  expect(splitLines('a\n')).toEqual(['a\n'])
})

test('finds a change, an insertion and a removal', () => {
  expect(diffLines([...'abcdef'], [...'aBcdxef'])).toEqual([
    { start: 1, end: 2, from: 1, to: 2 },
    { start: 4, end: 4, from: 4, to: 5 },
  ])
  expect(diffLines([...'abc'], [...'ac'])).toEqual([{ start: 1, end: 2, from: 1, to: 1 }])
  expect(diffLines([], [])).toEqual([])
})

test('describes any change completely, with hunks that neither overlap nor touch', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', '__proto__', 'constructor'), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const hunks = diffLines(before, after)
      const rebuilt: string[] = []
      let done = 0
      for (const { start, end, from, to } of hunks) {
        expect(start > done || done === 0).toBe(true)
        rebuilt.push(...before.slice(done, start), ...after.slice(from, to))
        expect(end > start || to > from).toBe(true)
        done = end
      }
      expect([...rebuilt, ...before.slice(done)]).toEqual(after)
    }),
    { numRuns: 1_000 },
  )
})

test('takes a huge block of repeated lines as replaced as a whole', () => {
  const block = (text: string): string[] => Array.from({ length: 6_000 }, (_, index) => (index % 2 ? text : 'same'))
  expect(diffLines(block('x'), block('y'))).toEqual([{ start: 1, end: 6_000, from: 1, to: 6_000 }])
})
