import { beforeEach, expect, it, vi } from 'vitest'
import { bytesOf, type Files } from '@/lib/plugin/files'
import { readFiles, writeBlobs } from './blobs'
import { database } from './database'
import { describeOnDatabases, emptyDatabase } from './test-database'
import { treeOf } from './tree'

const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index)

describeOnDatabases('file contents', () => {
  beforeEach(emptyDatabase)

  /** As a process reads them that has not seen them before. */
  async function readAnew(files: Files): Promise<Files> {
    vi.resetModules()
    const { readFiles: read } = await import('./blobs')
    return read(await database(), treeOf(files))
  }

  it('come back from the database as they were: text as text, bytes as bytes', async () => {
    const files: Files = new Map<string, string | Uint8Array>([
      ['empty', ''],
      ['text', 'Grüße, 天気 🌦\r\n\ttab'],
      ['bom', '\uFEFFname: x\n'],
      ['bytes', everyByte],
      ['nul', Uint8Array.of(0)],
      ['large', Uint8Array.from({ length: 3_000_001 }, (_, index) => (index * 7) % 256)],
    ])
    const prisma = await database()
    await prisma.$transaction((tx) => writeBlobs(tx, files.values()))
    const read = await readAnew(files)
    expect([...read.keys()]).toEqual([...files.keys()])
    for (const [path, content] of files) {
      expect(typeof read.get(path)).toBe(typeof content)
      expect(Buffer.compare(bytesOf(read.get(path) ?? 'gone'), bytesOf(content))).toBe(0)
    }
  })

  it('come back in any number', async () => {
    const files: Files = new Map(Array.from({ length: 1_234 }, (_, index) => [`f${index}`, `content ${index}`]))
    const prisma = await database()
    await prisma.$transaction((tx) => writeBlobs(tx, files.values()))
    expect([...(await readAnew(files))]).toEqual([...files])
  })

  it('can be read for some paths only, and paths that are not there are left out', async () => {
    const files: Files = new Map([
      ['a', '1'],
      ['b', '2'],
    ])
    const prisma = await database()
    await prisma.$transaction((tx) => writeBlobs(tx, files.values()))
    expect([...(await readFiles(prisma, treeOf(files), ['b', 'c']))]).toEqual([['b', '2']])
  })

  it('that the database has lost are an error, not an empty file', async () => {
    await expect(readAnew(new Map([['a', 'never written']]))).rejects.toThrow('The database has lost the file content')
  })

  it('stay within the memory that is kept for them', async () => {
    const prisma = await database()
    const size = 7 * 1024 * 1024
    for (let index = 0; index < 12; index += 1) {
      const file: Files = new Map([['big', new Uint8Array(size).fill(index)]])
      await prisma.$transaction((tx) => writeBlobs(tx, file.values()))
      expect((await readFiles(prisma, treeOf(file))).get('big')).toHaveLength(size)
    }
    const first: Files = new Map([['big', new Uint8Array(size)]])
    expect(
      Buffer.compare(bytesOf((await readFiles(prisma, treeOf(first))).get('big') ?? ''), new Uint8Array(size)),
    ).toBe(0)
  })
})
