import type { Reply } from './calls'

/** A model as it is chosen for a strategy. */
export const model = {
  provider: 'acme/x/x',
  model: 'm-1',
  model_type: 'llm',
  mode: 'chat',
  completion_params: { stop: ['!'] },
}

/** A model that can call tools while it streams. */
export const streaming = {
  model: 'm-1',
  label: { en_US: 'M 1' },
  model_type: 'llm',
  features: ['tool-call', 'stream-tool-call'],
  fetch_from: 'predefined-model',
  model_properties: { mode: 'chat', context_size: 1000 },
  parameter_rules: [],
}

export const tool = {
  identity: { author: 'acme', name: 'look_up', label: { en_US: 'Look up' }, provider: 'acme/weather/weather' },
  description: { human: { en_US: 'Looks it up' }, llm: 'Looks up the weather.' },
  parameters: [
    {
      name: 'city',
      type: 'string',
      form: 'llm',
      required: true,
      label: { en_US: 'City' },
      human_description: { en_US: 'City' },
      llm_description: 'Name of the city.',
    },
  ],
  provider_type: 'builtin',
  runtime_parameters: { units: 'metric' },
  credential_id: 'c-1',
}

/** A request for the model, as it goes out. */
export function asked(messages: readonly object[], tools = false) {
  return {
    type: 'llm',
    provider: 'acme/x/x',
    model: 'm-1',
    model_type: 'llm',
    mode: 'chat',
    completion_params: { stop: ['!'] },
    stop: ['!'],
    stream: !tools,
    prompt_messages: messages,
    ...(tools
      ? {
          tools: [
            {
              name: 'look_up',
              description: 'Looks up the weather.',
              parameters: {
                type: 'object',
                properties: { city: { type: 'string', description: 'Name of the city.' } },
                required: ['city'],
              },
            },
          ],
        }
      : {}),
  }
}

export function toolAnswer(name: string, content: string) {
  return { role: 'tool', content, name, tool_call_id: `of ${name}` }
}

export function calls(name: string, given: string) {
  return [{ id: `of ${name}`, type: 'function', function: { name, arguments: given } }]
}

/** An answer of the model in pieces. */
export function said(...texts: readonly string[]): Reply {
  return { type: 'llm', data: texts.map((text, index) => chunk(text, [], index === texts.length - 1)) }
}

export function chunk(content: string, toolCalls: readonly object[], last = true) {
  const usage = {
    prompt_tokens: 2,
    prompt_unit_price: '0',
    prompt_price_unit: '0',
    prompt_price: '0.25',
    completion_tokens: 1,
    completion_unit_price: '0',
    completion_price_unit: '0',
    completion_price: '0.25',
    total_tokens: 3,
    total_price: '0.5',
    currency: 'USD',
    latency: 0.1,
  }
  return {
    model: 'm-1',
    delta: { index: 0, message: { role: 'assistant', content, tool_calls: toolCalls }, usage: last ? usage : null },
  }
}

export function spent(answers: number) {
  return {
    prompt_tokens: 2 * answers,
    completion_tokens: answers,
    total_tokens: 3 * answers,
    total_price: 0.5 * answers,
    currency: 'USD',
  }
}
