import type { Field } from '../../python/fields'
import { call, dictionary, lay, type Code } from '../../python/layout'
import { readingLines, type Local } from '../../python/locals'
import { todoMark } from '../../python/module'

/** Where the methods below ask the service. */
export const hooksAddress = [
  `# ${todoMark} the address where the service is asked for webhooks, such as`,
  '# https://api.example.com/v1/webhooks. While it is empty, nobody is asked.',
  'WEBHOOKS_URL = ""',
]

/** `_create_subscription`: reads what people chose, and says what Dify keeps. */
export function createLines(locals: readonly Local[], secret: Field | undefined): string[] {
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
export function registerLines(locals: readonly Local[], secret: Field | undefined): string[] {
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

/** A webhook that is gone already counts as deleted; no other failure is raised either (stubs.md section 4.8). */
export const deleteLines = [
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

/** Until the author knows better subscriptions never end. */
export const refreshLines = [
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
