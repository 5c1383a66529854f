import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Files } from '../files'
import { samplePlugin } from '../rules/sample-plugin'
import { findFields } from './find-fields'
import { findInFiles, replaceInFiles } from './find-in-files'
import { searchPattern, type Query } from './search-pattern'

function patternOf(words: string, options: Partial<Query> = {}): RegExp {
  const found = searchPattern({ words, matchCase: false, wholeWord: false, regex: false, ...options })
  if (!found.ok) throw new Error(found.reason)
  return found.pattern
}

const files: Files = new Map<string, string | Uint8Array>([
  ['a.yaml', 'name: city\nlabel: City of cities\n'],
  ['icon.png', Uint8Array.of(0, 99)],
  ['b.py', 'city = "$1"\r\nCITY = city.upper()\r\n'],
])
const placesOf = (pattern: RegExp) =>
  findInFiles(files, pattern).hits.map(
    ({ file, line, shown, begins, ends }) => `${file}:${line} ${shown.slice(begins, ends)}`,
  )

describe('findInFiles', () => {
  it('finds in text files, whatever the case', () => {
    expect(placesOf(patternOf('city'))).toEqual([
      'a.yaml:1 city',
      'a.yaml:2 City',
      'b.py:1 city',
      'b.py:2 CITY',
      'b.py:2 city',
    ])
  })

  it('finds the same case only, and whole words only', () => {
    expect(placesOf(patternOf('City', { matchCase: true }))).toEqual(['a.yaml:2 City'])
    expect(placesOf(patternOf('cit', { wholeWord: true }))).toEqual([])
    expect(placesOf(patternOf('cities', { wholeWord: true }))).toEqual(['a.yaml:2 cities'])
  })

  it('takes signs of expressions for themselves unless asked', () => {
    expect(placesOf(patternOf('$1'))).toEqual(['b.py:1 $1'])
    expect(placesOf(patternOf('^name', { regex: true }))).toEqual(['a.yaml:1 name'])
  })

  it('refuses an expression that is none, with the reason', () => {
    expect(searchPattern({ words: '(', matchCase: false, wholeWord: false, regex: true })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Mend the regular expression: '),
    })
  })

  it('stops at the limit and says that there is more', () => {
    expect(findInFiles(files, patternOf('city'), { limit: 2 })).toMatchObject({ more: true, hits: { length: 2 } })
  })

  it('says what a replacement would put at each place', () => {
    const replacement = { text: '<$&>', groups: true }
    expect(findInFiles(files, patternOf('city'), { replacement }).hits.map(({ becomes }) => becomes)).toEqual([
      '<city>',
      '<City>',
      '<city>',
      '<CITY>',
      '<city>',
    ])
  })

  it('passes over empty matches', () => {
    expect(placesOf(patternOf('x*', { regex: true }))).toEqual([])
  })

  it('shortens a long line around the place', () => {
    const long = new Map([['l', `${'a'.repeat(500)}needle${'b'.repeat(500)}`]])
    const [hit] = findInFiles(long, patternOf('needle')).hits
    expect(hit?.shown.length).toBeLessThan(230)
    expect(hit?.shown.slice(hit.begins, hit.ends)).toBe('needle')
  })
})

describe('replaceInFiles', () => {
  it('replaces everywhere and leaves other files alone', () => {
    expect([...replaceInFiles(files, patternOf('city'), { text: 'town', groups: false })]).toEqual([
      ['a.yaml', 'name: town\nlabel: town of cities\n'],
      ['b.py', 'town = "$1"\r\ntown = town.upper()\r\n'],
    ])
  })

  it('replaces only what was asked for', () => {
    const hit = findInFiles(files, patternOf('city')).hits[1]
    expect([...replaceInFiles(files, patternOf('city'), { text: 'town', groups: false }, hit ? [hit] : [])]).toEqual([
      ['a.yaml', 'name: city\nlabel: town of cities\n'],
    ])
  })

  it('puts in groups of an expression, and nothing else by itself', () => {
    const pattern = patternOf('(?<key>\\w+): (\\w+)', { regex: true })
    expect(replaceInFiles(files, pattern, { text: '$2-$<key>-$$-$&-$9', groups: true }).get('a.yaml')).toBe(
      'city-name-$-name: city-$9\nCity-label-$-label: City-$9 of cities\n',
    )
    expect(replaceInFiles(files, patternOf('name'), { text: '$&', groups: false }).get('a.yaml')).toBe(
      '$&: city\nlabel: City of cities\n',
    )
  })

  it('is String.replaceAll on any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), fc.string(), (text, words, replacement) => {
        const pattern = patternOf(words, { matchCase: true })
        const after =
          replaceInFiles(new Map([['f', text]]), pattern, { text: replacement, groups: false }).get('f') ?? text
        expect(after).toBe(text.replaceAll(words, () => replacement))
      }),
    )
  })
})

describe('findFields', () => {
  it('finds fields by the title of the form, in every document', () => {
    const found = findFields(samplePlugin, 'label')
    expect(found).toContainEqual({ file: 'manifest.yaml', path: ['label'], title: 'Label' })
    expect(found).toContainEqual({ file: 'tools/forecast.yaml', path: ['parameters', 0, 'label'], title: 'Label' })
  })

  it('finds nothing without words', () => {
    expect(findFields(samplePlugin, ' ')).toEqual([])
  })
})
