import type { Files } from '../../files'
import { credentialCheck } from '../../python/credential-check'
import { fieldsOfMap } from '../../python/fields'
import { moduleText } from '../../python/module'
import { className } from '../../python/names'
import { oauthMethods } from '../../python/oauth-methods'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'

const imported = [
  'Any',
  'Mapping',
  'Request',
  'ToolOAuthCredentials',
  'ToolProvider',
  'ToolProviderCredentialValidationError',
  'ToolProviderOAuthError',
]

/**
 * Python of the tool provider at `path`: refuses credentials that are missing, tries the first secret one on a marked address
 * (stubs.md 4.1). A function of the files alone; any text gives Python that runs.
 */
export function toolProviderStub(files: Files, path: string): string {
  const provider = documentAt(files, path)
  const fields = fieldsOfMap(valueAt(provider, ['credentials_for_provider']))
  const check = credentialCheck(fields, { error: 'ToolProviderCredentialValidationError' })
  const oauth = isRecord(valueAt(provider, ['oauth_schema']))
  const errors = [
    ...(check.raises ? ['ToolProviderCredentialValidationError'] : []),
    ...(oauth ? ['ToolProviderOAuthError'] : []),
  ]
  return moduleText({
    doc: `The provider described in ${path}.`,
    standard: [...(oauth ? ['from collections.abc import Mapping'] : []), 'from typing import Any'],
    thirdParty: [...(check.asks ? ['import requests'] : []), ...(oauth ? ['from werkzeug import Request'] : [])],
    sdk: [
      'from dify_plugin import ToolProvider',
      ...(oauth ? ['from dify_plugin.entities.oauth import ToolOAuthCredentials'] : []),
      ...(errors.length > 0 ? [`from dify_plugin.errors.tool import ${errors.join(', ')}`] : []),
    ],
    constants: check.constants,
    body: [
      `class ${className(nameOf(provider, path), 'Provider', imported)}(ToolProvider):`,
      '    def _validate_credentials(self, credentials: dict[str, Any]) -> None:',
      ...check.lines,
      ...(oauth ? oauthMethods({ credentials: 'ToolOAuthCredentials', error: 'ToolProviderOAuthError' }) : []),
    ],
    functions: check.functions,
  })
}
