import { createPlugin } from '@/lib/plugin/create'
import type { Answers } from '@/lib/plugin/kind'
import { removeValue, setValue } from '@/lib/plugin/edit/values'
import { textOf, writeFile, type Files } from '@/lib/plugin/files'
import { modelTypes, type ModelType } from '@/lib/plugin/kinds/model/model-types'
import { variants } from '@/lib/plugin/kinds/model/variants'
import { author, createdAt, key, type Call, type Case } from './calls'
import { modelCall, usualCalls, type Asked } from './model-calls'
import { badRequest, failures } from './model-failures'

/**
 * Every type of models, listed and added, with a key and without, with a field for the address and with the address in the code;
 * all types in one plugin, names that trip generators, and a service that is slow. `upstream` speaks as OpenAI does below `/openai`.
 */
export function modelCases(upstream: string): Case[] {
  const service = `${upstream}/openai`
  return [
    ...variants.flatMap(({ id }) => [keyCase(id, service), openCase(id, service)]),
    ...modelTypes.map((type) => codeCase(type, service)),
    nowhereCase(),
    ...['2-x__y-', 'class', '_', 'n'.repeat(128)].map((name) => allTypesCase(name, service)),
    bothWaysCase(service),
    pricedCase(service),
    slowCase(service),
  ]
}

const provider = 'tiny'
const path = 'provider/tiny.yaml'

function fresh(variant: string, more: Partial<Answers> = {}): Files {
  return createPlugin(['model'], { name: provider, author, createdAt, variant, credentials: 'api-key', ...more })
}

function typeOf(variant: string): { type: ModelType; added: boolean } {
  const type = modelTypes.find(({ word }) => variant.startsWith(word)) ?? modelTypes[0]
  return { type, added: variant !== type.word }
}

function askedOf(variant: string, credentials: object): Asked {
  const { type, added } = typeOf(variant)
  return { provider, type, model: added ? 'my-model' : `first-${type.word}`, credentials, added }
}

const refused = (message: string) => ({ error: 'CredentialsValidateFailedError', message })
const missing = (label: string) => ({ error: 'InvokeBadRequestError', message: badRequest(`${label} is missing.`) })

/** The usual plugin: an address and a key. Right and wrong ones, and every way in which the service fails. */
function keyCase(variant: string, service: string): Case {
  const asked = (mood: string, api_key: string = key) =>
    askedOf(variant, { endpoint_url: `${service}/${mood}`, api_key })
  const { type, added } = typeOf(variant)
  const validations = (given: object, expect: Call['expect']): Call[] => [
    // Where people add models there are no credentials of the provider.
    validation({ action: 'validate_provider_credentials' }, given, added ? { result: true } : expect),
    validation(modelOf(variant), given, expect),
  ]
  const fine = { endpoint_url: `${service}/fine`, api_key: key }
  const unknown = 'The service answered with status 404: {"error":{"message":"no such model"}}'
  return {
    name: `a model plugin, ${variant}`,
    files: fresh(variant),
    calls: [
      ...validations(fine, { result: true }),
      ...validations({ ...fine, endpoint_url: `${service}/fine/` }, { result: true }),
      ...validations({ ...fine, api_key: 'wrong' }, refused('The service does not accept the credentials.')),
      ...validations({ ...fine, api_key: ' ' }, refused('API key is missing.')),
      ...validations({}, refused('Endpoint address is missing.')),
      ...validations(
        { ...fine, endpoint_url: `${service}/500` },
        refused('The service answered with status 500: {"error":{"message":"a 500"}}'),
      ),
      validation({ ...modelOf(variant), model: 'unknown' }, fine, refused(unknown)),
      ...usualCalls(asked('fine')),
      ...failures(asked),
      modelCall('without an address', askedOf(variant, { api_key: key }), {}, missing('Endpoint address')),
      modelCall('without a key', { ...asked('fine', '') }, {}, missing('API key')),
      modelCall(
        'an unknown model',
        { ...asked('fine'), model: 'unknown' },
        {},
        { error: 'InvokeBadRequestError', message: badRequest(unknown) },
      ),
    ].filter(({ expect }) => type.key !== 'speech2text' || !JSON.stringify(expect).includes('no such model')),
  }
}

/** A plugin that asks for no key sends none. */
function openCase(variant: string, service: string): Case {
  const asked = askedOf(variant, { endpoint_url: `${service}/open` })
  return {
    name: `a model plugin without a key, ${variant}`,
    files: fresh(variant, { credentials: 'none' }),
    calls: [validation(modelOf(variant), asked.credentials, { result: true }), ...usualCalls(asked)],
  }
}

/** Without a field for it, the address stands in the code. */
function codeCase(type: ModelType, service: string): Case {
  const variant = type.word
  const asked = askedOf(variant, { api_key: key })
  return {
    name: `a model plugin with its address in the code, ${variant}`,
    files: inPython(withoutAddress(fresh(variant)), type, 'BASE_URL = ""', `BASE_URL = "${service}/fine"`),
    calls: [
      validation(modelOf(variant), asked.credentials, { result: true }),
      validation(modelOf(variant), { api_key: 'wrong' }, refused('The service does not accept the credentials.')),
      ...usualCalls(asked),
    ],
  }
}

