import type { Files } from '../../files'
import { credentialCheck } from '../../python/credential-check'
import { call, lay } from '../../python/layout'
import { moduleText } from '../../python/module'
import { className } from '../../python/names'
import { oauthFlow } from '../../python/oauth-flow'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import { formFields } from './credentials'

const error = 'ToolProviderCredentialValidationError'
const oauthError = 'DatasourceOAuthError'
const oauthCredentials = 'DatasourceOAuthCredentials'
const imported = ['Any', 'DatasourceProvider', 'Mapping', 'Request', error, oauthError, oauthCredentials]

/**
 * Python of the data source provider at `path`: refuses credentials that are missing, tries the first secret one on a marked
 * address, and signs people in where there is an `oauth_schema` (stubs.md 4.7, 4.10). A function of the files alone; any text
 * gives Python that runs.
 */
export function datasourceProviderStub(files: Files, path: string): string {
  const provider = documentAt(files, path)
  const fields = formFields(provider)
  const schema = valueAt(provider, ['oauth_schema'])
  const oauth = isRecord(schema)
    ? oauthFlow(schema, { error: oauthError, signedIn: oauthCredentials, refreshed: oauthCredentials })
    : undefined
  const check = credentialCheck(fields, { error, signIn: oauth !== undefined })
  const errors = [...(oauth ? [oauthError] : []), ...(check.raises ? [error] : [])]
  const classes = [...(oauth ? [oauthCredentials] : []), 'DatasourceProvider']
  return moduleText({
    doc: `The provider described in ${path}.`,
    standard: [
      ...new Set(['from collections.abc import Mapping', ...(oauth?.standard ?? [])]),
      'from typing import Any',
    ],
    thirdParty: [...new Set([...(check.asks ? ['import requests'] : []), ...(oauth?.thirdParty ?? [])])],
    sdk: [
      ...(errors.length > 0 ? [`from dify_plugin.errors.tool import ${errors.join(', ')}`] : []),
      `from dify_plugin.interfaces.datasource import ${classes.join(', ')}`,
    ],
    constants: check.constants,
    body: [
      ...lay(call(`class ${className(nameOf(provider, path), 'Provider', imported)}`, ['DatasourceProvider']), 0, ':'),
      ...(oauth ? [...oauth.settings, ''] : []),
      '    def _validate_credentials(self, credentials: Mapping[str, Any]) -> None:',
      ...check.lines,
      ...(oauth?.methods ?? []),
    ],
    functions: [...check.functions, ...(oauth?.functions ?? [])],
  })
}
