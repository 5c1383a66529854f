import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packedFiles } from './packed-files'

function dropped(rules: string, paths: readonly string[]): string[] {
  const kept = packedFiles(new Map([['.difyignore', rules], ...paths.map((path): [string, string] => [path, 'x'])]))
  return paths.filter((path) => !kept.has(path))
}

/** Rules and, parted by blanks, what they drop and what they keep. */
const table: readonly [string, string, string, string][] = [
  ['a name at any depth', 'a.log\n', 'a.log x/a.log x/a.log/b', 'b.log xa.log a.log2'],
  ['an anchored name at the root only', '/a.log\n', 'a.log a.log/x', 'x/a.log'],
  ['a folder with all below', 'build/\n', 'build/a x/build/b x/build/y/c', 'build2/a x/build'],
  ['nothing by a folder rule when the name is a file', 'build/\n', '', 'build'],
  ['nothing back by a negation', '*.log\n!keep.log\n', 'keep.log b.log', 'log'],
  ['nothing by a negation alone', '!/tools\n!a\n', '', 'tools/x a'],
  [
    'a path with a slash from the root, and below',
    'docs/_build/\nb/c\n',
    'docs/_build/a b/c b/c/d',
    'x/docs/_build/a x/b/c docs/b',
  ],
  ['one component by *', 'd/*/e\nx/*\n', 'd/1/e x/a x/y/b', 'd/e d/1/2/e'],
  [
    'any number of components by **',
    'f/**/g\n**/h/i\nj/**\n',
    'f/g f/1/g f/1/2/g h/i x/h/i j/1 j/1/2',
    'f/1/3 h/x/i x/j',
  ],
  ['the first fit of ** for good, as go-git takes it', 'k/**/l/m\n', 'k/l/m k/1/l/m', 'k/l/1/l/m'],
  ['nothing by ** glued to text in a path', 'q/a**b\n', '', 'q/axxb q/a**b'],
  ['names by ** glued to text alone', 'a**b\n', 'axxb x/ab', 'axx'],
  ['nothing by a lone slash', '/\n', '', 'a b/c'],
  ['classes, with ^ alone for negation', '[a-c]1\n[^a-c]2\n[!x]3\n', 'a1 d2 !3 x3', 'd1 a2 y3'],
  ['nothing by malformed patterns', '[\nq[\nd/[/e\n', '', '[ q[ d/[/e'],
  ['lines without their white space', '  a.log \t\r\nb.log\r\n\t\r\n', 'a.log b.log', 'c'],
  ['nothing by comments, but \\# is a #', '# c\n#b\n\\#d\n', '#d', 'c #b b'],
]

describe('the ignore rules', () => {
  it.each(table)('drop %s', (_title, rules, drops, keeps) => {
    const paths = [...drops.split(' '), ...keeps.split(' ')].filter((path) => path !== '')
    expect(dropped(rules, paths)).toEqual(drops.split(' ').filter((path) => path !== ''))
  })

  it('take a blank inside a line for a part of the name', () => {
    expect(dropped('e f\n', ['e f', 'e', 'f'])).toEqual(['e f'])
  })

  it('do not trim a byte order mark, which Go leaves too', () => {
    expect(dropped('\ufeffa\nb', ['a', 'b'])).toEqual(['b'])
  })

  it('drop the ignore file and the manifest when they are named', () => {
    expect([
      ...packedFiles(
        new Map([
          ['.difyignore', '*\n!manifest.yaml'],
          ['manifest.yaml', ''],
        ]),
      ).keys(),
    ]).toEqual([])
  })

  it('read rules that are not valid UTF-8', () => {
    const files = new Map<string, string | Uint8Array>([
      ['.difyignore', Uint8Array.of(0xff, 0x0a, 0x61)],
      ['a', ''],
      ['b', ''],
    ])
    expect([...packedFiles(files).keys()]).toEqual(['.difyignore', 'b'])
  })
})

describe('packedFiles', () => {
  it('takes .gitignore only where there is no .difyignore, and an empty one counts', () => {
    const git: [string, string][] = [
      ['.gitignore', 'a\n'],
      ['a', ''],
      ['b', ''],
    ]
    expect([...packedFiles(new Map(git)).keys()]).toEqual(['.gitignore', 'b'])
    expect([...packedFiles(new Map([['.difyignore', ''], ...git])).keys()]).toEqual([
      '.difyignore',
      '.gitignore',
      'a',
      'b',
    ])
  })

  it('packs everything without an ignore file: .env, .git and caches too', () => {
    const files = new Map(['.env', '.git/config', '__pycache__/a.pyc', 'x/.difyignore'].map((path) => [path, '*']))
    expect(packedFiles(files).size).toBe(4)
  })

  it('changes nothing when it is applied again', () => {
    const files = new Map([
      ['.difyignore', 'b\n'],
      ['b', ''],
      ['a', ''],
    ])
    expect(packedFiles(packedFiles(files))).toEqual(packedFiles(files))
  })
})

const rulesFile = '../shared/spec/validator-rules.json'
const vectorsOf = z.object({
  vectors: z.object({
    ignore: z.array(z.object({ rules: z.string(), dropped: z.array(z.string()), kept: z.array(z.string()) })),
  }),
})
if (!existsSync(rulesFile)) console.info(`SKIPPED: the published ignore vectors, since ${rulesFile} is not there.`)

describe.skipIf(!existsSync(rulesFile))('the published ignore vectors', () => {
  it('hold', () => {
    const { ignore } = vectorsOf.parse(JSON.parse(readFileSync(rulesFile, 'utf8'))).vectors
    expect(ignore.length).toBeGreaterThan(10)
    for (const vector of ignore) {
      const paths = [...vector.dropped, ...vector.kept].filter((path) => path !== '.difyignore')
      expect(dropped(vector.rules, paths), vector.rules).toEqual(vector.dropped)
    }
  })
})
