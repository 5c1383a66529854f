import { createPlugin } from '@/lib/plugin/create'
import { setValue } from '@/lib/plugin/edit/values'
import type { Files } from '@/lib/plugin/files'
import { author, createdAt, invoke, key, request, type Call, type Case } from './calls'

const file = {
  dify_model_identity: '__dify__file__',
  url: 'http://127.0.0.1:9/a.txt',
  type: 'document',
  filename: 'a.txt',
  mime_type: 'text/plain',
  extension: '.txt',
  size: 1,
}

/** Every parameter type with its attributes, a value, what the tool then shows of it, and a default that the SDK takes. */
const parameterTypes: readonly { type: string; extra?: object; value: unknown; shown?: unknown; start?: unknown }[] = [
  { type: 'string', value: 'a "b"\n', shown: 'a "b"\n', start: 'it\'s "so"' },
  { type: 'number', extra: { min: -1.5, max: 9, precision: 1 }, value: '2.26', shown: 2.3, start: 0.5 },
  { type: 'number', extra: { min: 0, max: 10, precision: 0 }, value: 3, shown: 3, start: 7 },
  { type: 'boolean', value: 'true', shown: true, start: true },
  { type: 'select', extra: { options: options('a', 'b') }, value: 'b', shown: 'b', start: 'a' },
  {
    type: 'select',
    extra: { options: options('a', 'b'), multiple: true },
    value: ['a', 'b'],
    shown: ['a', 'b'],
    start: ['b'],
  },
  { type: 'dynamic-select', value: 'x', shown: 'x', start: 'sample' },
  { type: 'dynamic-select', extra: { multiple: true }, value: ['x'], shown: ['x'], start: ['sample'] },
  { type: 'secret-input', value: 'hidden' },
  { type: 'file', value: file },
  { type: 'files', value: [file, file] },
  { type: 'model-selector', extra: { scope: 'llm' }, value: { provider: 'p', model: 'm', model_type: 'llm' } },
  { type: 'app-selector', extra: { scope: 'chat' }, value: { app_id: 'x' } },
  { type: 'any', value: { a: [1] }, start: 5 },
  { type: 'array', value: [1, 'a'], shown: [1, 'a'], start: [{ a: null }] },
  { type: 'object', value: { a: 1 }, shown: { a: 1 }, start: { b: [true, 1.5] } },
  { type: 'checkbox', value: true, shown: true, start: true },
  { type: 'date', value: '2026-01-31', shown: '2026-01-31', start: '2026-02-01' },
  {
    type: 'date-range',
    value: { start: '2026-01-01', end: '2026-01-31' },
    shown: { start: '2026-01-01', end: '2026-01-31' },
    start: { start: 'a', end: 'b' },
  },
]

function options(...values: readonly string[]) {
  return values.map((value) => ({ value, label: { en_US: value.toUpperCase() } }))
}

/** One tool for each form, each with every type required, optional and with a default; the Python follows by the editor's own edit. */
export function parametersCase(credentials: 'none' | 'api-key'): Case {
  const provider = 'every_type'
  const forms = ['llm', 'form', 'schema']
  const created = createPlugin(['tool'], {
    name: provider,
    author,
    createdAt,
    credentials,
    items: { tool: forms.map((form) => `by_${form}`) },
  })
  const files = forms.reduce((before, form) => {
    const parameters = parameterTypes.flatMap(({ type, extra, start }, index) => [
      parameter(`required_${index}`, type, form, { ...extra, required: true }),
      parameter(`optional ${index}`, type, form, { ...extra }),
      ...(start === undefined
        ? []
        : [parameter(`start-${index}`, type, form, { ...extra, default: start, required: index % 2 === 0 })]),
    ])
    const withParameters = changed(before, `tools/by_${form}.yaml`, ['parameters'], parameters)
    return form === 'schema'
      ? changed(withParameters, 'tools/by_schema.yaml', ['output_schema'], outputSchema)
      : withParameters
  }, created)
  const given = credentials === 'api-key' ? { api_key: key } : {}
  const needed = Object.fromEntries(parameterTypes.map(({ value }, index) => [`required_${index}`, value]))
  const all = {
    ...needed,
    ...Object.fromEntries(parameterTypes.map(({ value }, index) => [`optional ${index}`, value])),
  }
  const shownOf = (prefix: string, absent: boolean) =>
    Object.fromEntries(
      parameterTypes.flatMap(({ type, extra, shown }, index) =>
        shown === undefined ? [] : [[`${prefix}${index}`, absent ? emptyOf(type, extra) : shown]],
      ),
    )
  const starts = Object.fromEntries(
    parameterTypes.flatMap(({ start, shown }, index) =>
      start === undefined || shown === undefined ? [] : [[`start-${index}`, start]],
    ),
  )
  return {
    name: `every parameter type in every form, ${credentials}`,
    files,
    calls: forms.flatMap((form) => {
      const call = (parameters: object, expect: Call['expect']) =>
        invoke(provider, `by_${form}`, given, parameters, expect)
      const echo = (expected: object) =>
        form === 'schema' ? { variables: samples, json: samples } : { json: expected }
      return [
        call(needed, echo({ ...shownOf('required_', false), ...shownOf('optional ', true), ...starts })),
        call(all, echo({ ...shownOf('required_', false), ...shownOf('optional ', false), ...starts })),
        call({}, { text: 'Required 0 is missing.', json: undefined }),
        call({ ...needed, required_1: 10 }, { text: 'Required 1 must be at most 9.', json: undefined }),
        call({ ...needed, required_1: 'many' }, { text: 'Required 1 must be a number.', json: undefined }),
        call({ ...needed, required_2: 1.5 }, { text: 'Required 2 must be a whole number.', json: undefined }),
        call({ ...needed, required_2: -1 }, { text: 'Required 2 must be at least 0.', json: undefined }),
        call({ ...needed, required_10: [] }, { text: 'Required 10 is missing.', json: undefined }),
        call({ ...needed, required_14: 'text' }, { text: 'Required 14 must be a list.', json: undefined }),
        {
          name: `options of required_6 by ${form}`,
          data: {
            type: 'dynamic_parameter',
            action: 'fetch_parameter_options',
            provider,
            provider_action: `by_${form}`,
            parameter: 'required_6',
            credentials: given,
          },
          expect: { options: ['sample'] },
        },
      ]
    }),
  }
}

