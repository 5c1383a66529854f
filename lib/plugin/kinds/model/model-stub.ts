import { call, lay, prefixed, type Code } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { moduleText, todoMark } from '../../python/module'
import { valueAt } from '../../schema/file-reference'
import { addressOf, credentialsOf, type Credential } from './credentials'
import type { ModelType } from './model-types'
import { methodsOf } from './model-methods'
import { providerClass } from './provider-stub'

const errors = [
  'CredentialsValidateFailedError',
  'InvokeAuthorizationError',
  'InvokeBadRequestError',
  'InvokeConnectionError',
  'InvokeError',
  'InvokeRateLimitError',
  'InvokeServerUnavailableError',
]

/** Python of one type of models: it asks a service that speaks as OpenAI's does (stubs.md section 4.4). */
export function modelStub(type: ModelType, provider: unknown, path: string): string {
  const ways = valueAt(provider, ['configurate_methods'])
  const added = Array.isArray(ways) && ways.includes('customizable-model')
  const credentials = credentialsOf(provider)
  const address = addressOf(credentials)
  const methods = methodsOf(type, added)
  const taken = [type.base, ...errors, ...Object.values(methods.sdk).flat()]
  const name = providerClass(provider, path, type.base, taken)
  return moduleText({
    doc: `${type.title} of the provider described in ${path}.`,
    standard: [
      ...methods.standard,
      methods.collections,
      ...(methods.standard.some((line) => line.startsWith('from typing')) ? [] : ['from typing import Any']),
    ],
    thirdParty: ['import requests'],
    sdk: [
      `from dify_plugin import ${type.base}`,
      ...Object.entries(methods.sdk).map(([module, names]) => importOf(module, names)),
      importOf('dify_plugin.errors.model', errors),
    ],
    constants: address ? [] : addressConstant,
    body: [...lay(call(`class ${name}`, [type.base], ':'), 0), ...methods.body, '', ...errorLines],
    functions: [postFunction(credentials, address), ...credentialFunction(credentials), ...methods.functions],
  })
}

function importOf(module: string, names: readonly string[]): string {
  const line = `from ${module} import ${[...names].sort().join(', ')}`
  return line.length <= 100
    ? line
    : [`from ${module} import (`, ...[...names].sort().map((name) => `    ${name},`), ')'].join('\n')
}

const addressConstant = [
  `# ${todoMark} where the service answers, such as https://api.example.com/v1.`,
  'BASE_URL = ""',
]

const errorLines = [
  '    @property',
  '    def _invoke_error_mapping(self) -> dict[type[InvokeError], list[type[Exception]]]:',
  '        return {',
  '            InvokeConnectionError: [',
  '                requests.ConnectionError,',
  '                requests.Timeout,',
  '                requests.exceptions.ChunkedEncodingError,',
  '            ],',
  '            InvokeServerUnavailableError: [InvokeServerUnavailableError],',
  '            InvokeRateLimitError: [InvokeRateLimitError],',
  '            InvokeAuthorizationError: [InvokeAuthorizationError],',
  '            InvokeBadRequestError: [',
  '                InvokeBadRequestError,',
  '                requests.RequestException,',
  '                ValueError,',
  '                LookupError,',
  '            ],',
  '        }',
]

/** `_post`: the one place that speaks to the service. */
function postFunction(credentials: readonly Credential[], address: Credential | undefined): string {
  const key = credentials.find(({ type }) => type === 'secret-input')
  const others = credentials.filter((each) => each.required && each !== key && each !== address)
  const read = (each: Credential): Code =>
    call('_credential', ['credentials', pythonString(each.name), pythonString(each.label)])
  return [
    'def _post(',
    '    credentials: Mapping, path: str, timeout: tuple[int, int], **body: Any',
    ') -> requests.Response:',
    '    """What the service answers to a request; the SDK\'s own error where it refuses it."""',
    `    # ${todoMark} speak to your service here. As it stands, this is the API of OpenAI, which`,
    '    # many services have too.',
    ...(address
      ? lay(prefixed('address = ', read(address)), 4)
      : [
          '    address = BASE_URL',
          '    if not address:',
          '        raise InvokeBadRequestError("The address of the service is missing in this plugin.")',
        ]),
    ...others.flatMap((each) => lay(read(each), 4)),
    ...(key === undefined
      ? []
      : key.required
        ? lay(prefixed('key = ', read(key)), 4)
        : lay(call('key = credentials.get', [pythonString(key.name)]), 4)),
    '    response = requests.post(',
    '        f"{address.rstrip(\'/\')}{path}",',
    ...(key === undefined
      ? []
      : key.required
        ? ['        headers={"Authorization": f"Bearer {key}"},']
        : ['        headers={"Authorization": f"Bearer {key}"} if key else {},']),
    '        timeout=timeout,',
    '        **body,',
    '    )',
    '    if response.ok:',
    '        return response',
    '    reason = f"The service answered with status {response.status_code}: {response.text[:500]}"',
    '    if response.status_code in (401, 403):',
    '        raise InvokeAuthorizationError("The service does not accept the credentials.")',
    '    if response.status_code == 429:',
    '        raise InvokeRateLimitError(reason)',
    '    if response.status_code >= 500:',
    '        raise InvokeServerUnavailableError(reason)',
    '    raise InvokeBadRequestError(reason)',
    '',
  ].join('\n')
}

function credentialFunction(credentials: readonly Credential[]): string[] {
  const read = credentials.some((each) => each.required) || addressOf(credentials) !== undefined
  return read
    ? [
        `def _credential(credentials: Mapping, name: str, label: str) -> str:
    """What a person filled in; an error that says what is missing where there is nothing."""
    value = str(credentials.get(name) or "").strip()
    if not value:
        raise InvokeBadRequestError(f"{label} is missing.")
    return value
`,
      ]
    : []
}
