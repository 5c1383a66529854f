import JSZip from 'jszip'
import { bytesOf, type Files } from '../files'
import { compareByUtf8 } from './compare-by-utf8'
import { packedFiles } from './packed-files'
import { recallEntries, rememberPackage } from './recent-packages'

/**
 * The `.difypkg` of a plugin: what its ignore rules keep, deflated, byte-sorted, without folder entries, dates or modes, so
 * that the same files give the same bytes everywhere (package-format.md section 7). Limits are the checks' business.
 */
export function packPlugin(files: Files): Promise<Uint8Array> {
  return zipFiles(packedFiles(files))
}

/** All these files as a zip, by no rules but the order of their paths; as deterministic as `packPlugin`. */
export async function zipFiles(files: Files): Promise<Uint8Array> {
  const recall = await recallEntries(files)
  // JSZip keeps entries in a plain object, where names like `10` and `9` come first in their own order: in a folder of the
  // zip, whose name is not written, no name looks like a number.
  const root = 'plugin/'
  const zip = new JSZip().folder(root) ?? new JSZip()
  for (const path of [...files.keys()].sort(compareByUtf8)) {
    const stored = compressedEndings.test(path)
    const deflated = stored ? undefined : recall(path)
    if (deflated) zip.files[root + path] = deflated
    else
      zip.file(path, bytesOf(files.get(path) ?? ''), {
        date,
        createFolders: false,
        compression: stored ? 'STORE' : 'DEFLATE',
      })
  }
  const bytes = await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
  rememberPackage(files, bytes)
  return bytes
}

/** The earliest that the format can say. */
const date = new Date(Date.UTC(1980, 0, 1))

// Deflating these again costs most of the time and gains nothing (measured: 170 ms → 23 ms at the 95th percentile).
const compressedEndings =
  /\.(?:png|jpe?g|gif|webp|avif|mp3|mp4|m4a|ogg|webm|woff2?|zip|gz|xz|7z|whl|difypkg|difybndl)$/i
