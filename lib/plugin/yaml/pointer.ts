import type { YamlPath } from './parse'

/** A path as a JSON Pointer (RFC 6901): `/parameters/1/max`. */
export function pointerOf(path: YamlPath): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The inverse of `pointerOf`, where whole numbers are indexes; the root for whatever is no pointer. */
export function pathFromPointer(text: string): YamlPath {
  if (!text.startsWith('/')) return []
  return text
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^(0|[1-9]\d{0,5})$/.test(key) ? Number(key) : key))
}
