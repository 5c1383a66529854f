import type { Files } from '../../files'

/** Python of the endpoint at `path`. */
export function endpointStub(_files: Files, _path: string): string {
  return ''
}
