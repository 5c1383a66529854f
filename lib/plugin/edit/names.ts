import { fileStem, numbered } from '../python/names'

/** The name itself, or with `_2`, `_3` … where it is taken; a number that it already ends with goes on. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted
  const [, stem = wanted, separator = '_', last = '1'] = /^(.*?)([_-])(\d{1,6})$/.exec(wanted) ?? []
  return numbered(stem, isTaken, Number(last) + 1, separator)
}

/** `tools/search.yaml` → folder `tools/`, stem `search`, extension `.yaml`. */
export function partsOf(path: string): { folder: string; stem: string; extension: string } {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const name = path.slice(folder.length)
  const dot = name.lastIndexOf('.')
  return dot <= 0
    ? { folder, stem: name, extension: '' }
    : { folder, stem: name.slice(0, dot), extension: name.slice(dot) }
}

/** Whether a path is there, also in other letters: case-insensitive file systems hold only one of the two. */
export function takenPaths(paths: Iterable<string>): (path: string) => boolean {
  const known = new Set([...paths].map((path) => path.toLowerCase()))
  return (path) => known.has(path.toLowerCase())
}

/** The stem for a new name, in the style of files that carry their names as they are (`createRecord.yaml`) or of ours. */
export function stemFor(name: string, likeNames: boolean): string {
  return likeNames && /^[A-Za-z0-9_-]{1,100}$/.test(name) ? name : fileStem(name)
}
