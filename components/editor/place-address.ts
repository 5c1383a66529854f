import type { Files } from '@/lib/plugin/files'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { documentFor } from './store/documents'

/** A field's path in an address: `/parameters/1/max`, as a JSON Pointer (RFC 6901). */
export function addressOf(at: YamlPath): string {
  return at.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

export function pathFromAddress(text: string): YamlPath {
  if (!text.startsWith('/')) return []
  return text
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^(0|[1-9]\d{0,5})$/.test(key) ? Number(key) : key))
}

/** What an address opens: its file, field and tab where they are there, else the manifest. */
export function placeFromAddress(
  files: Files,
  file: string | undefined,
  at: string | undefined,
  section?: string | undefined,
) {
  const wanted =
    file !== undefined && files.has(file)
      ? file
      : files.has('manifest.yaml')
        ? 'manifest.yaml'
        : (files.keys().next().value ?? '')
  const document = documentFor(files, wanted)
  const path = at === undefined || wanted !== file ? [] : pathFromAddress(at)
  return {
    file: document?.file ?? wanted,
    code: wanted,
    at: path,
    // Without a tab it is that of the field, else the first.
    section: wanted === file && section !== undefined ? section : path.length > 0 ? undefined : '',
  }
}
