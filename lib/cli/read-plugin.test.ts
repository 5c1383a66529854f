import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPlugin } from './read-plugin'
import { temporaryFolder, writeTree } from './test-plugin'

function read(path: string): { files: string[]; problems: string[] } {
  const plugin = readPlugin(path)
  if (!plugin.ok) return { files: [], problems: [plugin.message] }
  return { files: [...(plugin.files?.keys() ?? [])], problems: plugin.problems.map(({ message }) => message) }
}

const posix = process.platform !== 'win32'
if (!posix) console.info('SKIPPED: reading of pipes, sockets and links, since this is Windows.')

describe('readPlugin of a folder', () => {
  it('gives what the ignore rules keep, sorted by bytes, and no empty folders', () => {
    const folder = writeTree(temporaryFolder(), [
      ['.difyignore', 'b\nx/\n'],
      ['b', ''],
      ['x/y', ''],
      ['a', ''],
      ['Z', ''],
      ['ﬀ', ''],
      ['🙂', ''],
    ])
    mkdirSync(join(folder, 'empty'))
    expect(read(folder)).toEqual({ files: ['.difyignore', 'Z', 'a', 'ﬀ', '🙂'], problems: [] })
  })

  it('goes 400 folders deep', () => {
    const deep = `${'deep/'.repeat(400)}a.txt`
    const folder = writeTree(temporaryFolder(), [[deep, 'a']])
    expect(read(folder)).toEqual({ files: [deep], problems: [] })
  })

  it('takes .gitignore where .difyignore is a folder', () => {
    const folder = writeTree(temporaryFolder(), [
      ['.difyignore/x', ''],
      ['.gitignore', 'a\n'],
      ['a', ''],
    ])
    expect(read(folder).files).toEqual(['.difyignore/x', '.gitignore'])
  })

  it.skipIf(!posix)('keeps names that only Windows minds, and says so', () => {
    const folder = writeTree(temporaryFolder(), [
      ['c:x', ''],
      ['a\u0001b', ''],
    ])
    expect(read(folder)).toEqual({
      files: ['a\u0001b', 'c:x'],
      problems: expect.arrayContaining([
        'Rename a\u0001b: its name has control characters.',
        'Rename c:x: its name begins with a drive letter, which leads out of the folder on Windows.',
      ]),
    })
  })

  it.skipIf(!posix)('leaves out names that Dify does not open', () => {
    const folder = writeTree(temporaryFolder(), [['a\\b', '']])
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0x65, 0xff)]), '')
    expect(read(folder)).toEqual({
      files: [],
      problems: expect.arrayContaining([
        'Rename a\\b: its name has a backslash, and folders are parted by /.',
        'Rename e\ufffd: its name is not UTF-8.',
      ]),
    })
  })
})

describe.skipIf(!posix)('links in a folder', () => {
  it('to files of it are followed', () => {
    const folder = writeTree(temporaryFolder(), [['a', 'a']])
    symlinkSync('a', join(folder, 'b'))
    const plugin = readPlugin(folder)
    expect(plugin.ok && plugin.files?.get('b')).toBe('a')
  })

  it('are judged by the ignore rules first', () => {
    const folder = writeTree(temporaryFolder(), [['.difyignore', '.venv\n']])
    symlinkSync('/usr/lib', join(folder, '.venv'))
    expect(read(folder)).toEqual({ files: ['.difyignore'], problems: [] })
  })

  it.each([
    ['.', /it leads to a folder, and Dify's packer stops there/],
    ['nowhere', /by a file: it does not exist/],
    ['link', /its link leads in a circle/],
    ['/dev/zero', /it leads to no regular file/],
    ['../secret', /it leads out of the plugin's folder/],
  ])('to %s are a problem', (target, reason) => {
    const outer = temporaryFolder()
    writeFileSync(join(outer, 'secret'), 'x')
    const folder = writeTree(join(outer, 'plugin'), [])
    symlinkSync(target, join(folder, 'link'))
    const { files, problems } = read(folder)
    expect([files, problems.length]).toEqual([[], 1])
    expect(problems[0]).toMatch(reason)
  })
})

describe.skipIf(!posix)('what is no file', () => {
  it('in a folder is a problem and not opened', () => {
    const folder = temporaryFolder()
    spawnSync('mkfifo', [join(folder, 'pipe')])
    expect(read(folder)).toEqual({
      files: [],
      problems: ['Replace pipe by a file: it is a pipe, which cannot be packed.'],
    })
  })

  it('is refused as a plugin', async () => {
    const folder = temporaryFolder()
    const place = (name: string): string => join(folder, name)
    spawnSync('mkfifo', [place('pipe')])
    symlinkSync('self', place('self'))
    const server = createServer()
    await new Promise<void>((done) => server.listen(place('socket'), done))
    onTestFinished(() => void server.close())
    const told = ['pipe', 'socket', 'self', 'nowhere', '/dev/zero'].map(
      (name) => read(name.startsWith('/') ? name : place(name)).problems[0],
    )
    for (const [index, reason] of [
      /it is a pipe/,
      /it is a socket/,
      /in a circle/,
      /does not exist/,
      /it is a device/,
    ].entries()) {
      expect(told[index]).toMatch(reason)
    }
  })

  it('or may not be read is refused', () => {
    const folder = writeTree(temporaryFolder(), [['closed', '']])
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'closed'), 0)
    // Root may read everything, so it is somebody else for a moment.
    const user = process.geteuid?.() ?? 0
    if (user === 0) process.seteuid?.(65534)
    onTestFinished(() => process.seteuid?.(user))
    expect(read(folder).problems).toEqual(['Make closed readable: it may not be read or written with your rights.'])
    expect(read(join(folder, 'closed')).problems[0]).toMatch(/it may not be read/)
  })
})
