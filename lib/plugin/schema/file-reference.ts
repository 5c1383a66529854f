import type { Ref } from '../document'
import type { YamlPath } from '../yaml/parse'

/** What a path written in YAML means as a file of the plugin: `./provider/x.yaml` and `/provider/x.yaml` are cleaned. */
export function cleanPath(target: string): string {
  const parts: string[] = []
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}

/** A reference to a document or source file; none where no text stands. */
export function fileRef(value: unknown, at: YamlPath, as: string): Ref[] {
  const target = valueAt(value, at)
  return typeof target === 'string' && target !== '' ? [{ at, target, file: cleanPath(target), as }] : []
}

/** References of each text of a list. */
export function fileRefs(value: unknown, at: YamlPath, as: string): Ref[] {
  const list = valueAt(value, at)
  return Array.isArray(list) ? list.flatMap((_, index) => fileRef(value, [...at, index], as)) : []
}

/** A reference to an icon: names are relative to `_assets`. */
export function assetRef(value: unknown, at: YamlPath): Ref[] {
  const target = valueAt(value, at)
  return typeof target === 'string' && target !== '' ? [{ at, target, file: `_assets/${target}`, as: 'asset' }] : []
}

/** The value at a place of a parsed document; undefined where there is none. Own keys only. */
export function valueAt(value: unknown, at: YamlPath): unknown {
  let here: unknown = value
  for (const key of at) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Object.getOwnPropertyDescriptor(here, key)?.value
  }
  return here
}

/** The text at a place, or undefined. */
export function textAt(value: unknown, at: YamlPath): string | undefined {
  const text = valueAt(value, at)
  return typeof text === 'string' ? text : undefined
}