function parameter(name: string, type: string, form: string, extra: object) {
  const label = { en_US: name.replace(/[_-]/g, ' ').replace(/^./, (letter) => letter.toUpperCase()) }
  return { name, type, form, label, human_description: label, ...extra }
}

function emptyOf(type: string, extra: object = {}): unknown {
  if ('multiple' in extra || type === 'array') return []
  return type === 'boolean' || type === 'checkbox' ? false : null
}

const outputSchema = {
  type: 'object',
  properties: {
    temperature: { type: 'number' },
    city: { type: 'string' },
    days: { type: 'array', items: { type: 'object' } },
    unit: { enum: ['c', 'f'] },
    text: { type: 'string' },
  },
}

/** `text` is a name that Dify keeps for itself, so the tool does not send it. */
const samples = { temperature: 0, city: '', days: [], unit: 'c' }

/** Path variables, methods and every setting type. */
export function settingsCase(): Case {
  const created = createPlugin(['endpoint'], {
    name: 'hooks',
    author,
    createdAt,
    items: { endpoint: ['post', 'get', 'delete'] },
  })
  const settings = ['text-input', 'secret-input', 'select', 'boolean', 'model-selector', 'app-selector'].map(
    (type, index) => ({
      name: `setting_${index}`,
      type,
      required: true,
      label: { en_US: `Setting ${index}` },
      ...(type === 'select' ? { options: options('a') } : {}),
    }),
  )
  const edits: readonly [string, readonly string[], unknown][] = [
    ['group/hooks.yaml', ['settings'], settings],
    ['endpoints/get.yaml', ['method'], 'GET'],
    ['endpoints/get.yaml', ['path'], '/items/<int:id>/<path:rest>'],
    ['endpoints/delete.yaml', ['method'], 'DELETE'],
    ['endpoints/delete.yaml', ['path'], '/<self>/<float:class>'],
  ]
  const files = edits.reduce((before, [path, at, value]) => changed(before, path, at, value), created)
  const given = {
    setting_0: 'x',
    setting_1: 'y',
    setting_2: 'a',
    setting_3: false,
    setting_4: {},
    setting_5: { app_id: 'x' },
  }
  return {
    name: 'endpoints with path variables and every setting',
    files,
    calls: [
      {
        name: 'get',
        data: request('GET', '/items/7/a/b', '', {}, given),
        expect: { status: 200, body: { id: 7, rest: 'a/b' } },
      },
      { name: 'get of no number', data: request('GET', '/items/x/a', '', {}, given), expect: { status: 404 } },
      {
        name: 'delete',
        data: request('DELETE', '/me/1.5', '', {}, given),
        expect: { status: 200, body: { self: 'me', class: 1.5 } },
      },
      {
        name: 'post',
        data: request('POST', '/post', '{}', {}, given),
        expect: { status: 200, body: { received: {} } },
      },
      {
        name: 'a setting missing',
        data: request('POST', '/post', '{}', {}, { ...given, setting_1: null }),
        expect: { status: 500, body: { error: 'The endpoint is not set up: Setting 1 is missing.' } },
      },
    ],
  }
}

function changed(files: Files, file: string, path: readonly string[], value: unknown): Files {
  const edited = setValue(files, file, path, value)
  if (!edited.ok) throw new Error(`${file}: ${edited.reason}`)
  return edited.files
}
