import { createPlugin } from '@/lib/plugin/create'
import { setValue } from '@/lib/plugin/edit/values'
import { writeStub } from '@/lib/plugin/follow-python'
import type { Files } from '@/lib/plugin/files'
import { asked, calls, chunk, model, said, spent, streaming, tool, toolAnswer } from './agent-talk'
import { author, createdAt, type Call, type Case, type Reply } from './calls'

/** Fresh plugins of one and of several strategies, names that trip generators, every type of parameter, and strategies without the usual ones. */
export function agentStrategyCases(): Case[] {
  return [
    { name: 'an agent strategy', files: fresh('planner', ['plan']), calls: usualCalls('planner', 'plan') },
    ...['2-x__y-', 'class', '_', 'n'.repeat(128)].map((name) => ({
      name: `agent strategies called ${name.slice(0, 20)}`,
      files: fresh(name, ['strategy', 'class', name]),
      calls: ['strategy', 'class', name].map((strategy) =>
        invoke(name, strategy, { model, query: 'hi' }, [said('Hello')], { texts: ['Hello'] }),
      ),
    })),
    parametersCase(),
    withoutCase(),
  ]
}

function fresh(name: string, strategies: readonly string[]): Files {
  return createPlugin(['agent-strategy'], { name, author, createdAt, items: { 'agent-strategy': strategies } })
}

function invoke(
  provider: string,
  strategy: string,
  parameters: object,
  replies: readonly Reply[],
  expect: Call['expect'],
): Call {
  return {
    name: `${strategy} with ${JSON.stringify([parameters, replies])}`,
    data: {
      type: 'agent_strategy',
      action: 'invoke_agent_strategy',
      agent_strategy_provider: provider,
      agent_strategy: strategy,
      agent_strategy_params: parameters,
    },
    replies,
    expect,
  }
}

function usualCalls(provider: string, strategy: string): Call[] {
  const call = (parameters: object, replies: readonly Reply[], expect: Call['expect']) =>
    invoke(provider, strategy, parameters, replies, expect)
  const usual = { model, tools: [tool], query: 'Weather in Oslo?' }
  const question = { role: 'user', content: 'Weather in Oslo?' }
  return [
    call({ query: 'hi' }, [], { texts: ['Model is missing.'], asked: [] }),
    call({ model }, [], { texts: ['Query is missing.'], asked: [] }),
    call({ model: { provider: 'x' }, query: 'hi' }, [], { texts: ['Model is no language model.'], asked: [] }),
    call({ ...usual, tools: [{}] }, [], { texts: ['Tools holds something that is no tool.'], asked: [] }),
    call({ ...usual, maximum_iterations: 51 }, [], { texts: ['Maximum iterations must be at most 50.'], asked: [] }),
    call(
      {
        ...usual,
        tools: [],
        instruction: 'Be kind.',
        model: { ...model, history_prompt_messages: [{ role: 'assistant', content: 'Before.' }] },
      },
      [said('It ', 'rains.')],
      {
        texts: ['It ', 'rains.'],
        logs: ['start Round 1', 'success Round 1'],
        asked: [asked([{ role: 'system', content: 'Be kind.' }, { role: 'assistant', content: 'Before.' }, question])],
        json: { execution_metadata: spent(1) },
      },
    ),
    call(
      usual,
      [
        { type: 'llm', data: [chunk('Let me look. ', calls('look_up', '{"city": "Oslo"}'))] },
        {
          type: 'tool',
          data: [
            { type: 'text', message: { text: 'Rain. ' } },
            { type: 'json', message: { json_object: { mm: 3 } } },
            { type: 'image', message: { text: 'http://x/a.png' } },
          ],
        },
        said('It rains.'),
      ],
      {
        texts: ['Let me look. ', 'It rains.'],
        files: [{ text: 'http://x/a.png' }],
        logs: ['start Round 1', 'success Round 1', 'start Round 2', 'success Round 2'],
        asked: [
          asked([question], true),
          {
            type: 'tool',
            tool_type: 'builtin',
            provider: 'acme/weather/weather',
            tool: 'look_up',
            tool_parameters: { units: 'metric', city: 'Oslo' },
            credential_id: 'c-1',
          },
          asked(
            [
              question,
              { role: 'assistant', content: 'Let me look. ', tool_calls: calls('look_up', '{"city": "Oslo"}') },
              toolAnswer('look_up', 'Rain. {"mm": 3}\nA file was made and handed to the person.\n'),
            ],
            true,
          ),
        ],
        json: { execution_metadata: spent(2) },
      },
    ),
    call(
      { ...usual, model: { ...model, entity: streaming } },
      [
        {
          type: 'llm',
          data: [
            chunk('Let me ', [], false),
            chunk('look.', calls('look_up', '{"city":'), false),
            chunk('', [{ ...calls('', ' "Os')[0], id: '' }], false),
            chunk('', [{ ...calls('look_up', 'lo"}')[0], function: { name: '', arguments: 'lo"}' } }]),
          ],
        },
        { type: 'tool', data: [{ type: 'variable', message: { variable_name: 'mm', variable_value: 3 } }] },
        said('It rains.'),
      ],
      {
        texts: ['Let me ', 'look.', 'It rains.'],
        told: ['mm: 3\n'],
        streamed: [true, true],
        given: [{ city: 'Oslo', units: 'metric' }],
      },
    ),
    ...[
      ['look', '{}', undefined, 'There is no tool look.'],
      [
        'look_up',
        '{city',
        undefined,
        'The arguments are not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1).',
      ],
      ['look_up', '[1]', undefined, 'The arguments are no JSON object.'],
      ['look_up', '{}', { type: 'tool', error: 'no key' }, 'The tool failed: no key'],
      ['look_up', '', { type: 'tool', data: [] }, 'The tool is done and has no answer.'],
    ].map(([name, given, answer, told]) =>
      call(
        { ...usual, query: `${String(name)} ${String(given)} ${JSON.stringify(answer)}` },
        [
          { type: 'llm', data: [chunk('', calls(String(name), String(given)))] },
          ...(typeof answer === 'object' ? [answer] : []),
          said('Sorry.'),
        ],
        { texts: ['Sorry.'], told: [told] },
      ),
    ),
    call(
      { ...usual, maximum_iterations: 2 },
      [
        { type: 'llm', data: [chunk('', calls('look_up', '{}'))] },
        { type: 'tool', data: [] },
        { type: 'llm', data: [chunk('Enough.', calls('look_up', '{}'))] },
      ],
      { texts: ['Enough.'], told: ['The tool is done and has no answer.'], offered: [true, false] },
    ),
    call({ ...usual, query: 'fails' }, [{ type: 'llm', error: 'no credits' }], {
      error: 'Exception',
      message: 'no credits',
    }),
  ]
}

