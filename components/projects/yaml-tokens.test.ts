import { expect, test } from 'vitest'
import { changedLines } from './changed-lines'
import { yamlTokens } from './yaml-tokens'

const colors = (line: string) => yamlTokens(line).map(({ color, text }) => `${color} ${text}`)

test('a key, its colon and a plain value have their own colours', () => {
  expect(colors('  en_US: Nimbra Weather')).toEqual([
    'space   ',
    'key en_US',
    'punctuation :',
    'space  ',
    'plain Nimbra Weather',
  ])
})

test('quoted text, numbers and list entries differ', () => {
  expect(colors('version: "3.12"').at(-1)).toBe('text "3.12"')
  expect(colors('memory: 268435456').at(-1)).toBe('number 268435456')
  expect(colors('  - amd64')).toEqual(['space   ', 'punctuation - ', 'plain amd64'])
})

test('a URL is a value and no key', () => {
  expect(colors('  - https://example.com').at(-1)).toBe('plain https://example.com')
})

test('the tokens joined are the line', () => {
  for (const line of ['', '# note', 'plugins:', '    - provider/a.yaml', 'a: {}', "x: 'it''s'"]) {
    expect(
      yamlTokens(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
  }
})

test('marks the lines that differ', () => {
  expect([...changedLines('a\nb\nc', 'a\nx\nc')]).toEqual([1])
})

test('marks only what was put between lines that stay', () => {
  expect([...changedLines('a\nc', 'a\nb1\nb2\nc')]).toEqual([1, 2])
  expect([...changedLines('a\nb\nc', 'a\nc')]).toEqual([])
})
