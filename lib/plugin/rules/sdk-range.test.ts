import { describe, expect, it } from 'vitest'
import { allows, lowestOf } from './sdk-range'

describe('a range of releases', () => {
  it.each([
    ['>=0.9.0,<0.11.0', '0.9.0'],
    ['==0.9.1', '0.9.1'],
    ['>= 0.10', '0.10'],
    ['~=0.9.0', undefined],
    ['<0.11.0', undefined],
    ['', undefined],
  ])('%s begins with %s', (range, lowest) => {
    expect(lowestOf(range)).toBe(lowest)
  })

  it.each([
    ['', '0.10.1', true],
    ['>=0.9.0', '0.10.1', true],
    ['>=0.9.0,<0.11.0', '0.10.1', true],
    ['>=0.9.0,<0.10.1', '0.10.1', false],
    ['>=0.9.0,<=0.10.1', '0.10.1', true],
    ['<=0.10.0', '0.10.1', false],
    ['==0.10.1', '0.10.1', true],
    ['==0.9.1', '0.10.1', false],
    ['==0.9.*', '0.10.1', false],
    ['==0.10.*', '0.10.1', true],
    ['~=0.9.0', '0.10.0', false],
    ['~=0.9', '0.10.0', true],
    ['~=0.10.0', '0.10.2', true],
    ['!=0.10.0', '0.10.1', true],
  ])('%s lets in something from %s on: %s', (range, release, expected) => {
    expect(allows(range, release)).toBe(expected)
  })
})
