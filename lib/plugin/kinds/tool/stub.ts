import type { Files } from '../../files'

/** Python of the provider at `path`. */
export function toolProviderStub(_files: Files, _path: string): string {
  return ''
}

/** Python of the tool at `path`. */
export function toolStub(_files: Files, _path: string): string {
  return ''
}
