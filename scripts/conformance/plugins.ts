import { createPlugin } from '@/lib/plugin/create'
import type { Answers } from '@/lib/plugin/kind'
import { weatherPlugin } from '@/lib/plugin/example/weather-plugin'
import { agentStrategyCases } from './agent-strategy'
import { author, createdAt, invoke, key, request, type Call, type Case } from './calls'
import { datasourceCases } from './datasource'
import { parametersCase, settingsCase } from './every-type'
import { modelCases } from './model'
import { pastedCase } from './pasted'
import { signInCases } from './sign-in'
import { triggerCases } from './trigger'

/** `upstream` is the address of a service to call. Every plugin that New plugin can make of these kinds, names that trip generators, and every parameter type in every form. */
export function conformanceCases(upstream: string): Case[] {
  const counts = [1, 2, 3]
  const signIns = ['none', 'api-key'] as const
  const kinds = [['tool'], ['endpoint'], ['tool', 'endpoint']]
  const fresh = kinds.flatMap((kindIds) =>
    signIns.flatMap((credentials) => counts.map((count) => freshCase(kindIds, credentials, 'nimbra_weather', count))),
  )
  const names = ['2-x__y-', 'class', '_', 'n'.repeat(128)].map((name) =>
    freshCase(['tool', 'endpoint'], 'api-key', name, 1),
  )
  return [
    ...fresh,
    ...names,
    parametersCase('none'),
    parametersCase('api-key'),
    settingsCase(),
    weatherCase(),
    pastedCase(upstream),
    ...agentStrategyCases(),
    ...triggerCases(upstream),
    ...datasourceCases(upstream),
    ...modelCases(upstream),
    ...signInCases(upstream),
  ]
}

function freshCase(kindIds: readonly string[], credentials: 'none' | 'api-key', name: string, count: number): Case {
  const items = {
    tool: ['first_tool', 'class', 'provider'].slice(0, count),
    endpoint: ['first_endpoint', '2nd', 'File'].slice(0, count),
  }
  const answers: Answers = { name, author, createdAt, credentials, items }
  const given = credentials === 'api-key' ? { api_key: key } : {}
  const tools = kindIds.includes('tool')
    ? items.tool.map((tool) => (tool === 'provider' ? 'provider_plugin' : tool))
    : []
  const guarded = credentials === 'api-key'
  return {
    name: `${kindIds.join(' and ')}, ${credentials}, ${count} of each, called ${name.slice(0, 20)}`,
    files: createPlugin(kindIds, answers),
    calls: [
      ...tools.flatMap((tool) => [
        invoke(name, tool, given, { query: 'Oslo' }, { text: 'query: Oslo', json: { query: 'Oslo' } }),
        invoke(name, tool, given, {}, { text: 'Query is missing.', json: undefined }),
        ...(guarded
          ? [invoke(name, tool, {}, { query: 'Oslo' }, { text: 'API key is missing.', json: undefined })]
          : []),
      ]),
      ...(tools.length > 0 ? validations(name, guarded) : []),
      ...(kindIds.includes('endpoint')
        ? items.endpoint.flatMap((endpoint) => endpointCalls(`/${endpoint}`, guarded))
        : []),
    ],
  }
}

function validations(provider: string, guarded: boolean): Call[] {
  const data = { type: 'tool', action: 'validate_tool_credentials', provider }
  const right: Call = {
    name: 'right credentials',
    data: { ...data, credentials: { api_key: key } },
    expect: { result: true },
  }
  if (!guarded) return [right]
  const refusal = { error: 'ToolProviderCredentialValidationError', message: 'API key is missing.' }
  return [
    right,
    { name: 'no credentials', data: { ...data, credentials: {} }, expect: refusal },
    { name: 'blank credentials', data: { ...data, credentials: { api_key: ' ' } }, expect: refusal },
  ]
}

function endpointCalls(path: string, guarded: boolean): Call[] {
  const settings = guarded ? { caller_key: key } : {}
  const headers: Record<string, string> = guarded ? { Authorization: `Bearer ${key}` } : {}
  const call = (
    name: string,
    body: string,
    expect: Call['expect'],
    sent: Record<string, string> = headers,
    set: object = settings,
  ): Call => ({
    name: `${path}: ${name}`,
    data: request('POST', path, body, sent, set),
    expect,
  })
  return [
    call('an object', '{"city": "Oslo"}', { status: 200, body: { received: { city: 'Oslo' } } }),
    call('no object', '[1]', { status: 400, body: { error: 'Send a JSON object.' } }),
    call('no JSON', '{no', { status: 400, body: { error: 'Send a JSON object.' } }),
    ...(guarded
      ? [
          call('no key', '{}', { status: 401, body: { error: 'The caller key is missing or wrong.' } }, {}),
          call(
            'not set up',
            '{}',
            { status: 500, body: { error: 'The endpoint is not set up: Caller key is missing.' } },
            headers,
            {},
          ),
        ]
      : []),
  ]
}

/** The example asks a service when it is given a place: without one it answers by itself. */
function weatherCase(): Case {
  return {
    name: 'the weather example',
    files: weatherPlugin(author, createdAt),
    calls: [invoke('weather', 'forecast', {}, {}, { text: 'Place is missing.', json: undefined })],
  }
}
