/**
 * The files of a plugin are its only state: path → content. Paths are relative, with `/`. Text is a string (valid UTF-8
 * without NUL, a byte order mark kept as U+FEFF), everything else is bytes.
 */
export type FileContent = string | Uint8Array
export type Files = ReadonlyMap<string, FileContent>

/** Where every plugin begins (package-format.md section 2.1). */
export const manifestPath = 'manifest.yaml'

/** The same files with this one added or replaced. */
export function writeFile(files: Files, path: string, content: FileContent): Files {
  return new Map(files).set(path, content)
}

/** The same files without this one. */
export function removeFile(files: Files, path: string): Files {
  const copy = new Map(files)
  copy.delete(path)
  return copy
}

/** The same files with one moved, keeping its place in the order; a file at `to` is replaced. */
export function renameFile(files: Files, from: string, to: string): Files {
  const content = files.get(from)
  if (content === undefined || from === to) return files
  return new Map([...files].filter(([path]) => path !== to).map(([path, old]) => [path === from ? to : path, old]))
}

/** Bytes as text where they are text, else as they are. The inverse of `bytesOf`. */
export function contentFromBytes(bytes: Uint8Array): FileContent {
  if (bytes.includes(0)) return bytes
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bytes
  }
}

/** The bytes that stand in the package. */
export function bytesOf(content: FileContent): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** The text of a file; undefined when it is absent or not text. */
export function textOf(files: Files, path: string): string | undefined {
  const content = files.get(path)
  return typeof content === 'string' ? content : undefined
}

/** True when both are the same bytes. */
export function sameContent(one: FileContent | undefined, other: FileContent | undefined): boolean {
  if (one === other) return true
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array) || one.length !== other.length) return false
  return one.every((byte, index) => byte === other[index])
}

/** Paths that were added, removed or changed between two states, in byte-wise order. */
export function changedPaths(before: Files, after: Files): string[] {
  const paths = new Set([...before.keys(), ...after.keys()])
  return [...paths].filter((path) => !sameContent(before.get(path), after.get(path))).sort()
}
