/** What Dify's server allows by default, in bytes (package-format.md section 5, `limits` of validator-rules.json). */
export const limits = {
  /** Of a `.difypkg` as it lies on disk: MAX_PLUGIN_PACKAGE_SIZE. */
  packedBytes: 52_428_800,
  /** Of all its files together; the same variable. Exactly this much is still allowed. */
  unpackedBytes: 52_428_800,
  /** Ours: what an opened archive may hold, and up to how much one is checked. Dify has no such limits. */
  entries: 5_000,
  checkedEntries: 131_072,
  /** Of the zip form that JSZip writes: it has no zip64 records. */
  packedFiles: 65_534,
} as const

/** "50 MiB", "1.2 MiB", "310 bytes". */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  return `${(bytes / 1024 ** power).toFixed(1).replace('.0', '')} ${units[power - 1]}`
}

const units = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const
