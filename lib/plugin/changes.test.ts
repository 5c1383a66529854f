import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  changesBetween,
  changesOf,
  changeSchema,
  changesSchema,
  clashProblem,
  limitProblem,
  newPathProblem,
  pathProblem,
} from './changes'
import type { Files } from './files'

const files = (entries: Record<string, string | Uint8Array>): Files => new Map(Object.entries(entries))

describe('changesBetween', () => {
  it('names what was added, changed and removed, in the order of paths', () => {
    const before = files({ 'manifest.yaml': 'a: 1\n', 'old.py': '', same: 'x' })
    const after = files({ 'manifest.yaml': 'a: 2\n', same: 'x', '_assets/icon.png': Uint8Array.of(0, 255, 1) })
    expect(changesBetween(before, after)).toEqual([
      { path: '_assets/icon.png', base64: 'AP8B' },
      { path: 'manifest.yaml', text: 'a: 2\n' },
      { path: 'old.py', removed: true },
    ])
  })

  it('finds nothing between equal bytes', () => {
    expect(changesBetween(files({ a: Uint8Array.of(0, 1) }), files({ a: Uint8Array.of(0, 1) }))).toEqual([])
  })

  it('leads from any files to any others', () => {
    const content = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      fc.uint8Array().map((bytes) => Uint8Array.of(0, ...bytes)),
    )
    const some = fc
      .array(fc.tuple(fc.constantFrom('a', 'b/c', '__proto__', '10', '9'), content))
      .map((entries) => new Map(entries))
    fc.assert(
      fc.property(some, some, (before, after) => {
        const made = applyChanges(before, changesBetween(before, after))
        expect(new Map([...made].sort())).toEqual(new Map([...after].sort()))
      }),
    )
  })
})

describe('applyChanges', () => {
  it('keeps a file in its place and does not touch the files it was given', () => {
    const before = files({ a: '1', b: '2', c: '3' })
    const after = applyChanges(before, [
      { path: 'b', text: 'new' },
      { path: 'a', removed: true },
      { path: 'd', text: '4' },
    ])
    expect([...after]).toEqual([
      ['b', 'new'],
      ['c', '3'],
      ['d', '4'],
    ])
    expect([...before.keys()]).toEqual(['a', 'b', 'c'])
  })

  it('takes bytes that are text as text, and text with NUL as bytes', () => {
    const after = applyChanges(new Map(), [
      { path: 'a', base64: 'aGk=' },
      { path: 'b', text: 'x\0' },
    ])
    expect([...after]).toEqual([
      ['a', 'hi'],
      ['b', Uint8Array.of(120, 0)],
    ])
  })

  it('is undone by nothing: all files as changes make the same files', () => {
    const all = files({ z: 'text', a: Uint8Array.of(0), __proto__x: '' })
    expect([...applyChanges(new Map(), changesOf(all))]).toEqual([...all])
  })

  it('carries large bytes', () => {
    const bytes = new Uint8Array(10_000_000).map((_, index) => index % 256)
    const changes = changesSchema.parse(changesOf(files({ big: bytes })))
    expect(Buffer.compare(applyChanges(new Map(), changes).get('big') as Uint8Array, bytes)).toBe(0)
  })
})

describe('changeSchema', () => {
  it.each([
    ['', 'Give the file a name.'],
    ['a/../b', 'Write the path without empty parts, “.” and “..”.'],
    ['./a', 'Write the path without empty parts, “.” and “..”.'],
    ['a//b', 'Write the path without empty parts, “.” and “..”.'],
    ['a/', 'Write the path without empty parts, “.” and “..”.'],
    ['/etc/passwd', 'Make the path relative to the plugin: it starts at a root.'],
    ['C:/a', 'Make the path relative to the plugin: it starts at a root.'],
    ['a\\b', 'Use / between folders: Dify refuses a backslash in a path.'],
    ['a\nb', 'Remove the control characters from the path.'],
    ['a\u0000', 'Remove the control characters from the path.'],
    ['a\ud800', 'Remove the broken character from the path: it is half of a pair.'],
    ['a'.repeat(1025), 'Shorten the path: 1024 characters are the most.'],
  ])('refuses the path %j', (path, reason) => {
    expect(pathProblem(path)).toBe(reason)
    expect(changeSchema.safeParse({ path, text: '' }).success).toBe(false)
  })

  it.each(['manifest.yaml', '_assets/图标.svg', '.env.example', '__proto__', 'a b/c…', 'a'.repeat(1024)])(
    'takes the path %j',
    (path) => {
      expect(changeSchema.parse({ path, text: '' })).toEqual({ path, text: '' })
    },
  )

  it('refuses what is not exactly one of the three', () => {
    for (const change of [
      { path: 'a' },
      { path: 'a', removed: false },
      { path: 'a', text: '', base64: '' },
      { path: 'a', base64: 'é' },
    ]) {
      expect(changeSchema.safeParse(change).success).toBe(false)
    }
  })

  it('refuses two changes of one file', () => {
    expect(
      changesSchema.safeParse([
        { path: 'a', text: '' },
        { path: 'a', removed: true },
      ]).success,
    ).toBe(false)
  })
})

describe('clashProblem', () => {
  it.each([
    [['a', 'a/b'], 'Rename a or a/b: a file and a folder cannot have the same name.'],
    [['tools/x/y/z.py', 'tools/x'], 'Rename tools/x or tools/x/y/z.py: a file and a folder cannot have the same name.'],
    [['a', 'ab/c', 'b/a'], undefined],
    [['a.py', 'a/b.py', 'A'], undefined],
  ])('judges the paths %j', (paths, reason) => {
    expect(clashProblem(new Map(paths.map((path) => [path, ''])))).toBe(reason)
  })
})

describe('limitProblem', () => {
  it('allows 5,000 files and 50 MiB, and says what is too much', () => {
    const many = (count: number): Files => new Map(Array.from({ length: count }, (_, index) => [`f${index}`, '']))
    expect(limitProblem(many(5_000))).toBeUndefined()
    expect(limitProblem(many(5_001))).toBe('Remove files: a plugin holds 5000 at most, these are 5001.')
    expect(limitProblem(files({ a: new Uint8Array(50 * 1024 * 1024) }))).toBeUndefined()
    expect(limitProblem(files({ a: new Uint8Array(50 * 1024 * 1024), b: 'é' }))).toBe(
      'Remove or shrink files: a plugin holds 50 MiB at most.',
    )
  })
})

describe('newPathProblem', () => {
  const present = files({ 'manifest.yaml': '', 'tools/a.yaml': '' })

  it.each([
    ['manifest.yaml', 'There is a file manifest.yaml already. Choose another name.'],
    ['tools', 'There is a folder tools already. Choose another name.'],
    ['manifest.yaml/a.py', 'Choose another folder: manifest.yaml is a file.'],
    ['', 'Give the file a name.'],
  ])('refuses %j beside what is there', (path, problem) => {
    expect(newPathProblem(present, path)).toBe(problem)
  })

  it('takes a free name', () => {
    expect(newPathProblem(present, 'tools/b.yaml')).toBeUndefined()
    expect(newPathProblem(present, 'tool')).toBeUndefined()
  })
})