const file = {
  dify_model_identity: '__dify__file__',
  url: 'http://127.0.0.1:9/a.txt',
  type: 'document',
  filename: 'a.txt',
  mime_type: 'text/plain',
  extension: '.txt',
  size: 1,
}

/** Every type that a parameter can have, required, optional and with a default, through the editor's own edit. */
function parametersCase(): Case {
  const types: readonly { type: string; extra?: object; value: unknown; start?: unknown }[] = [
    { type: 'string', value: 'a "b"', start: "it's" },
    { type: 'number', extra: { min: 0, max: 9, precision: 1 }, value: '2.26', start: 0.5 },
    { type: 'boolean', value: 'true', start: true },
    { type: 'select', extra: { options: [{ value: 'a', label: { en_US: 'A' } }] }, value: 'a', start: 'a' },
    { type: 'secret-input', value: 'hidden' },
    { type: 'file', value: file },
    { type: 'files', value: [file, file] },
    { type: 'app-selector', extra: { scope: 'chat' }, value: { app_id: 'x' } },
    { type: 'any', extra: { scope: 'array[object]' }, value: [{ a: 1 }], start: 5 },
    { type: 'model-selector', extra: { scope: 'rerank' }, value: { provider: 'p', model: 'm' } },
    { type: 'array[tools]', value: [tool] },
  ]
  const label = { en_US: 'A label' }
  const parameters = [
    { name: 'model', type: 'model-selector', scope: 'llm', label },
    ...types.flatMap(({ type, extra, start }, index) => [
      { name: `required_${index}`, type, label, ...extra, required: true },
      { name: `optional ${index}`, type, label, ...extra },
      ...(start === undefined ? [] : [{ name: `start-${index}`, type, label, ...extra, default: start }]),
    ]),
  ]
  const needed = Object.fromEntries(types.map(({ value }, index) => [`required_${index}`, value]))
  const all = { ...needed, ...Object.fromEntries(types.map(({ value }, index) => [`optional ${index}`, value])) }
  return {
    name: 'every type of parameter of an agent strategy',
    files: changed(fresh('planner', ['plan']), ['parameters'], parameters),
    calls: [needed, all].map((given) =>
      invoke('planner', 'plan', { model, ...given }, [said('Done.')], { texts: ['Done.'] }),
    ),
  }
}

/** Strategies without a model and without parameters. */
function withoutCase(): Case {
  const works = { texts: ['The strategy works.'], asked: [] }
  const bare = changed(fresh('planner', ['plan']), ['parameters'], [])
  return {
    name: 'an agent strategy without parameters',
    files: bare,
    calls: [invoke('planner', 'plan', {}, [], works)],
  }
}

function changed(files: Files, path: readonly string[], value: unknown): Files {
  const edited = setValue(files, 'strategies/plan.yaml', path, value)
  if (!edited.ok) throw new Error(edited.reason)
  return writeStub(edited.files, 'strategies/plan.yaml')
}
