import { expect, it } from 'vitest'
import { contrastOf, contrastWords, pictureContrast, readColor } from './contrast'

it.each([
  ['#E5E7EB', [229, 231, 235]],
  [' #fff ', [255, 255, 255]],
  ['#FFFFF', undefined],
  ['red', undefined],
  ['linear-gradient(#fff, #000)', undefined],
])('reads the colour %s', (text, color) => {
  expect(readColor(text)).toEqual(color)
})

it.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#101828', '#E5E7EB', 14.34],
])('measures %s on %s as WCAG does', (one, other, ratio) => {
  const [first, second] = [readColor(one), readColor(other)]
  expect(first && second && contrastOf(first, second)).toBeCloseTo(ratio, 1)
})

it('measures the strong parts of a picture, and only what is drawn', () => {
  const black = [0, 0, 0, 255]
  const white = [255, 255, 255, 255]
  const clear = [0, 0, 0, 0]
  expect(pictureContrast([...black, ...black, ...white, ...white, ...clear], [255, 255, 255])).toBe(21)
  expect(pictureContrast([...white, ...white, ...white, ...white, ...black], [255, 255, 255])).toBe(1)
  expect(pictureContrast(clear, [255, 255, 255])).toBeUndefined()
})

it('says in words whether that is enough, and never rounds up to it', () => {
  expect(contrastWords(14.39, 4.5)).toBe('14.3:1, clear')
  expect(contrastWords(4.499, 4.5)).toBe('4.4:1, too weak: 4.5:1 is needed')
  expect(contrastWords(3, 3)).toBe('3.0:1, clear')
})
