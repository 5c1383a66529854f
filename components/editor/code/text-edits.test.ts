import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLineChanges, plainText, smallestEdit, smallestEdits } from './text-edits'

const range = (startLineNumber: number, startColumn: number, endLineNumber: number, endColumn: number) => ({
  startLineNumber,
  startColumn,
  endLineNumber,
  endColumn,
})

describe('the smallest edit', () => {
  test('replaces only what differs', () => {
    expect(smallestEdit('max: 14\nmin: 1\n', 'max: 145\nmin: 1\n')).toEqual({ from: 7, to: 7, text: '5' })
    expect(smallestEdit('same', 'same')).toBeUndefined()
    expect(smallestEdit('aa', 'a')).toEqual({ from: 1, to: 2, text: '' })
  })

  test('never cuts a pair of surrogates or a line end in two', () => {
    expect(smallestEdit('x😀y', 'x😁y')).toEqual({ from: 1, to: 3, text: '😁' })
    expect(smallestEdit('a\r\nb', 'a\nb')).toEqual({ from: 1, to: 3, text: '\n' })
  })

  test('makes the new text of the old one, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '😀') }),
        fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r', '😀') }),
        (one, other) => {
          const edit = smallestEdit(one, other)
          expect(edit ? one.slice(0, edit.from) + edit.text + one.slice(edit.to) : one).toBe(other)
        },
      ),
    )
  })
})

describe('the smallest edits', () => {
  test('leave alone what stands between two changes', () => {
    expect(smallestEdits('a: 1\nb: 2\nc: 3\n', 'a: 7\nb: 2\nc: 35\n')).toEqual([
      { from: 3, to: 4, text: '7' },
      { from: 14, to: 14, text: '5' },
    ])
    expect(smallestEdits('a\n', 'a\n')).toEqual([])
  })

  test('make the one text of the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '', '😀', '🥐')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const made = smallestEdits(before, after).reduceRight(
          (done, edit) => done.slice(0, edit.from) + edit.text + done.slice(edit.to),
          before,
        )
        expect(made).toBe(after)
      }),
    )
  })
})

describe('what is typed in the code editor', () => {
  test('keeps mixed line ends and the byte order mark where nothing was typed', () => {
    const text = '\uFEFFa: 1\r\nb: 2\nc: 3\r\n'
    expect(applyLineChanges(text, [{ range: range(2, 4, 2, 5), text: '20\nd: 4' }])).toBe(
      '\uFEFFa: 1\r\nb: 20\r\nd: 4\nc: 3\r\n',
    )
    expect(applyLineChanges(text, [{ range: range(1, 1, 1, 1), text: '# top\n' }])).toBe(
      '\uFEFF# top\r\na: 1\r\nb: 2\nc: 3\r\n',
    )
  })

  test('takes several changes at once, each at its place in the old text', () => {
    const changes = [
      { range: range(1, 4, 1, 5), text: '10' },
      { range: range(3, 4, 3, 5), text: '30' },
    ]
    expect(applyLineChanges('a: 1\nb: 2\nc: 3\n', changes)).toBe('a: 10\nb: 2\nc: 30\n')
  })

  test('is the same text as the editor shows', () => {
    expect(plainText('\uFEFFa\r\nb\rc\n')).toBe('a\nb\nc\n')
  })
})
