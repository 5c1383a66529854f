import { deflateRaw } from 'pako'
import { crc32 } from './crc32'

/** Archives for tests, written field by field, right or wrong, as no zip library would. */
export interface TestEntry {
  name: string | Uint8Array
  data?: string | Uint8Array
  /** 8 (deflate) unless said otherwise. */
  method?: number
  /** Unix mode. */
  mode?: number
  /** The compressed bytes, when they are not simply those of `data`. */
  body?: Uint8Array
  /** What both headers say in place of the truth; `central` only the directory. */
  both?: Fields
  central?: Fields & { offset?: number }
}

export interface Fields {
  flags?: number
  crc?: number
  packed?: number
  size?: number
  extra?: Uint8Array
}

export interface TestArchive {
  /** Bytes before the archive that its offsets do not count. */
  before?: Uint8Array
  comment?: string
  count?: number
  zip64?: boolean
}

const encoder = new TextEncoder()

export function makeArchive(entries: readonly TestEntry[], options: TestArchive = {}): Uint8Array {
  const locals: Uint8Array[] = []
  const centrals: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const data =
      typeof entry.data === 'string' || entry.data === undefined ? encoder.encode(entry.data ?? '') : entry.data
    const method = entry.method ?? 8
    const body = entry.body ?? (method === 8 ? deflateRaw(data) : data)
    const name = typeof entry.name === 'string' ? encoder.encode(entry.name) : entry.name
    const truth = {
      flags: 0x800,
      crc: crc32(data),
      packed: body.length,
      size: data.length,
      extra: new Uint8Array(),
      ...entry.both,
    }
    const local = joinBytes(header(0x04034b50, [], method, truth, name, []), name, truth.extra, body)
    const shown = { offset, ...truth, ...entry.central }
    const tail = [16, 0, 16, 0, 16, 0, 32, (entry.mode ?? 0o100644) * 0x10000, 32, shown.offset]
    centrals.push(joinBytes(header(0x02014b50, [16, 0x0314], method, shown, name, tail), name, shown.extra))
    locals.push(local)
    offset += local.length
  }
  const directory = joinBytes(...centrals)
  const count = options.count ?? entries.length
  const end64 = options.zip64 ? zip64Records(count, directory.length, offset) : new Uint8Array()
  const comment = encoder.encode(options.comment ?? '')
  const marks: [number, number, number] = options.zip64
    ? [0xffff, 0xffffffff, 0xffffffff]
    : [count, directory.length, offset]
  const end = little([
    32,
    0x06054b50,
    16,
    0,
    16,
    0,
    16,
    marks[0],
    16,
    marks[0],
    32,
    marks[1],
    32,
    marks[2],
    16,
    comment.length,
  ])
  return joinBytes(options.before ?? new Uint8Array(), ...locals, directory, end64, end, comment)
}

/** Sizes as a zip64 extra field, for headers that say 0xffffffff. */
export function zip64Extra(...sizes: number[]): Uint8Array {
  return little([
    16,
    1,
    16,
    sizes.length * 8,
    ...sizes.flatMap((size) => [32, size % 2 ** 32, 32, Math.floor(size / 2 ** 32)]),
  ])
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function header(
  signature: number,
  first: number[],
  method: number,
  fields: Required<Fields>,
  name: Uint8Array,
  tail: number[],
): Uint8Array {
  const { flags, crc, packed, size, extra } = fields
  return little([
    32,
    signature,
    ...first,
    16,
    20,
    16,
    flags,
    16,
    method,
    16,
    0,
    16,
    0x21,
    32,
    crc,
    32,
    packed,
    32,
    size,
    16,
    name.length,
    16,
    extra.length,
    ...tail,
  ])
}

function zip64Records(count: number, size: number, offset: number): Uint8Array {
  const position = offset + size
  const pairs = [count, count, size, offset].flatMap((value) => [32, value % 2 ** 32, 32, Math.floor(value / 2 ** 32)])
  const record = little([32, 0x06064b50, 32, 44, 32, 0, 16, 45, 16, 45, 32, 0, 32, 0, ...pairs])
  return joinBytes(record, little([32, 0x07064b50, 32, 0, 32, position, 32, 0, 32, 1]))
}

/** Pairs of width in bits and value, little-endian. */
function little(pairs: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const value = pairs[at + 1] ?? 0
    for (let shift = 0; shift < (pairs[at] ?? 0); shift += 8) bytes.push((value / 2 ** shift) & 0xff)
  }
  return Uint8Array.from(bytes)
}
