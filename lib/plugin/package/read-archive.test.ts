import fc from 'fast-check'
import { Deflate, deflateRaw } from 'pako'
import { describe, expect, it } from 'vitest'
import { zipFiles } from './pack'
import { inspectArchive, readArchive } from './read-archive'
import { joinBytes, makeArchive, zip64Extra, type TestArchive, type TestEntry } from './test-archive'

const good: readonly TestEntry[] = [
  { name: 'README.md', data: '# Sample\n' },
  { name: 'manifest.yaml', data: 'name: sample\n' },
]
const goodFiles = new Map([
  ['README.md', '# Sample\n'],
  ['manifest.yaml', 'name: sample\n'],
])
const text = 'some text that is in the plugin\n'.repeat(20)

function withEntry(entry: TestEntry, options?: TestArchive): Uint8Array {
  return makeArchive([...good, entry], options)
}

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

describe('a good archive', () => {
  it.each<[string, Uint8Array]>([
    ['as usual', makeArchive(good)],
    ['with stored entries', makeArchive(good.map((entry) => ({ ...entry, method: 0 })))],
    ['with zip64 records', makeArchive(good, { zip64: true })],
    ['with a comment', makeArchive(good, { comment: '{"signature":"x","time":1}' })],
    ['behind other bytes', makeArchive(good, { before: new Uint8Array(1000).fill(80) })],
    ['before other bytes', joinBytes(makeArchive(good), new Uint8Array(60_000))],
    ['behind another archive', joinBytes(makeArchive([{ name: 'old', data: 'old' }]), makeArchive(good))],
    ['with an absent CRC', makeArchive(good.map((entry) => ({ ...entry, both: { crc: 0 } })))],
  ])('is read %s', (_title, bytes) => {
    expect(readArchive(bytes)).toEqual({ ok: true, files: goodFiles })
    expect(inspectArchive(bytes)).toEqual({ files: goodFiles, problems: [], unsafe: [] })
  })

  it('may have sizes in zip64 extra fields', () => {
    const packed = deflateRaw(text)
    const extra = zip64Extra(text.length, packed.length)
    const bytes = withEntry({ name: 'a', data: text, central: { size: 0xffffffff, packed: 0xffffffff, extra } })
    expect(readArchive(bytes)).toEqual({ ok: true, files: new Map([...goodFiles, ['a', text]]) })
  })

  it('may have sizes behind the data, and headers before it that know none', async () => {
    const zip = new (await import('jszip')).default()
    zip.file('a.txt', text)
    const bytes = await zip.generateAsync({ type: 'uint8array', streamFiles: true, compression: 'DEFLATE' })
    expect(readArchive(bytes)).toEqual({ ok: true, files: new Map([['a.txt', text]]) })
  })

  it('may be empty', () => {
    expect(readArchive(makeArchive([]))).toEqual({ ok: true, files: new Map() })
  })

  it('may have names of Object.prototype and names that differ in case only', () => {
    const names = ['__proto__', 'constructor/prototype', 'toString', 'readme.md', 'README.MD']
    const read = readArchive(makeArchive(names.map((name) => ({ name, data: name }))))
    expect(read).toEqual({ ok: true, files: new Map(names.map((name) => [name, name])) })
  })
})

describe('an entry', () => {
  const large = { size: 0xffffffff, extra: zip64Extra(10 * 2 ** 30) }
  it.each<[string, TestEntry, string[], RegExp]>([
    [
      'encrypted',
      { name: 'lie.txt', data: text, both: { flags: 0x801 } },
      ['archive-damaged'],
      /lie\.txt is encrypted/,
    ],
    [
      'of an unknown method',
      { name: 'lie.txt', data: text, method: 93 },
      ['archive-damaged'],
      /lie\.txt uses compression method 93/,
    ],
    [
      'with a wrong CRC',
      { name: 'lie.txt', data: text, both: { crc: 0xdeadbeef } },
      ['archive-damaged'],
      /lie\.txt.*CRC/,
    ],
    [
      'with an absent CRC that a descriptor would hold',
      { name: 'lie.txt', data: text, both: { crc: 0, flags: 0x808 } },
      ['archive-damaged'],
      /CRC/,
    ],
    [
      'of broken data',
      { name: 'lie.txt', data: text, body: new Uint8Array(40).fill(0xff) },
      ['archive-damaged'],
      /cannot be read/,
    ],
    [
      'of data that is cut off',
      { name: 'lie.txt', data: text, body: deflateRaw(text).subarray(0, -8) },
      ['archive-damaged'],
      /cut off|cannot be read/,
    ],
    [
      'that is larger than it says',
      { name: 'lie.txt', data: text, both: { size: 10 } },
      ['archive-damaged'],
      /larger than the size of 10 bytes/,
    ],
    [
      'that is smaller than it says',
      { name: 'lie.txt', data: text, both: { size: 9999 } },
      ['archive-damaged'],
      /smaller than the size of 9999/,
    ],
    [
      'that is stored and smaller than it says',
      { name: 'lie.txt', data: text, method: 0, both: { size: 9999 } },
      ['archive-damaged'],
      /smaller/,
    ],
    [
      'whose offset is past the end',
      { name: 'lie.txt', data: text, central: { offset: 10 ** 8 } },
      ['archive-damaged'],
      /offset/,
    ],
    [
      'whose offset is in another',
      { name: 'lie.txt', data: text, central: { offset: 7 } },
      ['archive-damaged'],
      /offset/,
    ],
    ['of 10 GiB', { name: 'lie.txt', data: text, central: large }, ['archive-size'], /10 GiB, and Dify takes 50 MiB/],
    ['that is a link', { name: 'evil', data: '/etc/passwd', method: 0, mode: 0o120777 }, [], /evil.*symbolic link/],
    ['that is a device', { name: 'evil', mode: 0o020666 }, [], /evil.*no regular file/],
  ])('%s is refused', (_title, entry, rules, refusal) => {
    const bytes = withEntry(entry)
    expect(errorsOf(bytes)).toEqual(rules)
    expect(refusalOf(bytes)).toMatch(refusal)
  })

  it('that lies in its local header only is read, as Dify reads it', () => {
    const packed = deflateRaw(text)
    const lie = {
      name: 'a',
      data: text,
      both: { size: 3, packed: 3, crc: 1 },
      central: { size: text.length, packed: packed.length, crc: 0 },
    }
    expect(readArchive(withEntry(lie)).ok).toBe(true)
  })

  it('whose packed size reaches past the end is read, as Dify reads it', () => {
    const bytes = withEntry({ name: 'a', data: text, both: { packed: 10 ** 8 } })
    expect(errorsOf(bytes)).toEqual([])
    expect(inspectArchive(bytes).files?.get('a')).toBe(text)
    expect(refusalOf(bytes)).toMatch(/overlaps/)
  })
})

