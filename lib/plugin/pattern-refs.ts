import type { Ref } from './document'
import type { Files } from './files'
import { compareByUtf8 } from './package/compare-by-utf8'
import { matchGlob } from './package/glob'

const known = new WeakMap<Files, WeakMap<readonly Ref[], readonly Ref[]>>()

/**
 * References with each pattern replaced by one for every file that it fits, in the order of their paths and each file once
 * (`pkg/plugin_packager/decoder/helper.go: Manifest`). The same list where there is no pattern, the same result for the same files.
 */
export function withoutPatterns(refs: readonly Ref[], files: Files): readonly Ref[] {
  if (refs.every((ref) => !ref.pattern)) return refs
  const results = known.get(files) ?? new WeakMap<readonly Ref[], readonly Ref[]>()
  known.set(files, results)
  const result = results.get(refs) ?? expanded(refs, files)
  results.set(refs, result)
  return result
}

function expanded(refs: readonly Ref[], files: Files): readonly Ref[] {
  const seen = new Set<string>()
  return refs.flatMap((ref) => {
    if (!ref.pattern) return [ref]
    const found = [...files.keys()].filter((path) => fitsPattern(ref, path) && !seen.has(`${ref.as} ${path}`))
    for (const path of found) seen.add(`${ref.as} ${path}`)
    return found.sort(compareByUtf8).map((file) => ({ ...ref, file }))
  })
}

/** Whether a reference that is a pattern means this path. `*` does not cross a slash; a malformed pattern means nothing. */
export function fitsPattern({ target, pattern }: Ref, path: string): boolean {
  if (!pattern || (pattern.except !== undefined && path.endsWith(pattern.except))) return false
  const fixed = /^[^*?[\\]*/.exec(target)?.[0] ?? ''
  if (!path.startsWith(fixed)) return false
  const parts = target.split('/')
  const names = path.split('/')
  return parts.length === names.length && parts.every((part, index) => matchGlob(part, names[index] ?? ''))
}
