import type { Files } from '@/lib/plugin/files'
import { pathFromPointer } from '@/lib/plugin/yaml/pointer'
import { documentFor } from './store/documents'

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
  const path = at === undefined || wanted !== file ? [] : pathFromPointer(at)
  return {
    file: document?.file ?? wanted,
    code: wanted,
    at: path,
    // Without a tab it is that of the field, else the first.
    section: wanted === file && section !== undefined ? section : path.length > 0 ? undefined : '',
  }
}