/** As long as it does not stand there, the answer says so. */
function nowhereCase(): Case {
  const credentials = { api_key: key }
  const reason = 'The address of the service is missing in this plugin.'
  return {
    name: 'models of all types without an address',
    files: withoutAddress(allTypes(provider)),
    calls: [
      validation({ action: 'validate_provider_credentials' }, credentials, refused(reason)),
      ...modelTypes.map((type) =>
        modelCall(
          'no address',
          { provider, type, model: 'one', credentials },
          {},
          {
            error: 'InvokeBadRequestError',
            message: badRequest(reason),
          },
        ),
      ),
    ],
  }
}

function withoutAddress(files: Files): Files {
  const edited = removeValue(files, path, ['provider_credential_schema', 'credential_form_schemas', 0])
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

function inPython(files: Files, type: ModelType, from: string | RegExp, to: string): Files {
  const python = `models/${type.key}/${type.key}.py`
  return writeFile(files, python, (textOf(files, python) ?? '').replace(from, to))
}

function allTypes(name: string): Files {
  const items = Object.fromEntries(modelTypes.map((type) => [`model.${type.key}`, ['one', 'class', 'null', '1.10']]))
  return createPlugin(['model'], { name, author, createdAt, credentials: 'api-key', items })
}

/** All types in one plugin. */
function allTypesCase(name: string, service: string): Case {
  const credentials = { endpoint_url: `${service}/fine`, api_key: key }
  return {
    name: `models of all types, called ${name.slice(0, 20)}`,
    files: allTypes(name),
    calls: [
      {
        name: 'validation of the provider',
        data: { type: 'model', action: 'validate_provider_credentials', provider: name, credentials },
        expect: { result: true },
      },
      ...modelTypes.flatMap((type) => [
        ...['class', 'null', '1.10'].flatMap((model) => usualCalls({ provider: name, type, model, credentials })),
        modelCall('nothing', { provider: name, type, model: 'one', credentials: {} }, {}, missing('Endpoint address')),
      ]),
    ],
  }
}

/** Models that are listed and models that people add, in one plugin. */
function bothWaysCase(service: string): Case {
  const listed = fresh('llm')
  const form = [{ variable: 'endpoint_url', type: 'text-input', required: true, label: { en_US: 'Address' } }]
  const files = changed(
    changed(listed, path, ['configurate_methods'], ['predefined-model', 'customizable-model']),
    path,
    ['model_credential_schema'],
    { model: { label: { en_US: 'Model' } }, credential_form_schemas: form },
  )
  const open = { endpoint_url: `${service}/open` }
  return {
    name: 'models that are listed and models that people add',
    files,
    calls: [
      ...usualCalls(askedOf('llm', { endpoint_url: `${service}/fine`, api_key: key })),
      ...usualCalls(askedOf('llm-customizable', open)),
    ],
  }
}

/** Prices that people wrote count for what Dify shows. */
function pricedCase(service: string): Case {
  const pricing = { input: '0.5', output: '1.5', unit: '0.001', currency: 'RMB' }
  const items = { 'model.llm': ['m'], 'model.text_embedding': ['m'] }
  const files = ['llm', 'text_embedding'].reduce(
    (before, type) => changed(before, `models/${type}/m.yaml`, ['pricing'], pricing),
    createPlugin(['model'], { name: provider, author, createdAt, credentials: 'api-key', items }),
  )
  const credentials = { endpoint_url: `${service}/fine`, api_key: key }
  const [llm, embedding] = modelTypes
  return {
    name: 'models with prices',
    files,
    calls: [
      modelCall('a price', { provider, type: llm, model: 'm', credentials }, {}, { price: ['0.0110000', 'RMB'] }),
      modelCall('a price', { provider, type: embedding, model: 'm', credentials }, {}, { price: ['0.0030000', 'RMB'] }),
    ],
  }
}

/** A service that never answers, and code that waits a second for it. */
function slowCase(service: string): Case {
  const credentials = { endpoint_url: `${service}/silent`, api_key: key }
  return {
    name: 'models of all types, a slow service',
    files: modelTypes.reduce(
      (files, type) => inPython(files, type, /\((?:5|10), \d+\)/g, '(1, 1)'),
      allTypes(provider),
    ),
    calls: modelTypes.map((type) =>
      modelCall('no answer', { provider, type, model: 'one', credentials }, {}, { error: 'InvokeConnectionError' }),
    ),
  }
}

function changed(files: Files, file: string, at: readonly string[], value: unknown): Files {
  const edited = setValue(files, file, at, value)
  if (!edited.ok) throw new Error(edited.reason)
  return edited.files
}

function modelOf(variant: string) {
  const { type, model } = askedOf(variant, {})
  return { action: 'validate_model_credentials', model_type: type.word, model }
}

function validation(data: Readonly<Record<string, unknown>>, credentials: object, expect: Call['expect']): Call {
  return {
    name: `${JSON.stringify(data)} with ${JSON.stringify(credentials)}`,
    data: { type: 'model', provider, ...data, credentials },
    expect,
  }
}
