import { describe, expect, it } from 'vitest'
import { inspectArchive, readArchive } from './read-archive'
import { makeArchive, type TestEntry } from './test-archive'

const good: readonly TestEntry[] = [
  { name: 'README.md', data: '# Sample\n' },
  { name: 'manifest.yaml', data: 'name: sample\n' },
]
const goodFiles = new Map([
  ['README.md', '# Sample\n'],
  ['manifest.yaml', 'name: sample\n'],
])

/** What Dify has against an archive, by rule. */
function errorsOf(bytes: Uint8Array): string[] {
  return inspectArchive(bytes)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)
}

function refusalOf(bytes: Uint8Array): string {
  const read = readArchive(bytes)
  return read.ok ? '' : read.reason
}

function withEntry(entry: TestEntry): Uint8Array {
  return makeArchive([...good, entry])
}

/** Name, rules of the errors that Dify has, a word of the refusal (empty: it is unpacked). */
const names: readonly [string, string | Uint8Array, string[], RegExp | undefined][] = [
  ['..', '../evil.txt', ['file-name-outside'], /\.\./],
  ['.. in the middle', 'tools/../../evil.txt', ['file-name-outside'], /\.\./],
  ['.. that stays inside', 'tools/../evil.txt', [], /\.\./],
  ['absolute', '/evil.txt', ['file-name-absolute'], /absolute/],
  ['backslash', '..\\evil.txt', ['file-name-backslash'], /backslash/],
  ['network share', '\\\\host\\evil.txt', ['file-name-backslash'], /backslash/],
  ['drive letter', 'C:/evil.txt', [], /drive letter/],
  ['stream', 'tools/a.txt:evil', [], /colon/],
  ['device', 'tools/CON', [], /device/],
  ['device with an ending', 'nul.txt', [], /device/],
  ['dot at the end of a folder', 'a./b', [], /dot or a blank/],
  ['blank at the end', 'a/b ', [], /dot or a blank/],
  ['NUL', 'evil\0.txt', ['file-name-nul'], /NUL/],
  ['control characters', 'evil\u001b[31m\r\n.txt', [], /control characters/],
  ['C1 control characters', 'evil\u009b31m.txt', [], /control characters/],
  ['empty', '', ['file-name-empty'], /empty name/],
  ['a dot', '.', ['file-name-empty'], /folder of the plugin/],
  ['a folder and back', 'tools/..', ['file-name-empty'], /folder of the plugin/],
  ['not UTF-8', Uint8Array.of(101, 0xff, 0xfe), ['file-name-utf8'], /not UTF-8/],
  ['300 bytes', 'é'.repeat(150), ['file-name-long'], /too long/],
  ['5,000 bytes', 'evil/'.repeat(1000) + 'x', ['file-name-long'], /too long/],
  ['leading ./', './evil.txt', [], undefined],
  ['double slash', 'tools//evil.txt', [], undefined],
  ['unclean asset', '_assets//evil.svg', ['file-name-unclean'], /_assets\/evil\.svg/],
  ['asset behind ./', './_assets/evil.svg', ['file-name-unclean'], /_assets\/evil\.svg/],
]

describe('an entry name', () => {
  it.each(names)('%s', (_title, name, rules, refusal) => {
    const bytes = withEntry({ name, data: 'evil\n' })
    expect(errorsOf(bytes)).toEqual(rules)
    if (refusal) expect(refusalOf(bytes)).toMatch(refusal)
    else expect(readArchive(bytes).ok).toBe(true)
  })

  it('counts as its cleaned path', () => {
    const read = readArchive(makeArchive([{ name: './a//b/./c', data: 'x' }]))
    expect(read).toEqual({ ok: true, files: new Map([['a/b/c', 'x']]) })
  })

  it('that comes twice is refused, and Dify reads the first', () => {
    const bytes = withEntry({ name: './manifest.yaml', data: 'name: evil\n' })
    expect(errorsOf(bytes)).toEqual(['archive-duplicate'])
    expect(refusalOf(bytes)).toMatch(/manifest\.yaml.*twice/)
    expect(inspectArchive(bytes).files).toEqual(goodFiles)
  })

  it('that is a file and a folder is refused', () => {
    const bytes = makeArchive([{ name: 'evil' }, { name: 'evil/evil' }])
    expect(errorsOf(bytes)).toEqual(['archive-clash'])
    expect(refusalOf(bytes)).toMatch(/Rename the entry evil/)
  })

  it('of a folder is no file: Dify stops there, unpacking passes it over', () => {
    const bytes = makeArchive([
      { name: 'tools/', method: 0, mode: 0o40755 },
      { name: 'provider/', method: 0, mode: 0o40755 },
      ...good,
    ])
    expect(inspectArchive(bytes).problems.map(({ message }) => message)).toEqual([
      'Pack again without folder entries (tools/ and 1 more): Dify reads every entry as a file and stops at a folder.',
    ])
    expect(readArchive(bytes)).toEqual({ ok: true, files: goodFiles })
  })

  it('of a folder outside is refused', () => {
    expect(refusalOf(withEntry({ name: '../evil/' }))).toMatch(/\.\./)
  })
})
