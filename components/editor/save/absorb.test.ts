import { describe, expect, test } from 'vitest'
import type { Files } from '@/lib/plugin/files'
import { afterSave, besidePath, settle } from './absorb'

const filesOf = (entries: Record<string, string>): Files => new Map(Object.entries(entries))

describe('after a save', () => {
  test('what was typed meanwhile stays', () => {
    const sent = filesOf({ a: 'one\n' })
    const now = filesOf({ a: 'one more\n' })
    expect(afterSave({ sent, changes: [], now })).toEqual({ server: sent, files: now, conflicts: [] })
  })

  test('what others changed comes in beside what was typed meanwhile', () => {
    const sent = filesOf({ a: '1\n2\n3\n', b: 'old\n' })
    const now = filesOf({ a: '1\n2\n3!\n', b: 'old\n' })
    const result = afterSave({
      sent,
      changes: [
        { path: 'a', text: '1?\n2\n3\n' },
        { path: 'c', text: 'new\n' },
      ],
      now,
    })
    expect(Object.fromEntries(result.files)).toEqual({ a: '1?\n2\n3!\n', b: 'old\n', c: 'new\n' })
    expect(Object.fromEntries(result.server)).toEqual({ a: '1?\n2\n3\n', b: 'old\n', c: 'new\n' })
  })

  test('what was typed over the same lines is neither lost nor written over theirs: both sides are handed on', () => {
    const result = afterSave({
      sent: filesOf({ a: 'x\n' }),
      changes: [{ path: 'a', text: 'theirs\n' }],
      now: filesOf({ a: 'mine\n' }),
    })
    expect(result.files.get('a')).toBe('mine\n')
    expect(result.server.get('a')).toBe('theirs\n')
    expect(result.conflicts.map(({ path }) => path)).toEqual(['a'])
  })
})

describe('settling a conflict', () => {
  const base = filesOf({ 'a.yaml': 'x: 1\n', 'b.txt': 'one\n' })
  const ours = filesOf({ 'a.yaml': 'x: 2\n', 'b.txt': 'one\n', 'mine.txt': 'm' })
  const theirs = filesOf({ 'a.yaml': 'x: 3\n', 'b.txt': 'two\n' })
  const settled = (choice: 'ours' | 'theirs' | 'both') =>
    Object.fromEntries(settle({ base, ours, theirs, choices: new Map([['a.yaml', choice]]) }))

  test('keeps ours or theirs and merges the rest', () => {
    expect(settled('ours')).toEqual({ 'a.yaml': 'x: 2\n', 'b.txt': 'two\n', 'mine.txt': 'm' })
    expect(settled('theirs')).toEqual({ 'a.yaml': 'x: 3\n', 'b.txt': 'two\n', 'mine.txt': 'm' })
  })

  test('keeping both puts ours beside theirs', () => {
    expect(settled('both')).toEqual({ 'a.yaml': 'x: 3\n', 'a.mine.yaml': 'x: 2\n', 'b.txt': 'two\n', 'mine.txt': 'm' })
  })

  test('each hunk has its own choice, and what has none stays ours', () => {
    const text = (first: string, last: string) => filesOf({ a: `${first}\n2\n3\n4\n${last}\n` })
    const sides = { base: text('1', '5'), ours: text('one', 'five'), theirs: text('eins', 'fünf') }
    const chosen = (...choices: ('ours' | 'theirs' | 'both' | undefined)[]) =>
      settle({ ...sides, choices: new Map([['a', choices]]) }).get('a')
    expect(chosen('theirs', 'both')).toBe('eins\n2\n3\n4\nfive\nfünf\n')
    expect(chosen(undefined, 'theirs')).toBe('one\n2\n3\n4\nfünf\n')
  })

  test('a file that one side removed can be kept or let go', () => {
    const gone = filesOf({ 'b.txt': 'two\n' })
    expect(settle({ base, ours, theirs: gone, choices: new Map([['a.yaml', 'theirs']]) }).has('a.yaml')).toBe(false)
    expect(settle({ base, ours, theirs: gone, choices: new Map([['a.yaml', 'ours']]) }).get('a.yaml')).toBe('x: 2\n')
  })
})

test('the name beside a file is free', () => {
  expect(besidePath('tools/search.yaml', filesOf({}))).toBe('tools/search.mine.yaml')
  expect(besidePath('.env', filesOf({ '.env.mine': '' }))).toBe('.env.mine2')
})
