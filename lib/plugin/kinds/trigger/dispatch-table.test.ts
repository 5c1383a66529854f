import { describe, expect, it } from 'vitest'
import { formatPython } from '../../python/test-ruff'
import { dispatchEntries, withDispatch, withoutDispatch, withRenamedEvent } from './dispatch-table'

const python = (table: string) => `import x\n\n# Names.\n${table}\n\n\nclass A:\n    EVENTS = 1\n`
const tableOf = (text: string) => {
  expect(formatPython(text)).toBe(text)
  return text.slice('import x\n\n# Names.\n'.length, text.indexOf('\n\n\nclass'))
}
const commented = 'EVENTS = {\n    # The first.\n    "a": "x",  # said so\n    "b": "y",\n}'

describe('the table of a dispatch', () => {
  it('is read with any layout, and left alone where it is more than texts', () => {
    expect(dispatchEntries(python("EVENTS: dict[str, str] = {'a': \"x\",\n  # c\n 'b' : 'y' , }"))).toMatchObject([
      { key: 'a', event: 'x' },
      { key: 'b', event: 'y' },
    ])
    expect(dispatchEntries(python('EVENTS = {}'))).toEqual([])
    for (const table of [
      'EVENTS = {"a": X}',
      'EVENTS = dict(a="x")',
      'EVENTS = {"a": "\\n"}',
      'EVENTS = {"a": "b" "c"}',
    ]) {
      expect(dispatchEntries(python(table))).toBeUndefined()
      expect(withDispatch(python(table), 'b', 'y')).toBe(python(table))
      expect(withRenamedEvent(python(table), 'x', 'y')).toBe(python(table))
      expect(withoutDispatch(python(table), 'x')).toBe(python(table))
    }
  })

  it('renames an event under every key that starts it, and never makes one key twice', () => {
    const two = python('EVENTS = {"opened": "issue", "closed": "issue"}')
    expect(tableOf(withRenamedEvent(two, 'issue', 'issues'))).toBe('EVENTS = {"opened": "issues", "closed": "issues"}')
    const taken = python('EVENTS = {"push": "push", "pushed": "other"}')
    expect(tableOf(withRenamedEvent(taken, 'push', 'pushed'))).toBe('EVENTS = {"push": "pushed", "pushed": "other"}')
    const own = python('EVENTS = {"push": "push_filtered"}')
    expect(withDispatch(own, 'push', 'push')).toBe(own)
  })

  it('gets an entry, as ruff lays it out', () => {
    expect(tableOf(withDispatch(python('EVENTS: dict[str, str] = {}'), 'a', 'x'))).toBe('EVENTS = {"a": "x"}')
    expect(tableOf(withDispatch(python('EVENTS = {"a": "x"}'), 'b', 'y'))).toBe('EVENTS = {"a": "x", "b": "y"}')
    expect(tableOf(withDispatch(python('EVENTS = {"a": "x"}'), 'b'.repeat(60), 'y'.repeat(20)))).toBe(
      `EVENTS = {\n    "a": "x",\n    "${'b'.repeat(60)}": "${'y'.repeat(20)}",\n}`,
    )
    expect(tableOf(withDispatch(python(commented), 'c', 'z'))).toBe(
      commented.replace('"y",\n', '"y",\n    "c": "z",\n'),
    )
  })

  it('takes the word of the service for an event that went by its own name', () => {
    expect(tableOf(withDispatch(python('EVENTS = {"push": "push"}'), 'Push Hook', 'push'))).toBe(
      'EVENTS = {"Push Hook": "push"}',
    )
  })

  it('renames the event of an entry, and its word only where that was the name', () => {
    const both = python('EVENTS = {"a": "a", "Push Hook": "push"}')
    expect(tableOf(withRenamedEvent(both, 'push', 'pushed'))).toBe('EVENTS = {"a": "a", "Push Hook": "pushed"}')
    expect(tableOf(withRenamedEvent(both, 'a', 'b'))).toBe('EVENTS = {"b": "b", "Push Hook": "push"}')
    expect(tableOf(withRenamedEvent(python(commented), 'y', 'z'))).toBe(commented.replace('"y"', '"z"'))
  })

  it('loses the entries of an event, with their comments', () => {
    expect(tableOf(withoutDispatch(python('EVENTS = {"a": "x"}'), 'x'))).toBe('EVENTS: dict[str, str] = {}')
    expect(tableOf(withoutDispatch(python('EVENTS = {"a": "x", "b": "y", "c": "x"}'), 'x'))).toBe('EVENTS = {"b": "y"}')
    expect(tableOf(withoutDispatch(python(commented), 'y'))).toBe(commented.replace('    "b": "y",\n', ''))
  })
})
