/** One entry of an archive as its central directory tells it; nothing of it is checked yet. Sizes in bytes. */
export interface ArchiveEntry {
  /** Where its name stands in the file: bytes in whatever encoding. */
  nameStart: number
  nameEnd: number
  encrypted: boolean
  /** A data descriptor stands behind the data (flag bit 3). */
  described: boolean
  method: number
  crc: number
  packedSize: number
  size: number
  /** Where its local header begins in the file. */
  offset: number
  /** File type bits of a Unix mode, 0 where the archive was not made on Unix. */
  fileType: number
}

export type ArchiveDirectory = { ok: true; entries: readonly ArchiveEntry[]; start: number } | { ok: false }

/**
 * The entries of an archive in the order of its central directory, read as Go's archive/zip reads them: bytes before the archive
 * and behind it are tolerated, zip64 records are used when the end record asks for them, the count has to agree modulo 65,536.
 * Of more than `most` entries it gives one too many and leaves the rest.
 */
export function readDirectory(bytes: Uint8Array, most = Infinity): ArchiveDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (!end) return { ok: false }
  const start = placeOfDirectory(view, end)
  if (start === undefined) return { ok: false }
  const base = start - end.offset
  const entries: ArchiveEntry[] = []
  for (let at = start; ;) {
    const entry = readHeader(view, at, base)
    if (!entry) break
    entries.push(entry)
    if (entries.length > most) return { ok: true, entries, start }
    at = entry.nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.length % 0x10000 === end.count % 0x10000 ? { ok: true, entries, start } : { ok: false }
}

const signatures = { entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const
const endLength = 22
const locatorLength = 20
const headerLength = 46
/** As far back as Go looks for the end record. */
const searchedBytes = 65 * 1024
const allOnes = 0xffffffff

interface End {
  /** Where the record begins that closes the directory. */
  at: number
  count: number
  size: number
  offset: number
}

function findEnd(view: DataView): End | undefined {
  const first = Math.max(view.byteLength - searchedBytes, 0)
  for (let at = view.byteLength - endLength; at >= first; at--) {
    if (view.getUint32(at, true) !== signatures.end) continue
    if (at + endLength + view.getUint16(at + 20, true) > view.byteLength) return undefined
    const end = {
      at,
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    }
    const marked = end.count === 0xffff || end.size === 0xffff || end.size === allOnes || end.offset === allOnes
    return marked ? findEnd64(view, end) : end
  }
  return undefined
}

function findEnd64(view: DataView, end: End): End | undefined {
  const locator = end.at - locatorLength
  if (locator < 0 || view.getUint32(locator, true) !== signatures.locator64) return end
  const at = readUint64(view, locator + 8)
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== signatures.end64) return undefined
  return { at, count: readUint64(view, at + 32), size: readUint64(view, at + 40), offset: readUint64(view, at + 48) }
}

// Offsets that are all wrong by the same amount mean that something stands before the archive.
function placeOfDirectory(view: DataView, end: End): number | undefined {
  const start = end.at - end.size
  if (start < 0 || start >= view.byteLength) return undefined
  const asWritten = end.offset + 4 <= view.byteLength && view.getUint32(end.offset, true) === signatures.entry
  return start > end.offset && asWritten ? end.offset : start
}

// A directory can have a million entries: one object for each is all that is made.
function readHeader(view: DataView, at: number, base: number): ArchiveEntry | undefined {
  if (at + headerLength > view.byteLength || view.getUint32(at, true) !== signatures.entry) return undefined
  const nameEnd = at + headerLength + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  if (extraEnd + view.getUint16(at + 32, true) > view.byteLength) return undefined
  const flags = view.getUint16(at + 8, true)
  const system = view.getUint8(at + 5)
  const entry = {
    nameStart: at + headerLength,
    nameEnd,
    encrypted: (flags & 1) !== 0,
    described: (flags & 8) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    fileType: system === 3 || system === 19 ? view.getUint16(at + 40, true) & 0o170000 : 0,
  }
  const marked = entry.size === allOnes || entry.packedSize === allOnes || entry.offset === allOnes
  if (marked && !readLargeSizes(view, nameEnd, extraEnd, entry)) return undefined
  entry.offset += base
  return entry
}

type Sizes = Pick<ArchiveEntry, 'size' | 'packedSize' | 'offset'>

/** Puts the sizes of a zip64 extra field in place of those that are all ones; false where one is promised and not there. */
function readLargeSizes(view: DataView, from: number, to: number, sizes: Sizes): boolean {
  const wanted = (['size', 'packedSize', 'offset'] as const).filter((name) => sizes[name] === allOnes)
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > to) break
    if (view.getUint16(at, true) === 1) {
      if (at + 4 + wanted.length * 8 > end) return false
      for (const [index, name] of wanted.entries()) sizes[name] = readUint64(view, at + 4 + index * 8)
      return true
    }
    at = end
  }
  // A file of exactly 2^32 - 1 bytes may say so; the other two may not be missing.
  return wanted.every((name) => name === 'size')
}

// Beyond 2^53 it is not exact, which no comparison here needs.
function readUint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)
}
