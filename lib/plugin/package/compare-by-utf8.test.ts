import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByUtf8 } from './compare-by-utf8'

describe('compareByUtf8', () => {
  it('puts upper case before lower case and _ between, as bytes do', () => {
    expect(['main.py', 'manifest.yaml', '_assets/a.svg', 'README.md', 'PRIVACY.md'].sort(compareByUtf8)).toEqual([
      'PRIVACY.md',
      'README.md',
      '_assets/a.svg',
      'main.py',
      'manifest.yaml',
    ])
  })

  it('puts a name before those that begin with it', () => {
    expect(['ab', 'a/b', 'a', 'a.b'].sort(compareByUtf8)).toEqual(['a', 'a.b', 'a/b', 'ab'])
  })

  it('puts U+FB00 before an emoji, which UTF-16 units would not', () => {
    expect(['🙂.md', 'ﬀ.md', '天.md', '\u{1d4b3}.md'].sort(compareByUtf8)).toEqual([
      '天.md',
      'ﬀ.md',
      '\u{1d4b3}.md',
      '🙂.md',
    ])
  })

  it('orders any texts as their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 6 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compareByUtf8(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)))
      }),
    )
  })
})
