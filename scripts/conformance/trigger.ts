import { createPlugin } from '@/lib/plugin/create'
import { setValue } from '@/lib/plugin/edit/values'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { eventParameterTypes } from '@/lib/plugin/kinds/trigger/parameter-type'
import { signIns } from '@/lib/plugin/project/sign-in'
import { author, createdAt, key, type Call, type Case } from './calls'
import { pastedEventsCase } from './pasted-events'
import { dispatch, endpoint, eventCall, provider, signed } from './trigger-calls'

/** Triggers: every sign-in, names that trip generators, every parameter type, and subscriptions made at `upstream`. */
export function triggerCases(upstream: string): Case[] {
  const names = ['2-x__y-', 'trigger', '_', 'n'.repeat(128)]
  return [
    ...signIns.map((credentials) => freshCase(credentials, provider, ['first_event', 'class', 'provider'])),
    ...names.map((name) => freshCase('api-key', name, ['event'])),
    parametersCase(),
    upstreamCase(upstream),
    pastedEventsCase(),
  ]
}

function freshCase(credentials: (typeof signIns)[number], name: string, events: readonly string[]): Case {
  const files = createPlugin(['trigger'], { name, author, createdAt, credentials, items: { event: events } })
  const named = events.map((event) => (event === 'provider' ? 'provider_plugin' : event))
  const key = credentials === 'api-key' || credentials === 'api-key-or-oauth'
  return {
    name: `trigger, ${credentials}, ${events.length} events, called ${name.slice(0, 20)}`,
    files,
    calls: [
      ...named.flatMap((event) => eventCalls(name, event)),
      dispatch(name, 'unknown event', { type: 'other' }, {}, { events: [], payload: { type: 'other' } }),
      {
        ...dispatch(name, 'no object', [], {}, {}),
        expect: { error: 'TriggerDispatchError', message: 'The service sent no JSON object.' },
      },
      ...(credentials === 'none' ? [] : subscriptionCalls(name, named, key)),
    ],
  }
}

function eventCalls(name: string, event: string): Call[] {
  const body = { type: event, subject: 'Oslo' }
  const answer = { events: [event], payload: body }
  const secret = { webhook_secret: key }
  const refusal = { error: 'TriggerValidationError', message: 'The signature is missing or wrong.' }
  const given = { body, payload: body }
  return [
    dispatch(name, `${event} unsigned`, body, {}, answer),
    dispatch(name, `${event} signed`, body, secret, answer, signed(body, key)),
    { ...dispatch(name, `${event} not signed`, body, secret, answer), expect: refusal },
    { ...dispatch(name, `${event} signed by others`, body, secret, answer, signed(body, 'x')), expect: refusal },
    eventCall(name, event, {}, given, { variables: { subject: 'Oslo' }, cancelled: false }),
    eventCall(name, event, { subject: 'Oslo' }, given, { variables: { subject: 'Oslo' }, cancelled: false }),
    eventCall(name, event, { subject: 'Rome' }, given, { variables: {}, cancelled: true }),
    eventCall(name, event, {}, { body, payload: {} }, { variables: { subject: 'Oslo' }, cancelled: false }),
  ]
}

/** Until the addresses are filled in, subscriptions stay inside Dify. */
function subscriptionCalls(name: string, events: readonly string[], hasKey: boolean): Call[] {
  const credentials = { api_key: key, access_token: key }
  const call = (action: string, more: object, expect: Call['expect']): Call => ({
    name: `${action} ${JSON.stringify(more)}`,
    data: { type: 'trigger', action, provider: name, credentials, credential_type: 'api-key', ...more },
    expect,
  })
  const subscription = { endpoint, expires_at: 5, parameters: {}, properties: { webhook_secret: key } }
  return [
    call('refresh_trigger', { subscription }, { subscription: { ...subscription, expires_at: -1 } }),
    call(
      'unsubscribe_trigger',
      { subscription },
      { subscription: { success: true, message: 'The service knows no webhook of it.' } },
    ),
    call(
      'subscribe_trigger',
      { endpoint, parameters: { events: 'text' } },
      { error: 'SubscriptionError', message: 'Events must be a list.' },
    ),
    ...(hasKey
      ? [
          call('validate_trigger_credentials', {}, { result: true }),
          call(
            'validate_trigger_credentials',
            { credentials: {} },
            { error: 'TriggerProviderCredentialValidationError', message: 'API key is missing.' },
          ),
        ]
      : []),
  ]
}

