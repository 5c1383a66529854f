import { describe, expect, it } from 'vitest'
import { cellsFromClipboard, cellsFromSheet } from './cells'

describe('cellsFromClipboard', () => {
  it.each([
    ['a', [['a']]],
    [
      'a\tb\nc\td\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\n\r\nb\r\n', [['a'], [''], ['b']]],
    ['"two\nlines"\t"say ""so"""\n', [['two\nlines', 'say "so"']]],
    ['', [['']]],
  ])('reads %j', (text, cells) => {
    expect(cellsFromClipboard(text)).toEqual(cells)
  })
})

describe('cellsFromSheet', () => {
  it.each(['a,b\n1,"x, y"\n', 'a;b\n1;x, y\n', 'a\tb\r\n1\tx, y\r\n'])('finds the columns of %j', (text) => {
    expect(cellsFromSheet(text)).toEqual([
      ['a', 'b'],
      ['1', 'x, y'],
    ])
  })
})
