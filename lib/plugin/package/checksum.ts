import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { bytesOf, type Files } from '../files'
import { compareByUtf8 } from './compare-by-utf8'

/**
 * Dify's checksum of exactly these files, 64 lower-case hex digits: the SHA-256 over `sha256(path)` and `sha256(content)` of
 * each, in byte-wise order of the paths (`pkg/plugin_packager/decoder/checksum.go: CalculateChecksum`).
 */
export function checksumOf(files: Files): string {
  const total = sha256.create()
  for (const path of [...files.keys()].sort(compareByUtf8)) {
    total.update(sha256(bytesOf(path)))
    const content = bytesOf(files.get(path) ?? '')
    total.update(content.length === 0 ? ofNothing : sha256(content))
  }
  return bytesToHex(total.digest())
}

/** The same of files whose contents are known by their SHA-256 in hex only. */
export function checksumOfHashes(hashes: ReadonlyMap<string, string>): string {
  const total = sha256.create()
  for (const path of [...hashes.keys()].sort(compareByUtf8)) {
    total.update(sha256(bytesOf(path)))
    total.update(hexToBytes(hashes.get(path) ?? ''))
  }
  return bytesToHex(total.digest())
}

const ofNothing = sha256(new Uint8Array())
