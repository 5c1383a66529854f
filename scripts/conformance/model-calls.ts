import type { ModelKey, ModelType } from '@/lib/plugin/kinds/model/model-types'
import type { Call } from './calls'

/** What a model is asked with. */
export interface Asked {
  provider: string
  type: ModelType
  model: string
  credentials: object
  /** A person added the model by name. */
  added?: boolean
}

/** A call of a model as Dify makes it; `more` replaces what it usually carries. */
export function modelCall(name: string, asked: Asked, more: object, expect: Call['expect']): Call {
  return request(name, asked, usual[asked.type.key], more, expect)
}

function request(name: string, asked: Asked, data: object, more: object, expect: Call['expect']): Call {
  const { provider, type, model, credentials } = asked
  const given = { provider, model_type: type.word, model, credentials, ...data, ...more }
  return {
    name: `${type.word} ${model}: ${name} ${JSON.stringify([data, more, credentials])}`,
    data: { type: 'model', ...given },
    expect,
  }
}

/** Letters alone, so that it travels through text. */
const sound = `RIFF,${'\0'.repeat(3)}WAVEfmt ${'\x10\0\0\0\x01\0\x01\0@\x1f\0\0'}data`

const usual: Readonly<Record<ModelKey, object>> = {
  llm: {
    action: 'invoke_llm',
    prompt_messages: [{ role: 'user', content: 'Hello' }],
    model_parameters: {},
    tools: null,
    stop: null,
    stream: false,
  },
  text_embedding: { action: 'invoke_text_embedding', texts: ['one', 'three'], input_type: 'document' },
  rerank: { action: 'invoke_rerank', query: 'q', docs: ['0.1 a', '0.9 b'], score_threshold: null, top_n: null },
  speech2text: { action: 'invoke_speech2text', file: Buffer.from(sound).toString('hex') },
  tts: { action: 'invoke_tts', content_text: 'Hello.', voice: 'alloy', tenant_id: 't' },
  moderation: { action: 'invoke_moderation', text: 'good' },
}

/** What a model answers when all is well, and what Dify is told of it. */
export function usualCalls(asked: Asked): Call[] {
  return [
    ...callsOf[asked.type.key](asked),
    request('its schema', asked, { action: 'get_ai_model_schemas' }, {}, { schema: schemaOf(asked) }),
  ]
}

const callsOf: Readonly<Record<ModelKey, (asked: Asked) => Call[]>> = {
  llm: llmCalls,
  text_embedding: (asked) => [
    modelCall(
      'two texts',
      asked,
      {},
      {
        vectors: [
          [3, 0],
          [5, 1],
        ],
        counted: [6],
        price: ['0.0', 'USD'],
      },
    ),
    modelCall('a query', asked, { texts: ['four'], input_type: 'query' }, { vectors: [[4, 0]] }),
    modelCall('nothing', asked, { texts: [] }, { vectors: [] }),
    // More texts than one request may carry: the second request begins to count anew.
    modelCall(
      'many texts',
      asked,
      { texts: Array.from({ length: 17 }, () => 'x') },
      { vectors: Array.from({ length: 17 }, (_, index) => [1, index % 16]), counted: [51] },
    ),
    request(
      'tokens',
      asked,
      { action: 'get_text_embedding_num_tokens', texts: ['', 'Hello', '天气'] },
      {},
      { tokens: [0, 2, 2] },
    ),
  ],
  rerank: (asked) => [
    modelCall(
      'two texts',
      asked,
      {},
      {
        ranked: [
          [1, '0.9 b'],
          [0, '0.1 a'],
        ],
      },
    ),
    modelCall('none', asked, { docs: [] }, { ranked: [] }),
    modelCall('the best', asked, { top_n: 1 }, { ranked: [[1, '0.9 b']] }),
    modelCall('good ones', asked, { score_threshold: 0.5, top_n: 5 }, { ranked: [[1, '0.9 b']] }),
    modelCall(
      'all',
      asked,
      { score_threshold: 0, top_n: null },
      {
        ranked: [
          [1, '0.9 b'],
          [0, '0.1 a'],
        ],
      },
    ),
  ],
  speech2text: (asked) => [modelCall('a sound', asked, {}, { result: `model=${asked.model} file=.wav` })],
  tts: (asked) => [
    modelCall(
      'a sentence',
      asked,
      {},
      { sound: spoken(asked, 'Hello.', 'alloy'), sounds: [asked.added ? undefined : 'audio/mpeg'] },
    ),
    modelCall(
      'an unknown voice',
      asked,
      { voice: 'nobody' },
      {
        sound: spoken(asked, 'Hello.', asked.added ? 'nobody' : 'alloy'),
      },
    ),
    modelCall('no voice', asked, { voice: '' }, { sound: spoken(asked, 'Hello.', 'alloy') }),
    ...[null, 'en-US', 'de-DE'].map((language) =>
      request(
        `voices of ${language}`,
        asked,
        { action: 'get_tts_model_voices', language },
        {},
        {
          voices: asked.added ? null : language === 'de-DE' ? [] : [{ name: 'Alloy', value: 'alloy' }],
        },
      ),
    ),
  ],
  moderation: (asked) => [
    modelCall('a good text', asked, {}, { result: false }),
    modelCall('a bad text', asked, { text: 'bad' }, { result: true }),
  ],
}

