import JSZip from 'jszip'
import type { FileContent, Files } from '../files'

/**
 * The last packages that we wrote, so that packing again after an edit deflates only what was edited (measured on 74 plugins:
 * 17 ms → 4 ms). Only our own streams are ever used again, never those of an opened archive, so the bytes stay the same.
 */
const recent: { files: Files; bytes: Uint8Array; size: number }[] = []

const mostPackages = 8
/** Of all remembered packages together, with the files that they hold. */
const mostBytes = 32 << 20

export function rememberPackage(files: Files, bytes: Uint8Array): void {
  const size = [...files.values()].reduce((sum, { length }) => sum + length, bytes.length)
  // Who gets the package may change it.
  recent.unshift({ files, bytes: bytes.slice(), size })
  while (recent.length > mostPackages || recent.reduce((sum, old) => sum + old.size, 0) > mostBytes) recent.pop()
}

/** Finds the deflated entry of a file in the remembered package that has most in common with these files. */
export async function recallEntries(files: Files): Promise<(path: string) => JSZip.JSZipObject | undefined> {
  const counts = recent.map(
    (old) => [...files].filter(([path, content]) => isSame(old.files.get(path), content)).length,
  )
  const best = recent[counts.indexOf(Math.max(...counts, 1))]
  if (!best) return () => undefined
  const { files: entries } = await JSZip.loadAsync(best.bytes)
  return (path) => (isSame(best.files.get(path), files.get(path)) ? entries[path] : undefined)
}

// Bytes count as the same only when they are the same object: comparing them is left to nobody.
function isSame(one: FileContent | undefined, other: FileContent | undefined): boolean {
  return one !== undefined && one === other
}
