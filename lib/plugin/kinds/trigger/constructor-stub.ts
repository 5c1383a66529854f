import { credentialCheck } from '../../python/credential-check'
import { fieldsIn, fieldsOfList, type Field } from '../../python/fields'
import { call, dictionary, either, flat, lay, type Code } from '../../python/layout'
import { columns, pythonString } from '../../python/literals'
import { localsOf, readersOf, readingLines, usesFiles, type Local } from '../../python/locals'
import { todoMark } from '../../python/module'
import { oauthFlow, type OAuthClasses } from '../../python/oauth-flow'
import { optionImport, optionMethod } from '../../python/option-method'
import { readerFunctions } from '../../python/readers'
import { valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import { askLines } from './ask-service'
import { createLines, deleteLines, hooksAddress, refreshLines, registerLines } from './subscription-methods'

/** What a subscription constructor adds to the module of its provider. */
export interface ConstructorPart {
  standard: readonly string[]
  sdk: readonly string[]
  errors: readonly string[]
  constants: readonly string[]
  body: readonly string[]
  functions: readonly string[]
}

const used = [
  'self',
  'endpoint',
  'parameters',
  'credentials',
  'credential_type',
  'secret',
  'properties',
  'body',
  'response',
  'exc',
  'hmac',
  'hashlib',
  'math',
  'requests',
  'secrets',
  'quote',
]

const oauthClasses: OAuthClasses = {
  error: 'TriggerProviderOAuthError',
  signedIn: 'TriggerOAuthCredentials',
  refreshed: 'OAuthCredentials',
  undeclared: {
    name: 'refresh_token',
    why: [
      'The refresh token is in no schema, so Dify stores it in clear: declared as a secret, it would',
      'come back from Dify unreadable when a token is to be refreshed.',
    ],
  },
}

const credentialParameters = ['credentials: Mapping[str, Any]', 'credential_type: CredentialType']

/**
 * The class that subscribes at the service: `declared` is `subscription_constructor`, `secret` the property that signs what the
 * service sends. All three abstract methods are there; requests go to a marked address, and to nobody while that is empty.
 */
export function constructorPart(declared: unknown, name: string, secret: Field | undefined): ConstructorPart {
  const parameters = fieldsOfList(valueAt(declared, ['parameters']))
  const locals = localsOf([{ fields: parameters, source: 'parameters' }], used)
  const readers = readerFunctions(readersOf(locals))
  const keys = fieldsIn(valueAt(declared, ['credentials_schema']))
  const tokens = fieldsIn(valueAt(declared, ['oauth_schema', 'credentials_schema']))
  const check = credentialCheck(keys, { error: 'TriggerProviderCredentialValidationError', required: '_entered' })
  const schema = valueAt(declared, ['oauth_schema'])
  const oauth = isRecord(schema) ? oauthFlow(schema, oauthClasses) : undefined
  const dynamic = parameters.filter((parameter) => parameter.type === 'dynamic-select')
  return {
    standard: [
      ...(oauth?.standard ?? []),
      ...(secret ? ['import secrets'] : []),
      'from urllib.parse import quote',
      ...readers.imports,
    ],
    sdk: [
      ...(dynamic.length > 0 ? [optionImport] : []),
      ...(oauth ? ['from dify_plugin.entities.oauth import OAuthCredentials, TriggerOAuthCredentials'] : []),
      'from dify_plugin.entities.provider_config import CredentialType',
      ...(usesFiles(locals) ? ['from dify_plugin.file.file import File'] : []),
    ],
    errors: [
      'SubscriptionError',
      ...(keys.length > 0 && check.raises ? ['TriggerProviderCredentialValidationError'] : []),
      ...(oauth ? ['TriggerProviderOAuthError'] : []),
    ],
    constants: [
      '',
      ...hooksAddress,
      ...(keys.length > 0 && check.constants.length > 0 ? ['', ...check.constants] : []),
    ],
    body: [
      ...lay(call(`class ${name}`, ['TriggerSubscriptionConstructor'], ':'), 0),
      ...(oauth ? [...oauth.settings, ''] : []),
      ...(keys.length > 0
        ? ['    def _validate_api_key(self, credentials: Mapping[str, Any]) -> None:', ...check.lines, '']
        : []),
      ...createLines(locals, secret),
      '',
      ...registerLines(locals, secret),
      '',
      ...deleteLines,
      '',
      ...refreshLines,
      '',
      ...askLines([...tokens, ...keys].filter(({ type }) => type === 'secret-input')),
      ...(dynamic.length > 0 ? ['', ...optionMethod(dynamic, credentialParameters)] : []),
      ...(oauth?.methods ?? []),
    ],
    functions: [...(keys.length > 0 ? check.functions : []), ...(oauth?.functions ?? []), ...readers.functions],
  }
}

const hooksAddress = [
  `# ${todoMark} the address where the service is asked for webhooks, such as`,
  '# https://api.example.com/v1/webhooks. While it is empty, nobody is asked.',
  'WEBHOOKS_URL = ""',
]

function createLines(locals: readonly Local[], secret: Field | undefined): string[] {
  const reading = readingLines(locals, 8, ['raise SubscriptionError(str(exc)) from exc'])
  const given = ['endpoint', 'credentials', ...(secret ? ['secret'] : []), ...locals.map(({ name }) => name)]
  return [
    '    def _create_subscription(',
    '        self,',
    '        endpoint: str,',
    '        parameters: Mapping[str, Any],',
    '        credentials: Mapping[str, Any],',
    '        credential_type: CredentialType,',
    '    ) -> Subscription:',
    ...reading,
    ...(reading.length > 0 ? [''] : []),
    ...(secret ? ['        secret = secrets.token_hex(16)'] : []),
    ...lay(call('properties = self._register', given), 8),
    '        return Subscription(',
    '            expires_at=-1,',
    '            endpoint=endpoint,',
    '            parameters=parameters,',
    '            properties=properties,',
    '        )',
  ]
}

/** The marked place: what the service is told, and what is kept of its answer. */
function registerLines(locals: readonly Local[], secret: Field | undefined): string[] {
  const inputs = [
    'self',
    'endpoint: str',
    'credentials: Mapping[str, Any]',
    ...(secret ? ['secret: str'] : []),
    ...locals.map(({ name, reading }) => `${name}: ${reading.annotation}`),
  ]
  const told = new Map<string, Code>([['url', 'endpoint'], ...(secret ? [['secret', 'secret'] as const] : [])])
  for (const { field, reading, name } of locals) if (reading.shown && !told.has(field.name)) told.set(field.name, name)
  const kept: [string, Code][] = secret ? [[secret.name, 'secret']] : []
  return [
    ...lay(call('def _register', inputs, ' -> dict[str, Any]:'), 4),
    `        # ${todoMark} tell the service what it wants to know, and keep what dispatching and`,
    '        # deleting need.',
    ...lay(dictionary('properties: dict[str, Any] = ', kept), 8),
    '        if not WEBHOOKS_URL:',
    '            return properties',
    ...lay(dictionary('body = ', [...told]), 8),
    '        response = self._ask_service("POST", WEBHOOKS_URL, credentials, body)',
    '        if not response.ok:',
    '            raise SubscriptionError(f"The service answered with status {response.status_code}.")',
    '        try:',
    '            properties["webhook_id"] = response.json()["id"]',
    '        except (ValueError, KeyError, TypeError) as exc:',
    '            raise SubscriptionError("The service did not name the webhook.") from exc',
    '        return properties',
  ]
}

const deleteLines = [
  '    def _delete_subscription(',
  '        self,',
  '        subscription: Subscription,',
  '        credentials: Mapping[str, Any],',
  '        credential_type: CredentialType,',
  '    ) -> UnsubscribeResult:',
  '        webhook = subscription.properties.get("webhook_id")',
  '        if not WEBHOOKS_URL or webhook is None:',
  '            return UnsubscribeResult(success=True, message="The service knows no webhook of it.")',
  '        url = f"{WEBHOOKS_URL}/{quote(str(webhook), safe=\'\')}"',
  '        try:',
  '            response = self._ask_service("DELETE", url, credentials)',
  '        except SubscriptionError as exc:',
  '            return UnsubscribeResult(success=False, message=str(exc))',
  '        if response.ok or response.status_code == 404:',
  '            return UnsubscribeResult(success=True, message="The webhook is gone.")',
  '        return UnsubscribeResult(',
  '            success=False, message=f"The service answered with status {response.status_code}."',
  '        )',
]

const refreshLines = [
  '    def _refresh_subscription(',
  '        self,',
  '        subscription: Subscription,',
  '        credentials: Mapping[str, Any],',
  '        credential_type: CredentialType,',
  '    ) -> Subscription:',
  `        # ${todoMark} where the service ends subscriptions after some time, renew this one`,
  '        # there and say when it ends next, in seconds since 1970. -1 means never.',
  '        return Subscription(',
  '            expires_at=-1,',
  '            endpoint=subscription.endpoint,',
  '            parameters=subscription.parameters,',
  '            properties=subscription.properties,',
  '        )',
]

function askLines(secrets: readonly Field[]): string[] {
  return [
    '    def _ask_service(',
    '        self,',
    '        method: str,',
    '        url: str,',
    '        credentials: Mapping[str, Any],',
    '        body: dict[str, Any] | None = None,',
    '    ) -> requests.Response:',
    ...(secrets.length > 0 ? tokenLines([...new Set(secrets.map(({ name }) => name))]) : []),
    '        try:',
    '            return requests.request(method, url, headers=headers, json=body, timeout=(5, 30))',
    '        except (requests.RequestException, ValueError) as exc:',
    '            raise SubscriptionError(',
    '                f"The service could not be asked: {type(exc).__name__}."',
    '            ) from exc',
  ].map((line) => (secrets.length > 0 ? line : line.replace('headers=headers, ', '')))
}

/** The first of these credentials that is there. */
function tokenLines(names: readonly string[]): string[] {
  const get = (name: string, before: string) => call(`${before}credentials.get`, [pythonString(name)])
  const [first = '', ...rest] = names
  const together = either(get(first, ''), ...rest.map((name) => get(name, 'or ')))
  const line = `        token = ${flat(together)}`
  const broken =
    rest.length === 0 ? lay(get(first, 'token = '), 8) : ['        token = (', ...lay(together, 12), '        )']
  return [
    ...(columns(line) <= 100 ? [line] : broken),
    '        if not token:',
    '            raise SubscriptionError("The credentials are missing.")',
    '        headers = {"Authorization": f"Bearer {token}"}',
  ]
}
