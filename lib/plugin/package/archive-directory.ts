/** One entry of an archive as its central directory tells it; nothing of it is checked yet. Sizes in bytes. */
export interface ArchiveEntry {
  /** As stored: bytes, in whatever encoding. */
  rawName: Uint8Array
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
 */
export function readDirectory(bytes: Uint8Array): ArchiveDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (!end) return { ok: false }
  const start = placeOfDirectory(view, end)
  if (start === undefined) return { ok: false }
  const base = start - end.offset
  const entries: ArchiveEntry[] = []
  for (let at = start; ;) {
    const header = readHeader(bytes, view, at)
    if (!header) break
    entries.push({ ...header.entry, offset: header.entry.offset + base })
    at = header.next
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

function readHeader(bytes: Uint8Array, view: DataView, at: number): { entry: ArchiveEntry; next: number } | undefined {
  if (at + headerLength > view.byteLength || view.getUint32(at, true) !== signatures.entry) return undefined
  const nameEnd = at + headerLength + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > view.byteLength) return undefined
  const sizes = largeSizes(view, nameEnd, extraEnd, {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  })
  if (!sizes) return undefined
  const flags = view.getUint16(at + 8, true)
  const madeOnUnix = [3, 19].includes(view.getUint8(at + 5))
  const entry = {
    ...sizes,
    rawName: bytes.subarray(at + headerLength, nameEnd),
    encrypted: (flags & 1) !== 0,
    described: (flags & 8) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    fileType: madeOnUnix ? view.getUint16(at + 40, true) & 0o170000 : 0,
  }
  return { entry, next }
}

type Sizes = Pick<ArchiveEntry, 'size' | 'packedSize' | 'offset'>

/** The sizes of a zip64 extra field in place of those that are all ones; undefined where one is promised and not there. */
function largeSizes(view: DataView, from: number, to: number, sizes: Sizes): Sizes | undefined {
  const wanted = (['size', 'packedSize', 'offset'] as const).filter((name) => sizes[name] === allOnes)
  if (wanted.length === 0) return sizes
  const found = { ...sizes }
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > to) break
    if (view.getUint16(at, true) === 1) {
      if (at + 4 + wanted.length * 8 > end) return undefined
      for (const [index, name] of wanted.entries()) found[name] = readUint64(view, at + 4 + index * 8)
      return found
    }
    at = end
  }
  // A file of exactly 2^32 - 1 bytes may say so; the other two may not be missing.
  return wanted.some((name) => name !== 'size') ? undefined : found
}

// Beyond 2^53 it is not exact, which no comparison here needs.
function readUint64(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)
}
