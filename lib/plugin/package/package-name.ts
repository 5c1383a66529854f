import { manifestPath, type Files } from '../files'
import { decodeText } from '../rules/encoding'
import { parseYaml } from '../yaml/parse'
import { textAt } from './identifier'

/**
 * `name-version` of the manifest for a file on any disk: letters, digits, `.`, `-` and `_` of ASCII, everything else is `_`.
 * A version that stands without quotes counts as it is written; "plugin" where the manifest has no name.
 */
export function packageName(files: Files): string {
  const manifest = decodeText(files.get(manifestPath) ?? '')
  const yaml = parseYaml(manifest.ok ? manifest.text : '')
  return diskName(textAt(yaml, 'name') ?? '', textAt(yaml, 'version') ?? '')
}

/** The same of a name and a version that are known. */
export function diskName(name: string, version: string): string {
  const parts = [name || 'plugin', version].map((part) => part.replace(/[^a-zA-Z0-9._-]+/g, '_').slice(0, 100))
  return (
    parts
      .filter((part) => part !== '')
      .join('-')
      .replace(/^\.+/, '') || 'plugin'
  )
}
