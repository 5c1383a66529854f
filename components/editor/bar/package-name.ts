import { textOf, type Files } from '@/lib/plugin/files'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { parseYaml } from '@/lib/plugin/yaml/parse'

/** `name-version` as the manifest has them, in letters that every file system takes. */
export function packageName(files: Files): string {
  const value = parseYaml(textOf(files, 'manifest.yaml') ?? '').value
  const parts = ['name', 'version'].flatMap((key) => {
    const found = valueAt(value, [key])
    return typeof found === 'string' && found !== '' ? [found] : []
  })
  return parts.join('-').replace(/[^a-zA-Z0-9._-]+/g, '_') || 'plugin'
}
