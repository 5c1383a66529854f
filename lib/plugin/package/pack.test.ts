import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bytesOf, contentFromBytes, type FileContent, type Files } from '../files'
import { readDirectory } from './archive-directory'
import { readEntryName } from './entry-name'
import { packPlugin, zipFiles } from './pack'
import { readArchive } from './read-archive'

const sample: Files = new Map<string, FileContent>([
  ['manifest.yaml', 'name: sample\n'.repeat(50)],
  ['_assets/icon.png', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251)],
  ['_assets/icon.svg', '<svg/>'],
  ['README.md', '# Sample\n'],
  ['日本/語.txt', '🙂\n'],
  ['empty', ''],
  ['10', 'ten'],
  ['9', 'nine'],
  ['__proto__', 'x'],
  ['constructor/prototype', 'y'],
])

async function sha256(bytes: Promise<Uint8Array>): Promise<string> {
  return createHash('sha256')
    .update(await bytes)
    .digest('hex')
}

function namesOf(bytes: Uint8Array): string[] {
  const directory = readDirectory(bytes)
  return directory.ok
    ? directory.entries.map(({ nameStart, nameEnd }) => new TextDecoder().decode(bytes.subarray(nameStart, nameEnd)))
    : []
}

afterEach(() => {
  vi.doUnmock('jszip')
  vi.resetModules()
})

describe('packPlugin', () => {
  it('writes the same bytes for the same files in any order', async () => {
    const reversed = new Map([...sample].reverse())
    expect(await packPlugin(reversed)).toEqual(await packPlugin(sample))
  })

  it('writes these bytes on every system and in every release', async () => {
    expect(await sha256(packPlugin(sample))).toBe('52b6380bd750307a777f52b4c33f5bf8dc614ee681eee411bf46f23ca85e86be')
  })

  it('writes the same bytes with the build of JSZip that browsers get', async () => {
    vi.doMock('jszip', () => vi.importActual('jszip/dist/jszip.min.js'))
    vi.resetModules()
    const { packPlugin: packInBrowser } = await import('./pack')
    const long = new Map([
      ...sample,
      [
        'long.py',
        Array.from({ length: 9000 }, (_, index) => `call_${(index * 7919) % 1013}(x${index % 89})\n`).join(''),
      ],
    ])
    expect(await sha256(packInBrowser(long))).toBe(await sha256(packPlugin(long)))
  })

  it('sorts entries by the bytes of their paths and adds none for folders', async () => {
    expect(namesOf(await packPlugin(sample))).toEqual([
      '10',
      '9',
      'README.md',
      '__proto__',
      '_assets/icon.png',
      '_assets/icon.svg',
      'constructor/prototype',
      'empty',
      'manifest.yaml',
      '日本/語.txt',
    ])
  })

  it('stores pictures and deflates texts', async () => {
    const bytes = await packPlugin(sample)
    const directory = readDirectory(bytes)
    const methods = directory.ok
      ? directory.entries.map(({ nameStart, nameEnd, method }) => [
          new TextDecoder().decode(bytes.subarray(nameStart, nameEnd)),
          method,
        ])
      : []
    expect(Object.fromEntries(methods)).toMatchObject({ '_assets/icon.png': 0, 'manifest.yaml': 8, empty: 0 })
  })

  it('leaves out what the ignore rules drop', async () => {
    const files = new Map([
      ['.difyignore', '*.log\n'],
      ['a.log', ''],
      ['b', ''],
    ])
    expect(namesOf(await packPlugin(files))).toEqual(['.difyignore', 'b'])
  })

  it('packs a plugin without files', async () => {
    expect(readArchive(await packPlugin(new Map()))).toEqual({ ok: true, files: new Map() })
  })
})

describe('zipFiles', () => {
  it('keeps what the ignore rules would drop', async () => {
    expect(
      namesOf(
        await zipFiles(
          new Map([
            ['.difyignore', '*'],
            ['a', ''],
          ]),
        ),
      ),
    ).toEqual(['.difyignore', 'a'])
  })
})

const part = fc
  .oneof(
    fc.constantFrom('a', 'b', '1', '0', '-1', '__proto__', 'toString', 'é', '🙂', 'ﬀ'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  .filter(isSafe)
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
const content = fc
  .oneof(fc.string(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }))
  .map((value) => contentFromBytes(bytesOf(value)))

/** A name that every system can unpack: `entry-name.test.ts` holds the others. */
function isSafe(name: string): boolean {
  return !name.includes('/') && !/^\.\.?$/.test(name) && readEntryName(bytesOf(name)).findings.length === 0
}

/** Without paths below a path that is a file. */
function plugin(entries: readonly [string, FileContent][]): Files {
  const all = new Map(entries)
  return new Map([...all].filter(([one]) => ![...all.keys()].some((other) => one.startsWith(`${other}/`))))
}

describe('unpack ∘ pack', () => {
  it('is the identity on any files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(path, content), { maxLength: 8 }).map(plugin), async (files) => {
        const read = readArchive(await zipFiles(files))
        expect(read.ok && new Map([...read.files].sort())).toEqual(new Map([...files].sort()))
      }),
      { numRuns: 200 },
    )
  })

  it('gives texts back as text and bytes as bytes', async () => {
    const read = readArchive(
      await zipFiles(
        new Map<string, FileContent>([
          ['bom', '\ufeffa\r\n'],
          ['zero', Uint8Array.of(97, 0)],
          ['latin', Uint8Array.of(0xe9)],
        ]),
      ),
    )
    expect(read.ok && [...read.files.values()]).toEqual(['\ufeffa\r\n', Uint8Array.of(0xe9), Uint8Array.of(97, 0)])
  })
})
