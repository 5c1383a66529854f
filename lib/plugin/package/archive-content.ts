import pako from 'pako'
import type { ArchiveEntry } from './archive-directory'
import { crc32 } from './crc32'

/** Why the content of an entry cannot be had, as the end of a sentence that begins with its name. */
export type EntryContent = { ok: true; content: Uint8Array; end: number } | { ok: false; reason: string }

/**
 * The content of one entry, inflated piece by piece and never further than the size it declares: the caller bounds that.
 * Refuses what Go refuses when it reads an entry (package-format.md section 4.1, A4 to A13). `end` is where its data ends.
 */
export function readContent(bytes: Uint8Array, entry: ArchiveEntry): EntryContent {
  if (entry.encrypted) return { ok: false, reason: 'is encrypted; Dify reads no passwords' }
  if (entry.method !== 0 && entry.method !== 8) {
    return { ok: false, reason: `uses compression method ${entry.method}; Dify reads only 0 (stored) and 8 (deflate)` }
  }
  const start = placeOfData(bytes, entry)
  if (start === undefined)
    return { ok: false, reason: 'is damaged: the archive has no such entry where its offset points' }
  const end = start + entry.packedSize
  const packed = bytes.subarray(start, end)
  const result = entry.method === 8 ? inflate(packed, entry.size) : packed
  if (typeof result === 'string') return { ok: false, reason: result }
  if (result.length > entry.size)
    return { ok: false, reason: `is damaged: it is larger than the size of ${entry.size} bytes that it declares` }
  if (result.length < entry.size)
    return { ok: false, reason: `is damaged: it is smaller than the size of ${entry.size} bytes that it declares` }
  // A CRC of 0 is taken as absent, unless a data descriptor says otherwise.
  const unchecked = entry.crc === 0 && !entry.described
  if (!unchecked && crc32(result) !== entry.crc)
    return { ok: false, reason: 'is damaged: its content does not fit its checksum (CRC)' }
  return { ok: true, content: result, end: Math.min(end, bytes.length) }
}

const localHeader = 0x04034b50
const localHeaderLength = 30

function placeOfData(bytes: Uint8Array, { offset }: ArchiveEntry): number | undefined {
  if (offset < 0 || offset + localHeaderLength > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, localHeaderLength)
  if (view.getUint32(0, true) !== localHeader) return undefined
  const start = offset + localHeaderLength + view.getUint16(26, true) + view.getUint16(28, true)
  return start <= bytes.length ? start : undefined
}

/** A piece of this many bytes inflates to 4 MiB at most. */
const pieceLength = 4096

/** The inflated bytes, or a little more than `most` of them; a text is the reason why not. */
function inflate(packed: Uint8Array, most: number): Uint8Array | string {
  const pieces: Uint8Array[] = []
  let length = 0
  const inflater = new pako.Inflate({ raw: true, chunkSize: Math.min(Math.max(most, 64), 1 << 16) })
  let ended = false
  let broken = false
  inflater.onData = (piece) => {
    if (!(piece instanceof Uint8Array)) return
    length += piece.length
    // What is too much is counted and not kept.
    if (length <= most) pieces.push(piece)
  }
  inflater.onEnd = (status) => {
    ended = true
    broken = status !== 0
  }
  for (let at = 0; at < packed.length && !ended && length <= most; at += pieceLength) {
    inflater.push(packed.subarray(at, at + pieceLength), false)
  }
  if (broken) return 'is damaged: its compressed data cannot be read'
  if (length > most) return `is damaged: it is larger than the size of ${most} bytes that it declares`
  if (!ended) return 'is damaged: its compressed data is cut off'
  return joined(pieces, length)
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
