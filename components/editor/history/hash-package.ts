import { bytesOf, manifestPath, textOf } from '@/lib/plugin/files'
import { readArchive } from '@/lib/plugin/package/read-archive'

export type HashedPackage =
  | { ok: true; sha256: string; files: (readonly [string, string, number])[]; manifest: string }
  | { ok: false; reason: string }

/** A package as the server is asked for it: its own hash and those of its files. Nothing of its contents leaves this browser but the manifest. */
export async function hashPackage(bytes: Uint8Array): Promise<HashedPackage> {
  const archive = readArchive(bytes)
  if (!archive.ok) return { ok: false, reason: archive.reason }
  const files: (readonly [string, string, number])[] = []
  for (const [path, content] of archive.files) {
    const inside = bytesOf(content)
    files.push([path, await sha256Of(inside), inside.length])
  }
  return { ok: true, sha256: await sha256Of(bytes), files, manifest: textOf(archive.files, manifestPath) ?? '' }
}

/** SHA-256 in hex. Not of the browser's own: that is absent where the page does not come over https. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ])
  return bytesToHex(sha256(bytes))
}
