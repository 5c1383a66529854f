import type { Files } from '../../files'
import { documentAt } from '../../python/plugin-documents'
import { providerModule } from '../../python/provider-module'
import { formFields } from './credentials'
import { datasourceOAuth } from './oauth'

/** Python of the data source provider at `path`. */
export function datasourceProviderStub(files: Files, path: string): string {
  return providerModule(files, path, formFields(documentAt(files, path)), {
    base: 'DatasourceProvider',
    from: 'dify_plugin.interfaces.datasource',
    map: 'Mapping',
    oauth: datasourceOAuth,
  })
}
