import { manifestPath, type Files } from '../files'
import { checksumOfHashes } from '../package/checksum'
import { textAt } from '../package/identifier'
import { packedFiles } from '../package/packed-files'
import { decodeText } from '../rules/encoding'
import { parseYaml } from '../yaml/parse'

/** A file by the SHA-256 of its bytes in hex, and their number. */
export interface FileMark {
  hash: string
  size: number
}

/** What stands in the package of a state, without the contents. */
export interface PackageContents {
  files: ReadonlyMap<string, FileMark>
  /** Paths that the ignore rules leave out. */
  left: readonly string[]
  /** Dify's. */
  checksum: string
  /** Of the manifest. */
  version: string
}

/** What would be packed. Of `files` only the manifest and the ignore file need to have their content; `packed`: they are all in it already. */
export function packageContents(marks: ReadonlyMap<string, FileMark>, files: Files, packed = false): PackageContents {
  const shown = new Map([...marks.keys()].map((path) => [path, files.get(path) ?? '']))
  const kept = packed ? shown : packedFiles(shown)
  const inside = new Map([...marks].filter(([path]) => kept.has(path)))
  const manifest = decodeText(files.get(manifestPath) ?? '')
  return {
    files: inside,
    left: [...marks.keys()].filter((path) => !kept.has(path)),
    checksum: checksumOfHashes(new Map([...inside].map(([path, { hash }]) => [path, hash]))),
    version: manifest.ok ? textAt(parseYaml(manifest.text), 'version') : '',
  }
}

/** One file that two packages do not have alike; the size in bytes where it is in that one. */
export interface PackedChange {
  path: string
  before?: number
  after?: number
}

export interface PackageDifference {
  files: PackedChange[]
  checksum: { before: string; after: string }
  version: { before: string; after: string }
  /** Bytes of all files, unpacked. */
  size: { before: number; after: number }
  /** How many files the rules leave out. */
  left: { before: number; after: number }
  /** Files that one of them leaves out and the other does not. */
  ignored: { path: string; by: 'before' | 'after' }[]
}

/** How two packages differ, in the order of paths. */
export function packageDifference(before: PackageContents, after: PackageContents): PackageDifference {
  const paths = [...new Set([...before.files.keys(), ...after.files.keys()])].sort()
  const both = <T>(of: (side: PackageContents) => T) => ({ before: of(before), after: of(after) })
  return {
    files: paths.flatMap((path) => {
      const [old, now] = [before.files.get(path), after.files.get(path)]
      if (old?.hash === now?.hash) return []
      return [{ path, ...(old ? { before: old.size } : {}), ...(now ? { after: now.size } : {}) }]
    }),
    checksum: both(({ checksum }) => checksum),
    version: both(({ version }) => version),
    size: both(({ files }) => [...files.values()].reduce((sum, { size }) => sum + size, 0)),
    left: both(({ left }) => left.length),
    ignored: [
      ...before.left.filter((path) => after.files.has(path)).map((path) => ({ path, by: 'before' as const })),
      ...after.left.filter((path) => before.files.has(path)).map((path) => ({ path, by: 'after' as const })),
    ],
  }
}
