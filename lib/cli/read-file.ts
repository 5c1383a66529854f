import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { wordsOf } from './system-error'

/** The bytes of a file and its size; `reason` is the end of a sentence: "it does not exist". */
export type FileRead = { ok: true; bytes: Uint8Array; size: number } | { ok: false; reason: string }

/** The bytes of a regular file; of one larger than `most` bytes only the size. Pipes and devices are not waited for. */
export function readRegularFile(place: string, most = Infinity): FileRead {
  let descriptor: number | undefined
  try {
    descriptor = openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const about = fstatSync(descriptor)
    if (!about.isFile()) return { ok: false, reason: about.isDirectory() ? 'it is a folder' : 'it is no regular file' }
    if (about.size > most) return { ok: true, bytes: new Uint8Array(), size: about.size }
    const bytes = readWhole(descriptor, about.size)
    return { ok: true, bytes, size: bytes.length }
  } catch (error) {
    return { ok: false, reason: wordsOf(error) }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function readWhole(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let length = 0
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, null)
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length)
}
