import { existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeArchive, type TestEntry } from '@/lib/plugin/package/test-archive'
import { plugwright, readTree, temporaryFolder } from '../test-plugin'

const good: readonly TestEntry[] = [
  { name: 'a/b.txt', data: 'b' },
  { name: 'c.txt', data: 'c' },
]

function archive(entries: readonly TestEntry[] = good): { folder: string; file: string; target: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'plugin.difypkg')
  writeFileSync(file, makeArchive(entries))
  return { folder, file, target: join(folder, 'out') }
}

describe('unpack', () => {
  it('makes the folder and those above it', async () => {
    const { file, target } = archive()
    expect((await plugwright('unpack', file, join(target, 'x/y'))).status).toBe(0)
    expect([...readTree(target).keys()]).toEqual(['x/y/a/b.txt', 'x/y/c.txt'])
  })

  it('writes into an empty folder without replacing it', async () => {
    const { file, target } = archive()
    mkdirSync(target)
    const here = process.cwd()
    onTestFinished(() => process.chdir(here))
    process.chdir(target)
    expect((await plugwright('unpack', file, '.')).status).toBe(0)
    expect(readdirSync('.').sort()).toEqual(['a', 'c.txt'])
  })

  it('writes through a link to an empty folder', async () => {
    const { folder, file, target } = archive()
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', target)
    expect((await plugwright('unpack', file, target)).status).toBe(0)
    expect([...readTree(join(folder, 'real')).keys()]).toEqual(['a/b.txt', 'c.txt'])
  })

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a folder with a file',
      (folder) => (mkdirSync(join(folder, 'out')), writeFileSync(join(folder, 'out/mine'), '')),
      /the folder is not empty/,
    ],
    ['a file', (folder) => writeFileSync(join(folder, 'out'), ''), /it is a file/],
    ['a link that leads nowhere', (folder) => symlinkSync('nowhere', join(folder, 'out')), /it does not exist/],
    [
      'a place below a file',
      (folder) => (writeFileSync(join(folder, 'f'), ''), symlinkSync('f/x', join(folder, 'out'))),
      /is a file and no folder/,
    ],
  ])('refuses %s and leaves it as it was', async (_title, make, reason) => {
    const { folder, file, target } = archive()
    make(folder)
    const before = readdirSync(folder, { recursive: true })
    const { status, err } = await plugwright('unpack', file, target)
    expect(status).toBe(2)
    expect(err).toMatch(reason)
    expect(readdirSync(folder, { recursive: true })).toEqual(before)
  })

  it.each<[string, TestEntry, RegExp]>([
    [
      'leads out',
      { name: '../evil.txt' },
      /^.*plugin\.difypkg is not unpacked\. Rename \.\.\/evil\.txt: its name leads out/,
    ],
    ['has a drive letter', { name: 'C:/evil.txt' }, /drive letter/],
    ['is damaged', { name: 'lie.txt', data: 'x', both: { crc: 7 } }, /the entry lie\.txt is damaged/],
    ['is a link', { name: 'evil', mode: 0o120777 }, /symbolic link/],
    ['is there twice', { name: 'c.txt' }, /twice/],
  ])('leaves nothing of an archive whose entry %s', async (_title, entry, reason) => {
    const { folder, file, target } = archive([...good, entry])
    const { status, out, err } = await plugwright('unpack', file, target)
    expect([status, out]).toEqual([1, ''])
    expect(err).toMatch(reason)
    expect(readdirSync(folder)).toEqual(['plugin.difypkg'])
  })

  it('leaves nothing when a file cannot be written', async () => {
    const name = `${'x'.repeat(250)}/`.repeat(15) + 'y'
    const { folder, file } = archive([...good, { name }])
    // The path is short enough in the archive and too long below this folder.
    const target = join(folder, `${'t'.repeat(250)}/`.repeat(3), 'out')
    const { status, err } = await plugwright('unpack', file, target)
    expect(status).toBe(2)
    expect(err).toMatch(/cannot be written, because its name is too long/)
    expect(readdirSync(folder)).toEqual(['plugin.difypkg'])
  })

  it('does not read a file that is larger than a package may be', async () => {
    const { file, target } = archive()
    truncateSync(file, 300 << 20)
    const { status, err } = await plugwright('unpack', file, target)
    expect(status).toBe(1)
    expect(err).toMatch(/larger than the 50 MiB/)
    expect(existsSync(target)).toBe(false)
  })
})
