import type { Files } from '../../files'
import { fieldsOfMap } from '../../python/fields'
import { documentAt } from '../../python/plugin-documents'
import { providerModule } from '../../python/provider-module'
import { valueAt } from '../../schema/file-reference'
import { toolOAuth } from './oauth'

/** Python of the tool provider at `path`. */
export function toolProviderStub(files: Files, path: string): string {
  const fields = fieldsOfMap(valueAt(documentAt(files, path), ['credentials_for_provider']))
  return providerModule(files, path, fields, {
    base: 'ToolProvider',
    from: 'dify_plugin',
    map: 'dict',
    oauth: toolOAuth,
  })
}
