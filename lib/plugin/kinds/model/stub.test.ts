import fc from 'fast-check'
import { stringify } from 'yaml'
import { describe, expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { setValue } from '../../edit/values'
import { textOf, writeFile } from '../../files'
import { isPristine, pythonsOf } from '../../follow-python'
import { formatPython, lintPython } from '../../python/test-ruff'
import { modelTypes } from './model-types'
import { modelStubs } from './stub'
import { variants } from './variants'

function fresh(variant: string, credentials: 'none' | 'api-key' = 'api-key') {
  return createPlugin(['model'], {
    name: 'tiny',
    author: 'acme',
    createdAt: '2026-01-01T00:00:00Z',
    variant,
    credentials,
  })
}

function sound(python: string): void {
  expect(lintPython(python)).toEqual([])
  expect(formatPython(python)).toBe(python)
}

describe('Python of models', () => {
  it.each(variants.map(({ id }) => id))('%s is clean, with a time limit for every request', (variant) => {
    for (const credentials of ['none', 'api-key'] as const) {
      const files = fresh(variant, credentials)
      for (const path of pythonsOf(files, 'provider/tiny.yaml')) {
        const text = textOf(files, path) ?? ''
        sound(text)
        expect(text.split('requests.post(').length).toBe(text.split('timeout=timeout').length)
      }
    }
  })

  it('names what is missing by its label, and asks no field that only one form requires', () => {
    const python = textOf(fresh('rerank'), 'models/rerank/rerank.py') ?? ''
    expect(python).toContain('address = _credential(credentials, "endpoint_url", "Endpoint address")')
    expect(python).toContain('key = _credential(credentials, "api_key", "API key")')
    const form = { credential_form_schemas: [{ variable: 'api_key', type: 'secret-input', label: { en_US: 'Key' } }] }
    const both = setValue(fresh('rerank'), 'provider/tiny.yaml', ['model_credential_schema'], form)
    expect(both.ok && textOf(both.files, 'models/rerank/rerank.py')).toContain('key = credentials.get("api_key")')
  })

  it('follows the provider in each file that nobody touched', () => {
    const files = writeFile(fresh('llm'), 'models/llm/llm.py', '# mine\n')
    const edited = setValue(files, 'provider/tiny.yaml', ['provider'], 'huge')
    expect(edited.ok && textOf(edited.files, 'models/llm/llm.py')).toBe('# mine\n')
    expect(edited.ok && textOf(edited.files, 'provider/tiny.py')).toContain('class HugeProvider(ModelProvider):')
    expect(edited.ok && isPristine(edited.files, 'provider/tiny.yaml')).toBe(true)
  })

  it('tells Dify of models that people add only where they may', () => {
    expect(textOf(fresh('llm'), 'models/llm/llm.py')).not.toContain('get_customizable_model_schema')
    expect(textOf(fresh('llm-customizable'), 'models/llm/llm.py')).toContain('FetchFrom.CUSTOMIZABLE_MODEL')
  })

  it('is clean whatever the provider says', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('', 'model', 'x'.repeat(120), '"""', 'a\nb', 'llm', 'api_url', '天气'),
    )
    const credential = fc.record({
      variable: text,
      type: fc.constantFrom('text-input', 'secret-input', 'select', 'x'),
      required: fc.boolean(),
      label: fc.oneof(fc.record({ en_US: text }), text),
    })
    const form = fc.option(fc.record({ credential_form_schemas: fc.array(credential, { maxLength: 5 }) }), {
      nil: undefined,
    })
    const provider = fc.record({
      provider: fc.oneof(text, fc.constant(null), fc.integer()),
      configurate_methods: fc.constantFrom(['predefined-model'], ['customizable-model'], 'x', null),
      supported_model_types: fc.constantFrom(['llm'], ['tts', 'llm'], [], 'llm', null),
      provider_credential_schema: form,
      model_credential_schema: form,
      models: fc.constantFrom({ llm: { predefined: ['models/llm/*.yaml'] } }, null, {}),
    })
    const extra = {
      python: { provider_source: 'provider/a.py', model_sources: modelTypes.map(({ key }) => `models/${key}/a.py`) },
    }
    fc.assert(
      fc.property(provider, (value) => {
        const files = new Map([['provider/a.yaml', stringify({ ...value, extra })]])
        const stubs = modelStubs(files, 'provider/a.yaml')
        expect(stubs.size).toBe(7)
        for (const python of stubs.values()) sound(python)
      }),
      { numRuns: 40 },
    )
  })
})