/** Every type of parameter in an event and in the set-up. */
function parametersCase(): Case {
  const parameters = eventParameterTypes.flatMap((type, index) => [
    {
      name: `p_${index}`,
      type,
      label: { en_US: `P ${index}` },
      ...(type === 'select' || type === 'checkbox' ? { options: [{ value: 'a', label: { en_US: 'A' } }] } : {}),
      ...(type === 'checkbox' ? { multiple: true, default: ['a'] } : {}),
    },
  ])
  const created = createPlugin(['trigger'], { name: provider, author, createdAt, credentials: 'api-key' })
  const files = changed(
    changed(created, 'events/first_event.yaml', ['parameters'], parameters),
    `provider/${provider}.yaml`,
    ['subscription_constructor', 'parameters'],
    parameters,
  )
  const body = { subject: 'Oslo', p_1: 3, p_4: ['a', 'b'] }
  const given = { body, payload: body }
  const options = (action: string): Call => ({
    name: `options of ${action}`,
    data: {
      type: 'dynamic_parameter',
      action: 'fetch_parameter_options',
      provider,
      provider_action: action,
      parameter: 'p_5',
      credentials: {},
    },
    expect: { options: ['sample'] },
  })
  const passes = { variables: { subject: 'Oslo' }, cancelled: false }
  return {
    name: 'triggers with every parameter type',
    files,
    calls: [
      eventCall(provider, 'first_event', { p_1: '3', p_2: false }, given, passes),
      eventCall(provider, 'first_event', { p_4: ['c', 'b'] }, given, passes),
      eventCall(provider, 'first_event', { p_4: ['c'] }, given, { variables: {}, cancelled: true }),
      options('first_event'),
      options('provider'),
    ],
  }
}

/** With the addresses filled in the webhook is made and removed at the service. */
function upstreamCase(upstream: string): Case {
  const created = createPlugin(['trigger'], { name: provider, author, createdAt, credentials: 'api-key' })
  const path = `provider/${provider}.py`
  const python = (textOf(created, path) ?? '')
    .replace('WEBHOOKS_URL = ""', `WEBHOOKS_URL = "${upstream}/webhooks"`)
    .replace('CHECK_URL = ""', `CHECK_URL = "${upstream}/me"`)
    .replace('response.json()["id"]', 'response.json()["path"]')
    .replace('secrets.token_hex(16)', '"made up"')
  const call = (action: string, more: object, expect: Call['expect'], api_key = key): Call => ({
    name: `${action} ${api_key} ${JSON.stringify(more)}`,
    data: { type: 'trigger', action, provider, credentials: { api_key }, credential_type: 'api-key', ...more },
    expect,
  })
  const parameters = { events: ['first_event'] }
  const properties = { webhook_secret: 'made up', webhook_id: '/webhooks' }
  const subscription = { expires_at: -1, endpoint, parameters, properties }
  return {
    name: 'subscriptions at a service',
    files: writeFile(created, path, python),
    calls: [
      call('validate_trigger_credentials', {}, { result: true }),
      call(
        'validate_trigger_credentials',
        {},
        {
          error: 'TriggerProviderCredentialValidationError',
          message: 'API key is not accepted by the service.',
        },
        'wrong',
      ),
      call('subscribe_trigger', { endpoint, parameters }, { subscription }),
      call(
        'subscribe_trigger',
        { endpoint, parameters },
        { error: 'SubscriptionError', message: 'The service answered with status 401.' },
        'wrong',
      ),
      call('refresh_trigger', { subscription }, { subscription }),
      call(
        'unsubscribe_trigger',
        { subscription },
        { subscription: { success: true, message: 'The webhook is gone.' } },
      ),
      call(
        'unsubscribe_trigger',
        { subscription },
        { subscription: { success: false, message: 'The service answered with status 401.' } },
        'wrong',
      ),
    ],
  }
}

function changed(files: Files, file: string, path: readonly string[], value: unknown): Files {
  const edited = setValue(files, file, path, value)
  if (!edited.ok) throw new Error(`${file}: ${edited.reason}`)
  return edited.files
}
