import { manifestPath, textOf, type Files } from '../files'
import { cleanPath, textAt, valueAt } from '../schema/file-reference'
import { parseYaml } from '../yaml/parse'

/** The value of a YAML file; undefined where the file is absent, is no text or does not parse. */
export function documentAt(files: Files, path: string): unknown {
  const text = textOf(files, path)
  if (text === undefined) return undefined
  const yaml = parseYaml(text)
  return yaml.ok ? yaml.value : undefined
}

/**
 * The value of the document that lists the one at `path`: of the files under `section` of the manifest's `plugins`, the first
 * whose list `key` names it. Undefined where none does.
 */
export function documentListing(files: Files, section: string, key: string, path: string): unknown {
  const roots = valueAt(documentAt(files, manifestPath), ['plugins', section])
  if (!Array.isArray(roots)) return undefined
  for (const root of roots) {
    if (typeof root !== 'string') continue
    const value = documentAt(files, cleanPath(root))
    const items = valueAt(value, [key])
    if (Array.isArray(items) && items.some((item) => typeof item === 'string' && cleanPath(item) === path)) return value
  }
  return undefined
}

/** The name a document gives itself, or the stem of its file. */
export function nameOf(value: unknown, path: string): string {
  const name = textAt(value, ['identity', 'name'])
  return name !== undefined && name !== '' ? name : path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
}
