import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bytesOf } from '../files'
import { checksumOf } from './checksum'
import { identifierOf } from './identifier'

describe('checksumOf', () => {
  it('is what Dify computes for no files', () => {
    expect(checksumOf(new Map())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('is what Dify computes for a manifest', () => {
    const files = new Map([['manifest.yaml', 'version: 0.0.1\n']])
    expect(checksumOf(files)).toBe('432aad6d90c7f6943fe7bedab05f37adbb53556d93045312c2bed6070102d423')
  })

  it('is what Dify computes for two files, in whatever order they come', () => {
    const files: [string, string | Uint8Array][] = [
      ['b/c.txt', ''],
      ['a.txt', bytesOf('hello')],
    ]
    const expected = '0624ce7bfbf384ca588752eca4b6e52b71e232a12b40d685d0957ff3c11b736d'
    expect(checksumOf(new Map(files))).toBe(expected)
    expect(checksumOf(new Map(files.reverse()))).toBe(expected)
  })

  it('is the hash of hashes in byte-wise order for any files', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), { noNullPrototype: true }),
        (record) => {
          const total = createHash('sha256')
          for (const path of Object.keys(record).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
            total.update(createHash('sha256').update(path).digest())
            total.update(
              createHash('sha256')
                .update(record[path] ?? '')
                .digest(),
            )
          }
          expect(checksumOf(new Map(Object.entries(record)))).toBe(total.digest('hex'))
        },
      ),
    )
  })
})

const rulesFile = '../shared/spec/validator-rules.json'
const vectorsOf = z.object({
  vectors: z.object({
    checksum: z.array(z.object({ files: z.record(z.string(), z.string()), checksum: z.string() })),
    version: z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) }),
  }),
})
if (!existsSync(rulesFile)) console.info(`SKIPPED: the published checksum vectors, since ${rulesFile} is not there.`)

describe.skipIf(!existsSync(rulesFile))('the published checksum vectors', () => {
  it('hold', () => {
    const { checksum } = vectorsOf.parse(JSON.parse(readFileSync(rulesFile, 'utf8'))).vectors
    expect(checksum.length).toBeGreaterThan(2)
    for (const vector of checksum) expect(checksumOf(new Map(Object.entries(vector.files)))).toBe(vector.checksum)
  })

  it('give every legal version an identifier', () => {
    const { version } = vectorsOf.parse(JSON.parse(readFileSync(rulesFile, 'utf8'))).vectors
    for (const valid of version.valid) expect(identify(`author: a\nname: b\nversion: ${valid}\n`)).toBe(`a/b:${valid}`)
    for (const invalid of version.invalid.filter((text) => !/^\d+\.\d+(\.\d+\.\d+)?$/.test(text))) {
      expect(identify(`author: a\nname: b\nversion: ${invalid}\n`), invalid).toBeUndefined()
    }
  })
})

function identify(manifest: string | Uint8Array): string | undefined {
  return identifierOf(new Map([['manifest.yaml', manifest]]))?.split('@')[0]
}

describe('identifierOf', () => {
  it('is author/name:version@checksum of the packed files', () => {
    const files = new Map([
      ['manifest.yaml', 'version: 0.0.1\nauthor: acme\nname: weather\n'],
      ['.difyignore', 'x\n'],
      ['x', '1'],
    ])
    const kept = new Map([...files].filter(([path]) => path !== 'x'))
    expect(identifierOf(files)).toBe(`acme/weather:0.0.1@${checksumOf(kept)}`)
  })

  it('takes a checksum that is known already', () => {
    const files = new Map([['manifest.yaml', 'version: 0.0.1\nauthor: acme\nname: weather\n']])
    expect(identifierOf(files, 'a'.repeat(64))).toBe(`acme/weather:0.0.1@${'a'.repeat(64)}`)
  })

  it('keeps the words of a version that reads as a number, and does without an author', () => {
    expect(identify('name: weather\nversion: 1.10\n')).toBe('weather:1.10')
    expect(identify('author: ~\nname: 12\nversion: "0.0.1-beta"\n')).toBe('12:0.0.1-beta')
  })

  it('follows an alias', () => {
    expect(identify('author: &a acme\nname: *a\nversion: 0.0.1\n')).toBe('acme/acme:0.0.1')
  })

  it('reads a manifest in UTF-16, as Dify does', () => {
    const manifest = Buffer.from('\ufeffauthor: acme\nname: b\nversion: 0.0.1\n', 'utf16le')
    expect(identify(new Uint8Array(manifest))).toBe('acme/b:0.0.1')
  })

  it.each([
    '',
    'author: Acme\nname: b\nversion: 0.0.1',
    'author: a\nversion: 0.0.1',
    'author: a\nname: b\nversion: latest',
    '{{{',
    '- a',
    'name: [b]\nversion: 0.0.1',
  ])('is undefined for %j', (manifest) => {
    expect(identify(manifest)).toBeUndefined()
  })

  it('is undefined without a manifest', () => {
    expect(identifierOf(new Map())).toBeUndefined()
  })
})
