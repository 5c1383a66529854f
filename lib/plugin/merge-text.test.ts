import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenText, mergeAsOne, mergeParts, mergeText } from './merge-text'

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

describe('mergeParts', () => {
  const lines = (words: string) =>
    words
      .split(' ')
      .filter(Boolean)
      .map((word) => `${word}\n`)
      .join('')
  const parts = (base: string, ours: string, theirs: string) => mergeParts(lines(base), lines(ours), lines(theirs))

  test('gives each overlap as a hunk of its own, with what is agreed on around it', () => {
    expect(parts('a b c d e f', 'A b c d E f', 'aa b C d ee f')).toEqual([
      { base: 'a\n', ours: 'A\n', theirs: 'aa\n', line: 1 },
      { text: 'b\n' },
      { text: 'C\n' },
      { text: 'd\n' },
      { base: 'e\n', ours: 'E\n', theirs: 'ee\n', line: 5 },
      { text: 'f\n' },
    ])
  })

  test('a hunk has both sides of all lines that one of them spans', () => {
    expect(parts('a b c d', 'a X d', 'a b C D')).toEqual([
      { text: 'a\n' },
      { base: 'b\nc\nd\n', ours: 'X\nd\n', theirs: 'b\nC\nD\n', line: 2 },
    ])
  })

  test('texts that were added on both sides are one hunk', () => {
    expect(mergeParts('', 'x\n', 'y\n')).toEqual([{ base: '', ours: 'x\n', theirs: 'y\n', line: 1 }])
  })

  test('choices make a whole text of them', () => {
    const hunks = parts('a b c', 'A b C', 'aa b cc')
    expect(chosenText(hunks, ['theirs', 'ours'])).toBe('aa\nb\nC\n')
    expect(chosenText(hunks, ['both', undefined])).toBe('A\naa\nb\nC\n')
    expect(chosenText([{ base: '', ours: 'x', theirs: 'y', line: 1 }], ['both'])).toBe('x\ny')
  })

  test('one side chosen throughout is that side, where nothing else was merged', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd'), { maxLength: 8 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const all = mergeParts(base, ours, theirs)
        const hunks = all.flatMap((part) => ('text' in part ? [] : [part]))
        // No line of either side is missing from the parts together.
        const shown = all.map((part) => ('text' in part ? part.text : part.ours + part.theirs)).join('')
        for (const line of [...ours.split('\n'), ...theirs.split('\n')])
          if (!base.includes(line)) expect(shown).toContain(line)
        expect(mergeText(base, ours, theirs).ok || hunks.length > 0).toBe(true)
      }),
    )
  })

  test('sides that do not fit together become one hunk around all that changed', () => {
    expect(mergeAsOne('h\na\nb\nt\n', 'h\nx\na\nb\nt\n', 'h\na\nb\nx\nt\n')).toEqual([
      { text: 'h\n' },
      { base: 'a\nb\n', ours: 'x\na\nb\n', theirs: 'a\nb\nx\n', line: 2 },
      { text: 't\n' },
    ])
  })
})
