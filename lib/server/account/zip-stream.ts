import 'server-only'
import { Readable } from 'node:stream'
import JSZip from 'jszip'

/** A file of a zip that is written as it is read. */
export interface ZipEntry {
  name: string
  /** Its bytes, asked for when it is its turn. */
  read: () => AsyncIterable<Uint8Array>
  /** Packed already: deflating it again gains nothing. */
  packed?: boolean
}

/** A zip of these files in their order. Of each no more is held than its reader asks for and gives at once. */
export function zipStream(entries: readonly ZipEntry[]): Readable {
  const zip = new JSZip()
  for (const { name, read, packed } of entries)
    zip.file(name, Readable.from(read(), { objectMode: false }), {
      createFolders: false,
      compression: packed ? 'STORE' : 'DEFLATE',
    })
  return new Readable().wrap(zip.generateNodeStream({ streamFiles: true, compression: 'DEFLATE' }))
}

/** A text as the bytes of a file. */
export async function* textOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
