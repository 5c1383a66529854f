import { describe, expect, test } from 'vitest'
import type { Files } from './files'
import { mergeFiles, overlapsOf, unifiedDiff } from './merge'

const filesOf = (entries: Record<string, string | Uint8Array>): Files => new Map(Object.entries(entries))

describe('mergeFiles', () => {
  const base = filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\n', 'b.md': 'text\n', 'icon.png': new Uint8Array([1, 2, 0]) })

  test('takes added, changed and removed files from either side', () => {
    const ours = filesOf({ 'a.yaml': 'a: 9\nb: 2\nc: 3\n', 'icon.png': new Uint8Array([1, 2, 0]), 'ours.md': 'x' })
    const theirs = filesOf({
      'a.yaml': 'a: 1\nb: 2\nc: 9\n',
      'b.md': 'text\n',
      'icon.png': new Uint8Array([7]),
      'theirs.md': 'y',
    })
    const { files, conflicts } = mergeFiles(base, ours, theirs)
    expect(conflicts).toEqual([])
    expect(Object.fromEntries(files)).toEqual({
      'a.yaml': 'a: 9\nb: 2\nc: 9\n',
      'icon.png': new Uint8Array([7]),
      'ours.md': 'x',
      'theirs.md': 'y',
    })
  })

  test('reports each sort of conflict with a sentence and keeps our side', () => {
    const ours = filesOf({ 'a.yaml': 'a: 5\nb: 2\nc: 3\n', 'icon.png': new Uint8Array([3, 0]), 'new.md': 'x' })
    const theirs = filesOf({
      'a.yaml': 'a: 6\nb: 2\nc: 3\n',
      'b.md': 'changed\n',
      'icon.png': new Uint8Array([4, 0]),
      'new.md': 'y',
    })
    const { files, conflicts } = mergeFiles(base, ours, theirs)
    expect(files).toEqual(ours)
    expect(conflicts).toEqual([
      { path: 'a.yaml', reason: 'Both sides changed the same lines of a.yaml.' },
      { path: 'b.md', reason: 'b.md was changed on one side and removed on the other.' },
      { path: 'icon.png', reason: 'icon.png was changed on both sides and is not text.' },
      { path: 'new.md', reason: 'new.md was added on both sides with different content.' },
    ])
  })

  test('says conflict when the merged lines are no YAML, though each side was', () => {
    const one = filesOf({ 'a.yaml': 'x: 1\na: 1\nb: 2\nc: 3\n' })
    const other = filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\nx: 2\n' })
    expect(mergeFiles(filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\n' }), one, other).conflicts).toEqual([
      { path: 'a.yaml', reason: 'Together, the changes of both sides leave a.yaml as YAML that cannot be read.' },
    ])
  })

  test('merges YAML that was broken on one side already', () => {
    const one = filesOf({ 'a.yaml': 'a: [\nb: 2\nc: 3\n' })
    const other = filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 4\n' })
    expect(mergeFiles(filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\n' }), one, other).files.get('a.yaml')).toBe(
      'a: [\nb: 2\nc: 4\n',
    )
  })

  test('merges by key what does not merge by line', () => {
    const list = 'tools:\n  - a.yaml # the first\n'
    const [ours, theirs] = [`${list}  - b.yaml\n`, `${list}  - c.yaml\n# the end\n`].map((text) =>
      filesOf({ 'p.yaml': text }),
    )
    if (!ours || !theirs) return
    expect(mergeFiles(filesOf({ 'p.yaml': list }), ours, theirs)).toEqual({
      files: ours,
      conflicts: [{ path: 'p.yaml', reason: 'Both sides changed the same lines of p.yaml.' }],
    })
    const plain = filesOf({ 'p.yaml': `${list}  - c.yaml\n` })
    expect(mergeFiles(filesOf({ 'p.yaml': list }), ours, plain).files.get('p.yaml')).toBe(
      `${list}  - b.yaml\n  - c.yaml\n`,
    )
  })

  test('takes a change along to where the other side moved the file, whichever side that is', () => {
    const text = 'one\ntwo\nthree\nfour\n'
    const old = filesOf({ 'a.md': text, 'x.md': 'x' })
    const moved = filesOf({ 'b.md': text.replace('four', 'FOUR'), 'x.md': 'x' })
    const changed = filesOf({ 'a.md': text.replace('one', 'ONE'), 'x.md': 'x' })
    const result = { 'b.md': 'ONE\ntwo\nthree\nFOUR\n', 'x.md': 'x' }
    for (const [ours, theirs] of [
      [moved, changed],
      [changed, moved],
    ] as const) {
      const { files, conflicts } = mergeFiles(old, ours, theirs)
      expect(conflicts).toEqual([])
      expect(Object.fromEntries(files)).toEqual(result)
    }
  })

  test('takes a file for another one that has little of it', () => {
    const old = filesOf({ 'a.md': 'one\ntwo\nthree\n' })
    const { conflicts } = mergeFiles(old, filesOf({ 'b.md': 'new\n' }), filesOf({ 'a.md': 'one\ntwo\n3\n' }))
    expect(conflicts).toEqual([{ path: 'a.md', reason: 'a.md was changed on one side and removed on the other.' }])
  })

  test('treats files named like object members as files', () => {
    const none: Files = new Map()
    const added: Files = new Map([['__proto__', 'x']])
    expect(mergeFiles(none, added, none).files.get('__proto__')).toBe('x')
    expect(mergeFiles(none, none, added).files.get('__proto__')).toBe('x')
  })
})

describe('overlapsOf', () => {
  const base = filesOf({ 'a.md': '1\n2\n3\n', 'b.md': 'b\n', 'c.md': 'c\n' })

  test('gives text in parts, absent and other content as it is, and merges the rest', () => {
    const bytes = [new Uint8Array([0, 1]), new Uint8Array([0, 2])] as const
    const ours = filesOf({ 'a.md': '1\n2\nthree\n', 'c.md': 'c\n', 'i.png': bytes[0] })
    const theirs = filesOf({ 'a.md': '1\n2\ndrei\n', 'b.md': 'B\n', 'c.md': 'C\n', 'i.png': bytes[1] })
    const { files, overlaps } = overlapsOf(base, ours, theirs)
    expect(files.get('c.md')).toBe('C\n')
    expect(overlaps.map(({ path, parts, ours, theirs }) => ({ path, parts, ours, theirs }))).toEqual([
      {
        path: 'a.md',
        parts: [{ text: '1\n2\n' }, { base: '3\n', ours: 'three\n', theirs: 'drei\n', line: 3 }],
        ours: '1\n2\nthree\n',
        theirs: '1\n2\ndrei\n',
      },
      { path: 'b.md', parts: undefined, ours: undefined, theirs: 'B\n' },
      { path: 'i.png', parts: undefined, ours: bytes[0], theirs: bytes[1] },
    ])
  })

  test('gives one hunk of sides that merge by line to what cannot be read', () => {
    const old = filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\n' })
    const { overlaps } = overlapsOf(
      old,
      filesOf({ 'a.yaml': 'x: 1\na: 1\nb: 2\nc: 3\n' }),
      filesOf({ 'a.yaml': 'a: 1\nb: 2\nc: 3\nx: 2\n' }),
    )
    expect(overlaps[0]?.parts).toEqual([
      { base: 'a: 1\nb: 2\nc: 3\n', ours: 'x: 1\na: 1\nb: 2\nc: 3\n', theirs: 'a: 1\nb: 2\nc: 3\nx: 2\n', line: 1 },
    ])
  })
})

describe('unifiedDiff', () => {
  test('is empty for equal content', () => {
    expect(unifiedDiff('a.yaml', 'a: 1\n', 'a: 1\n')).toBe('')
  })

  test('shows three lines of context and joins changes that are near', () => {
    const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n'
    const after = before.replace('5\n', 'five\n').replace('8\n', '').replace('20\n', '20\n21\n')
    expect(unifiedDiff('tools/a.yaml', before, after)).toBe(
      [
        '--- a/tools/a.yaml',
        '+++ b/tools/a.yaml',
        '@@ -2,10 +2,9 @@',
        ' 2',
        ' 3',
        ' 4',
        '-5',
        '+five',
        ' 6',
        ' 7',
        '-8',
        ' 9',
        ' 10',
        ' 11',
        '@@ -18,3 +17,4 @@',
        ' 18',
        ' 19',
        ' 20',
        '+21',
        '',
      ].join('\n'),
    )
  })

  test('marks a missing final newline', () => {
    expect(unifiedDiff('a', 'x\ny', 'x\nz')).toBe(
      '--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n',
    )
  })

  test('names added, removed and binary files', () => {
    expect(unifiedDiff('a', undefined, 'x\n')).toBe('--- /dev/null\n+++ b/a\n@@ -0,0 +1 @@\n+x\n')
    expect(unifiedDiff('a', 'x\n', undefined)).toBe('--- a/a\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n')
    expect(unifiedDiff('a', new Uint8Array([0]), new Uint8Array([1, 0]))).toBe('Binary files a/a and b/a differ\n')
  })
})
