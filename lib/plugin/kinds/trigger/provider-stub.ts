import type { Files } from '../../files'
import { fieldsOfList, type Field } from '../../python/fields'
import { call, dictionary, lay, literal } from '../../python/layout'
import { pythonString } from '../../python/literals'
import { importFrom, moduleText, todoMark } from '../../python/module'
import { className } from '../../python/names'
import { documentAt, nameOf } from '../../python/plugin-documents'
import { cleanPath, valueAt } from '../../schema/file-reference'
import { isRecord } from '../../yaml/nodes'
import { constructorPart } from './constructor-stub'
import { eventTypeHead, eventTypeLines } from './event-type'

const imported = [
  'Any',
  'CredentialType',
  'EventDispatch',
  'File',
  'I18nObject',
  'Mapping',
  'OAuthCredentials',
  'ParameterOption',
  'Request',
  'Response',
  'Subscription',
  'SubscriptionError',
  'Trigger',
  'TriggerDispatchError',
  'TriggerOAuthCredentials',
  'TriggerProviderCredentialValidationError',
  'TriggerProviderOAuthError',
  'TriggerSubscriptionConstructor',
  'TriggerValidationError',
  'UnsubscribeResult',
]

/**
 * Python of the trigger provider at `path`: checks what the service sends and says which event it is; where the YAML declares a
 * constructor, subscribes at the service (stubs.md 4.8). A function of the files alone; any text gives Python that runs.
 */
export function triggerProviderStub(files: Files, path: string): string {
  const provider = documentAt(files, path)
  const name = nameOf(provider, path)
  const secret = fieldsOfList(valueAt(provider, ['subscription_schema'])).find(({ type }) => type === 'secret-input')
  const declared = valueAt(provider, ['subscription_constructor'])
  const part = isRecord(declared)
    ? constructorPart(declared, className(name, 'SubscriptionConstructor', imported), secret)
    : undefined
  const errors = ['TriggerDispatchError', ...(secret ? ['TriggerValidationError'] : []), ...(part?.errors ?? [])]
  const entities = ['EventDispatch', 'Subscription', ...(part ? ['UnsubscribeResult'] : [])]
  return moduleText({
    doc: `The trigger provider described in ${path}.`,
    standard: [
      ...new Set([
        ...(secret ? ['import hashlib', 'import hmac'] : []),
        ...(part ? ['from collections.abc import Mapping'] : []),
        'from typing import Any',
        ...(part?.standard ?? []),
      ]),
    ],
    thirdParty: [...(part ? ['import requests'] : []), 'from werkzeug import Request, Response'],
    sdk: [
      ...(part?.sdk ?? []),
      importFrom('dify_plugin.entities.trigger', entities),
      importFrom('dify_plugin.errors.trigger', [...errors].sort()),
      importFrom('dify_plugin.interfaces.trigger', ['Trigger', ...(part ? ['TriggerSubscriptionConstructor'] : [])]),
    ],
    constants: [...eventTable(eventNames(files, provider)), ...(part?.constants ?? [])],
    body: [
      `class ${className(name, 'Trigger', imported)}(Trigger):`,
      ...dispatchLines(secret !== undefined),
      ...(secret ? signatureLines(secret) : []),
      ...(part ? ['', '', ...part.body] : []),
    ],
    functions: part?.functions ?? [],
  })
}

/** What the events of a provider call themselves, each once. */
function eventNames(files: Files, provider: unknown): string[] {
  const listed = valueAt(provider, ['events'])
  const paths = Array.isArray(listed) ? listed.filter((each): each is string => typeof each === 'string') : []
  const names = paths.map(cleanPath).flatMap((path) => (files.has(path) ? [nameOf(documentAt(files, path), path)] : []))
  return [...new Set(names)]
}

function eventTable(names: readonly string[]): string[] {
  return [
    '# On the left what the service calls each event, on the right the event of this plugin',
    '# that it starts.',
    ...lay(
      dictionary(
        names.length === 0 ? 'EVENTS: dict[str, str] = ' : 'EVENTS = ',
        names.map((name) => [name, literal(name)] as const),
      ),
      0,
    ),
  ]
}

function dispatchLines(signed: boolean): string[] {
  return [
    '    def _dispatch_event(self, subscription: Subscription, request: Request) -> EventDispatch:',
    ...(signed ? ['        self._check_signature(subscription, request)'] : []),
    '        body = request.get_json(silent=True)',
    '        if not isinstance(body, dict):',
    '            raise TriggerDispatchError("The service sent no JSON object.")',
    '        event = EVENTS.get(self._event_type(request, body))',
    '        return EventDispatch(',
    '            events=[event] if event else [],',
    '            response=Response(\'{"status": "ok"}\', status=200, mimetype="application/json"),',
    '            payload=body,',
    '        )',
    '',
    eventTypeHead,
    ...eventTypeLines(),
  ]
}

function signatureLines(secret: Field): string[] {
  return [
    '',
    '    def _check_signature(self, subscription: Subscription, request: Request) -> None:',
    ...lay(
      {
        before: 'secret = subscription.properties.get(',
        items: [pythonString(secret.name)],
        after: ')',
        collection: false,
      },
      8,
    ),
    '        if not secret:',
    ...(secret.required
      ? lay(call('raise TriggerValidationError', [pythonString(`${secret.label} is missing.`)]), 12)
      : ['            return']),
    `        # ${todoMark} read the signature as your service writes it. GitHub and many others`,
    '        # send the HMAC-SHA256 of the body in this header.',
    '        given = request.headers.get("X-Hub-Signature-256", "").removeprefix("sha256=")',
    '        expected = hmac.new(str(secret).encode(), request.get_data(), hashlib.sha256).hexdigest()',
    '        if not hmac.compare_digest(given.encode(), expected.encode()):',
    '            raise TriggerValidationError("The signature is missing or wrong.")',
  ]
}
