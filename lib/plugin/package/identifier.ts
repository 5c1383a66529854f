import { isAlias, isScalar } from 'yaml'
import { manifestPath, type Files } from '../files'
import { decodeText } from '../rules/encoding'
import { nodeAt } from '../yaml/locate'
import { parseYaml, type YamlText } from '../yaml/parse'
import { readAsGo } from '../yaml/readings'
import { checksumOf } from './checksum'
import { packedFiles } from './packed-files'

/** What Dify takes as an identifier (`pkg/entities/plugin_entities/identity.go`). */
const legal =
  /^(?:([a-z0-9_-]{1,64})\/)?([a-z0-9_-]{1,255}):([0-9]{1,4})(\.[0-9]{1,4}){1,3}(-\w{1,16})?@[a-f0-9]{32,64}$/

/**
 * `author/name:version@checksum` of what would be packed of these files; undefined when the manifest gives no legal one. For
 * files that are packed as they are, such as those of an archive, pass their checksum.
 */
export function identifierOf(files: Files, checksum?: string): string | undefined {
  const manifest = decodeText(files.get(manifestPath) ?? '')
  if (!manifest.ok) return undefined
  const yaml = parseYaml(manifest.text)
  const author = textAt(yaml, 'author')
  const identifier = `${author ? `${author}/` : ''}${textAt(yaml, 'name')}:${textAt(yaml, 'version')}`
  if (!legal.test(`${identifier}@${'0'.repeat(64)}`)) return undefined
  return `${identifier}@${checksum ?? checksumOf(packedFiles(files))}`
}

/** As Go decodes a scalar into a text: its own words whatever they look like, and empty for null. */
export function textAt(yaml: YamlText, key: string): string {
  const found = nodeAt(yaml, [key])
  const node = isAlias(found) ? found.resolve(yaml.document) : found
  if (!isScalar(node) || readAsGo(node).kind === 'null') return ''
  return node.source ?? ''
}
