import type { Files } from '../../files'
import { fieldsOfMap, type Field } from '../../python/fields'
import { call, lay, prefixed } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { localsOf } from '../../python/locals'
import { moduleText, todoMark } from '../../python/module'
import { className } from '../../python/names'
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
const used = ['self', 'credentials', 'response', 'requests', 'exc']

/**
 * Python of the tool provider at `path`: refuses credentials that are missing, tries the first secret one on a marked address
 * (stubs.md 4.1). A function of the files alone; any text gives Python that runs.
 */
export function toolProviderStub(files: Files, path: string): string {
  const provider = documentAt(files, path)
  const fields = fieldsOfMap(valueAt(provider, ['credentials_for_provider']))
  const secret = fields.find((field) => field.type === 'secret-input')
  const oauth = isRecord(valueAt(provider, ['oauth_schema']))
  const checks = fields.some((field) => field.required) || secret !== undefined
  const errors = [
    ...(checks ? ['ToolProviderCredentialValidationError'] : []),
    ...(oauth ? ['ToolProviderOAuthError'] : []),
  ]
  return moduleText({
    doc: `The provider described in ${path}.`,
    standard: [...(oauth ? ['from collections.abc import Mapping'] : []), 'from typing import Any'],
    thirdParty: [...(secret ? ['import requests'] : []), ...(oauth ? ['from werkzeug import Request'] : [])],
    sdk: [
      'from dify_plugin import ToolProvider',
      ...(oauth ? ['from dify_plugin.entities.oauth import ToolOAuthCredentials'] : []),
      ...(errors.length > 0 ? [`from dify_plugin.errors.tool import ${errors.join(', ')}`] : []),
    ],
    constants: secret ? checkAddress : [],
    body: [
      `class ${className(nameOf(provider, path), 'Provider', imported)}(ToolProvider):`,
      '    def _validate_credentials(self, credentials: dict[str, Any]) -> None:',
      ...validationLines(fields, secret),
      ...(oauth ? oauthLines : []),
    ],
    functions: fields.some((field) => field.required) ? [requiredFunction] : [],
  })
}

const checkAddress = [
  `# ${todoMark} an address that answers only to a right key, such as`,
  '# https://api.example.com/v1/me. While it is empty, any key is accepted.',
  'CHECK_URL = ""',
]

function validationLines(fields: readonly Field[], secret: Field | undefined): string[] {
  if (fields.length === 0)
    return ['        # There is nothing to check: this provider asks for no credentials.', '        return None']
  const [key] = localsOf([{ fields: secret ? [secret] : [], source: 'credentials' }], used)
  const lines = fields.flatMap((field) => {
    const source = call('credentials.get', [pythonString(field.name)])
    if (key && field === secret)
      return lay(prefixed(`${key.name} = `, field.required ? required(field, source) : source), 8)
    return field.required ? lay(required(field, source), 8) : []
  })
  if (!key)
    return lines.length > 0
      ? lines
      : ['        # There is nothing to check: every credential may be left out.', '        return None']
  return [...lines, '', ...liveCheck(key.name, key.field)]
}

function required(field: Field, source: ReturnType<typeof call>) {
  return call('_required', [source, pythonString(field.label)])
}

function liveCheck(local: string, secret: Field): string[] {
  const refuse = (text: string, after = '') =>
    lay(call('raise ToolProviderCredentialValidationError', [text], after), 12)
  return [
    secret.required ? '        if not CHECK_URL:' : `        if not (CHECK_URL and ${local}):`,
    '            return',
    '        try:',
    '            response = requests.get(',
    '                CHECK_URL,',
    `                headers={"Authorization": f"Bearer {${local}}"},`,
    '                timeout=(5, 15),',
    '            )',
    '        except (requests.RequestException, ValueError) as exc:',
    ...refuse('f"The service could not be asked: {type(exc).__name__}."', ' from exc'),
    '        if response.status_code in (401, 403):',
    ...refuse(pythonString(`${secret.label} is not accepted by the service.`)),
    '        if not response.ok:',
    ...refuse('f"The service answered with status {response.status_code}."'),
  ]
}

const requiredFunction = `def _required(value: Any, label: str) -> Any:
    """The value; the SDK's own error where there is none."""
    if value is None or not str(value).strip():
        raise ToolProviderCredentialValidationError(f"{label} is missing.")
    return value
`

const client = ['self', 'redirect_uri: str', 'system_credentials: Mapping[str, Any]']

/** Until the sign-in is written, each step says so with the SDK's own error. */
const oauthLines = [
  ...oauthMethod('get_authorization_url', client, 'str', 'return the address where people sign in.'),
  ...oauthMethod(
    'get_credentials',
    [...client, 'request: Request'],
    'ToolOAuthCredentials',
    'exchange the code of the request for a token.',
  ),
  ...oauthMethod(
    'refresh_credentials',
    [...client, 'credentials: Mapping[str, Any]'],
    'ToolOAuthCredentials',
    'exchange the refresh token for a new one.',
  ),
]

function oauthMethod(name: string, parameters: readonly string[], result: string, todo: string): string[] {
  return [
    '',
    ...lay(call(`def _oauth_${name}`, parameters, ` -> ${result}:`), 4),
    `        # ${todoMark} ${todo}`,
    '        raise ToolProviderOAuthError("The sign-in is not set up yet.")',
  ]
}
