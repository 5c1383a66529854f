import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Files } from './files'
import { mergeFiles, mergeText, unifiedDiff } from './merge'

const filesOf = (entries: Record<string, string | Uint8Array>): Files => new Map(Object.entries(entries))

/** Three versions written as words, one a line. */
function words(base: string, ours: string, theirs: string): string {
  const text = (version: string): string =>
    version
      .split(' ')
      .filter(Boolean)
      .map((word) => `${word}\n`)
      .join('')
  const merged = mergeText(text(base), text(ours), text(theirs))
  return merged.ok ? merged.text.trim().replaceAll('\n', ' ') : 'conflict'
}

describe('mergeText', () => {
  test('takes the change of the one side that changed', () => {
    expect(words('a b c', 'a B c', 'a b c')).toBe('a B c')
    expect(words('a b c', 'a b c', 'a B c')).toBe('a B c')
  })

  test('joins changes that are far apart', () => {
    expect(words('a b c d e', 'A b c d e', 'a b c d E')).toBe('A b c d E')
  })

  test('joins changes of neighbouring lines', () => {
    expect(words('a b c d', 'a B c d', 'a b C d')).toBe('a B C d')
    expect(words('a b c d', 'a c d', 'a b C d')).toBe('a C d')
    expect(words('a b c d', 'a b1 b2 c d', 'a b C d')).toBe('a b1 b2 C d')
  })

  test('counts the same change on both sides once', () => {
    expect(words('a b c', 'a B c', 'a B c')).toBe('a B c')
    expect(words('a b c d e', 'a B c d e', 'a B c d E')).toBe('a B c d E')
    expect(words('a b', 'a x b', 'a x b')).toBe('a x b')
  })

  test('says conflict where both changed one line', () => {
    expect(words('a b c', 'a B c', 'a bb c')).toBe('conflict')
    expect(words('a b c', 'a c', 'a B c')).toBe('conflict')
    expect(words('a b c d', 'a B C d', 'a b c2 d')).toBe('conflict')
  })

  test('says conflict where both inserted different lines at one place', () => {
    expect(words('a b', 'a x b', 'a y b')).toBe('conflict')
  })

  test('keeps an insertion beside a line that the other side changed', () => {
    expect(words('a b c', 'a B c', 'a b x c')).toBe('a B x c')
    expect(words('a b c', 'a B c', 'a x b c')).toBe('a x B c')
  })

  test('keeps a sibling that was added beside a removed entry', () => {
    const base = 'tools:\n  - a.yaml\n  - b.yaml\n'
    expect(mergeText(base, 'tools:\n  - a.yaml\n', 'tools:\n  - a.yaml\n  - b.yaml\n  - c.yaml\n')).toEqual({
      ok: true,
      text: 'tools:\n  - a.yaml\n  - c.yaml\n',
    })
  })

  test('says conflict for a child that was added to an entry that the other side removed', () => {
    const base = 'a:\n  x: 1\nb:\n  y: 1\n'
    expect(mergeText(base, 'a:\n  x: 1\n', 'a:\n  x: 1\nb:\n  y: 1\n  z: 2\n')).toEqual({ ok: false })
  })

  test('keeps CRLF and a missing final newline', () => {
    expect(mergeText('a\r\nb\r\nc', 'A\r\nb\r\nc', 'a\r\nb\r\nC')).toEqual({ ok: true, text: 'A\r\nb\r\nC' })
  })

  test('never lets two lines run into each other', () => {
    expect(mergeText('a\nb\n', 'a\nb', 'a\nb\nc\n')).toEqual({ ok: false })
    expect(mergeText('a\nb', 'a\nb\nc', 'A\nb')).toEqual({ ok: true, text: 'A\nb\nc' })
  })

  test('merges from and into empty text', () => {
    expect(words('', 'a', '')).toBe('a')
    expect(words('a b', '', 'a b')).toBe('')
    expect(words('a b', '', 'a B')).toBe('conflict')
  })

  test('keeps both of any disjoint edits, whichever side they come from', () => {
    const edit = fc.constantFrom('keep', 'change', 'remove')
    const lines = fc.array(fc.record({ mine: edit, side: fc.boolean(), twin: fc.boolean() }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(lines, (plan) => {
        const version = (pick: (side: boolean) => boolean): string =>
          plan
            .map(({ mine, side, twin }, index) => {
              const line = twin ? 'twin\n' : `line ${index}\n`
              if (mine === 'keep' || !pick(side)) return line
              return mine === 'remove' ? '' : `changed ${index}\n`
            })
            .join('')
        const base = version(() => false)
        const ours = version((side) => side)
        const theirs = version((side) => !side)
        const merged = mergeText(base, ours, theirs)
        const mirrored = mergeText(base, theirs, ours)
        expect(mirrored).toEqual(merged)
        // Twins can be matched in more than one way, so only plans without them promise a result.
        if (plan.every(({ twin }) => !twin)) expect(merged).toEqual({ ok: true, text: version(() => true) })
      }),
      { numRuns: 500 },
    )
  })

  test('merges 5 MB with edits at both ends and in repeated lines', () => {
    const lines = Array.from({ length: 150_000 }, (_, index) =>
      index % 3 ? `    - value: item number ${index}\n` : '      required: true\n',
    )
    const base = lines.join('')
    const ours = ['first\n', ...lines.slice(1, 149_000), 'late\n', ...lines.slice(149_000)].join('')
    const theirs = [...lines.slice(0, 300), 'early\n', ...lines.slice(301, 149_990)].join('')
    const merged = mergeText(base, ours, theirs)
    expect(
      merged.ok &&
        merged.text.startsWith('first\n') &&
        merged.text.includes('early\n') &&
        merged.text.includes('late\n'),
    ).toBe(true)
  })
})

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

  test('treats files named like object members as files', () => {
    const none: Files = new Map()
    const added: Files = new Map([['__proto__', 'x']])
    expect(mergeFiles(none, added, none).files.get('__proto__')).toBe('x')
    expect(mergeFiles(none, none, added).files.get('__proto__')).toBe('x')
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