function spoken({ model }: Asked, input: string, voice: string) {
  return { model, input, voice, response_format: 'mp3' }
}

function llmCalls(asked: Asked): Call[] {
  const { model } = asked
  const hello = { model, messages: [{ role: 'user', content: 'Hello' }] }
  const tools = ['look_up', 'add'].map((name) => ({
    name,
    description: `Does ${name}.`,
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  }))
  const offered = tools.map((tool) => ({ type: 'function', function: tool }))
  const called = { heard: { ...hello, tools: offered }, calls: ['of look_up: look_up', 'of add: add'], sameHeard: 1 }
  const parameters = { temperature: 0.5, max_tokens: 100, unknown: 1 }
  return [
    modelCall('at once', asked, {}, { heard: hello, counted: [7, 5], indexes: [0], price: ['0.0', 'USD'] }),
    modelCall(
      'as a stream',
      asked,
      { stream: true },
      {
        heard: hello,
        counted: [7, 5],
        indexes: [0, 1, 2],
        finish: 'length',
      },
    ),
    modelCall(
      'with parameters',
      asked,
      { model_parameters: parameters, stop: ['!'] },
      {
        heard: { temperature: 0.5, max_tokens: 100, ...hello, stop: ['!'] },
      },
    ),
    modelCall('with tools', asked, { tools }, called),
    modelCall(
      'with tools, as a stream',
      asked,
      { tools, stream: true },
      { ...called, finish: 'tool_calls', indexes: [0] },
    ),
    modelCall(
      'a conversation',
      asked,
      { prompt_messages: conversation },
      { heard: { model, messages: conversationSent } },
    ),
    modelCall('with a sound', asked, { prompt_messages: heard }, { error: 'InvokeBadRequestError' }),
    request(
      'tokens',
      asked,
      { action: 'get_llm_num_tokens', prompt_messages: conversation, tools: [] },
      {},
      { tokens: 20 },
    ),
    request(
      'tokens of tools',
      asked,
      { action: 'get_llm_num_tokens', prompt_messages: [], tools: tools.slice(1) },
      {},
      {
        tokens: 36,
      },
    ),
  ]
}

const call = { id: 'of look_up', type: 'function', function: { name: 'look_up', arguments: '{"city": "Oslo"}' } }
const image = { type: 'image', format: 'png', mime_type: 'image/png', detail: 'high' }

const conversation = [
  { role: 'system', content: 'Be kind.' },
  {
    role: 'user',
    content: [
      { type: 'text', data: 'Weather in Oslo?' },
      { ...image, url: 'http://x/a.png' },
      { ...image, base64_data: 'aGk=' },
    ],
  },
  { role: 'assistant', content: '', tool_calls: [call] },
  { role: 'tool', content: 'Rain.', tool_call_id: 'of look_up', name: 'look_up' },
]

const conversationSent = [
  { role: 'system', content: 'Be kind.' },
  {
    role: 'user',
    content: [
      { type: 'text', text: 'Weather in Oslo?' },
      { type: 'image_url', image_url: { url: 'http://x/a.png', detail: 'high' } },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,aGk=', detail: 'high' } },
    ],
  },
  { role: 'assistant', content: '', tool_calls: [call] },
  { role: 'tool', content: 'Rain.', tool_call_id: 'of look_up' },
]

const heard = [
  { role: 'user', content: [{ type: 'audio', format: 'mp3', mime_type: 'audio/mpeg', url: 'http://x/a.mp3' }] },
]

/** What Dify is told of a fresh model. */
function schemaOf({ type, model, added }: Asked) {
  const sized = { context_size: added ? 4096 : 8192 }
  const properties: Readonly<Record<ModelKey, object>> = {
    llm: { mode: 'chat', ...sized },
    text_embedding: { ...sized, max_chunks: 16 },
    rerank: sized,
    speech2text: added ? {} : { file_upload_limit: 25, supported_file_extensions: 'mp3,mp4,mpeg,mpga,m4a,wav,webm' },
    tts: added
      ? {}
      : {
          default_voice: 'alloy',
          voices: [{ mode: 'alloy', name: 'Alloy', language: ['en-US'] }],
          word_limit: 2000,
          audio_type: 'mp3',
          max_workers: 5,
        },
    moderation: added ? {} : { max_chunks: 32, max_characters_per_chunk: 2000 },
  }
  return {
    model,
    model_type: type.word,
    fetch_from: added ? 'customizable-model' : 'predefined-model',
    features: type.key === 'llm' ? ['tool-call', 'stream-tool-call'] : null,
    model_properties: properties[type.key],
    rules: type.key === 'llm' ? ['temperature: float', 'top_p: float', 'max_tokens: int'] : [],
  }
}
