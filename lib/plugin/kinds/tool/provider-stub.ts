import type { Files } from '../../files'
import { credentialCheck } from '../../python/credential-check'
import { fieldsOfMap } from '../../python/fields'
import { importFrom, moduleText } from '../../python/module'
import { className } from '../../python/names'
import { oauthFlow } from '../../python/oauth-flow'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'

const error = 'ToolProviderCredentialValidationError'
const oauthError = 'ToolProviderOAuthError'
const oauthCredentials = 'ToolOAuthCredentials'
const imported = ['Any', 'Mapping', 'Request', 'ToolProvider', error, oauthError, oauthCredentials]

/**
 * Python of the tool provider at `path`: refuses credentials that are missing, tries the first secret one on a marked address,
 * and signs people in where there is an `oauth_schema` (stubs.md 4.1, 4.10). A function of the files alone; any text gives Python
 * that runs.
 */
export function toolProviderStub(files: Files, path: string): string {
  const provider = documentAt(files, path)
  const fields = fieldsOfMap(valueAt(provider, ['credentials_for_provider']))
  const schema = valueAt(provider, ['oauth_schema'])
  const oauth = isRecord(schema)
    ? oauthFlow(schema, { error: oauthError, signedIn: oauthCredentials, refreshed: oauthCredentials })
    : undefined
  const check = credentialCheck(fields, { error, signIn: oauth !== undefined })
  const errors = [...(check.raises ? [error] : []), ...(oauth ? [oauthError] : [])]
  return moduleText({
    doc: `The provider described in ${path}.`,
    standard: [...(oauth?.standard ?? []), 'from typing import Any'],
    thirdParty: [...new Set([...(check.asks ? ['import requests'] : []), ...(oauth?.thirdParty ?? [])])],
    sdk: [
      'from dify_plugin import ToolProvider',
      ...(oauth ? [`from dify_plugin.entities.oauth import ${oauthCredentials}`] : []),
      ...(errors.length > 0 ? [importFrom('dify_plugin.errors.tool', errors)] : []),
    ],
    constants: check.constants,
    body: [
      `class ${className(nameOf(provider, path), 'Provider', imported)}(ToolProvider):`,
      ...(oauth ? [...oauth.settings, ''] : []),
      '    def _validate_credentials(self, credentials: dict[str, Any]) -> None:',
      ...check.lines,
      ...(oauth?.methods ?? []),
    ],
    functions: [...check.functions, ...(oauth?.functions ?? [])],
  })
}
