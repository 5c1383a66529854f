import { afterEach, describe, expect, test } from 'vitest'
import { dropLastWords, withLastWords, writeLastWords } from './last-words'
import type { JournalEntry } from './journal'

const entry = (at: number, text: string, tab = 'one'): JournalEntry => ({
  projectId: 'p',
  tab,
  base: 'r1',
  changes: [{ path: 'README.md', text }],
  readable: [],
  at,
})
const gone = () => false

afterEach(() => localStorage.clear())

describe('the last words of a page', () => {
  test('stand for what the journal had of it before', () => {
    expect(writeLastWords(entry(2, 'whole'))).toBe(true)
    expect(withLastWords('p', [entry(1, 'who')], gone)).toEqual([entry(2, 'whole')])
  })

  test('are taken up where the journal has nothing, bytes too', () => {
    writeLastWords({ ...entry(2, ''), changes: [{ path: 'a.png', bytes: new Uint8Array([0, 255]) }] })
    expect(withLastWords('p', [], gone)[0]?.changes).toEqual([{ path: 'a.png', base64: 'AP8=' }])
  })

  test('give way to a journal that is newer', () => {
    writeLastWords(entry(1, 'who'))
    expect(withLastWords('p', [entry(2, 'whole')], gone)).toEqual([entry(2, 'whole')])
  })

  test('of a page that lives, of another plugin, or dropped are left alone', () => {
    writeLastWords(entry(1, 'a', 'alive'))
    writeLastWords({ ...entry(1, 'b'), projectId: 'q' })
    writeLastWords(entry(1, 'c', 'dropped'))
    dropLastWords('p', 'dropped')
    expect(withLastWords('p', [], (tab) => tab === 'alive')).toEqual([])
  })

  test('that cannot be read hide no others', () => {
    localStorage.setItem('plugwright.left.p.broken', '{"projectId"')
    writeLastWords(entry(1, 'whole'))
    expect(withLastWords('p', [], gone)).toHaveLength(1)
  })

  test('that are too long are not kept by half', () => {
    expect(writeLastWords(entry(1, 'x'.repeat(2_000_000)))).toBe(false)
    expect(withLastWords('p', [], gone)).toEqual([])
  })
})