describe('a bomb', () => {
  it('of 400 MB that says 0 bytes is given up at once', () => {
    const body = joinBytes(...new Array<Uint8Array>(400).fill(deflatedMegabyte()))
    const bytes = withEntry({ name: 'bomb.bin', body, both: { size: 0 } })
    const before = process.memoryUsage().arrayBuffers
    expect(refusalOf(bytes)).toMatch(/bomb\.bin/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20)
  })

  it('of many names for one content is refused by what they declare', () => {
    const both = { size: 1 << 20 }
    const entries = Array.from({ length: 60 }, (_, index) => ({ name: `data/${index}`, body: new Uint8Array(9), both }))
    expect(refusalOf(makeArchive(entries))).toMatch(/too large with 60 MiB/)
  })

  it('of overlapping entries is refused below the limit too', () => {
    const bytes = makeArchive([...good, { name: 'again', data: '# Sample\n', central: { offset: 0 } }])
    expect(errorsOf(bytes)).toEqual([])
    expect(refusalOf(bytes)).toMatch(/overlaps/)
  })

  it('of 5,001 entries is refused, and 5,000 are taken', () => {
    const entries = Array.from({ length: 5001 }, (_, index) => ({ name: `many/${index}`, method: 0 }))
    expect(refusalOf(makeArchive(entries))).toMatch(/more than 5000 entries/)
    expect(readArchive(makeArchive(entries.slice(1))).ok).toBe(true)
    expect(inspectArchive(makeArchive(entries))).toMatchObject({
      problems: [{ severity: 'advice' }],
      files: expect.any(Map),
    })
  })

  it('of 900,000 entries is given up before they are read', () => {
    const bytes = makeArchive([{ name: 'x', method: 0 }])
    const header = bytes.subarray(31, 78)
    const directory = new Uint8Array(900_000 * header.length)
    for (let at = 0; at < directory.length; at += header.length) directory.set(header, at)
    const many = joinBytes(bytes.subarray(0, 31), directory, bytes.subarray(78))
    const view = new DataView(many.buffer)
    view.setUint32(many.length - 10, directory.length, true)
    expect(refusalOf(many)).toMatch(/more than 5000 entries/)
    expect(inspectArchive(many).problems.map(({ message }) => message)).toEqual([
      'Put fewer files into the archive: it has more than 131072 entries, which are not read.',
    ])
  })

  it('says twenty troubles and counts the rest', () => {
    const bytes = makeArchive(Array.from({ length: 100 }, (_, index) => ({ name: `../${index}` })))
    const { problems } = inspectArchive(bytes)
    expect(problems).toHaveLength(21)
    expect(problems.at(-1)).toMatchObject({ severity: 'error', message: expect.stringContaining('80 more troubles') })
  })
})

describe('any damage to a good archive', () => {
  it('ends in files or in a sentence', async () => {
    const whole = await zipFiles(new Map([...goodFiles, ['tools/a.py', text]]))
    const edit = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(whole.length), (edits, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length)
        for (const [at, value] of edits) bytes[at % Math.max(bytes.length, 1)] = value
        const { files, problems } = inspectArchive(bytes)
        expect(files !== undefined || problems.some(({ severity }) => severity === 'error')).toBe(true)
        const read = readArchive(bytes)
        if (!read.ok) expect(read.reason).toMatch(/^[A-Z][^]{10,400}\.$/)
      }),
      { numRuns: 500 },
    )
  })

  it('is found for random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readArchive(bytes).ok).toBe(false)
      }),
    )
  })
})

/** A megabyte of zeros as deflated blocks that others can follow. */
function deflatedMegabyte(): Uint8Array {
  const pieces: Uint8Array[] = []
  const deflater = new Deflate({ raw: true })
  deflater.onData = (piece) => pieces.push(Uint8Array.from(piece as Uint8Array))
  deflater.push(new Uint8Array(1 << 20), 2)
  return joinBytes(...pieces)
}
