import { describe, expect, it } from 'vitest'
import { checkPlugin } from '../../check'
import { createPlugin } from '../../create'
import { textOf, writeFile, type Files } from '../../files'
import { documentTypeById } from '../registry'
import { packedFiles } from '../../package/packed-files'
import { fieldAt, fieldTree } from '../../schema/field-tree'
import { withOffers } from '../../schema/offers'
import type { YamlPath } from '../../yaml/parse'
import { completionsAt } from '../../yaml-help/completions'

const provider = 'provider/tiny.yaml'
const model = 'models/llm/first_llm.yaml'
const fresh = createPlugin(['model'], {
  name: 'tiny',
  author: 'acme',
  createdAt: '2026-01-01T00:00:00Z',
  variant: 'llm',
})

const fields = (condition: string, optionCondition = '') => `  credential_form_schemas:
    - variable: auth_method
      type: select
      required: true
      label: {en_US: Method}
      options:
        - value: API_Key
          label: {en_US: Key}
        - value: Role
          label: {en_US: Role}
${optionCondition}
    - variable: address
      type: text-input
      required: true
      label: {en_US: Address}
      show_on:
${condition}
`

const form = (condition: string, optionCondition?: string): Files =>
  writeFile(
    fresh,
    provider,
    `${(textOf(fresh, provider) ?? '').replace(/^provider_credential_schema:[\s\S]*?(?=^\S)/m, '')}model_credential_schema:
  model: {label: {en_US: Name}}
${fields(condition, optionCondition)}`,
  )

const on = (variable: string, value: string) => `        - variable: ${variable}\n          value: ${value}`

const found = (files: Files) =>
  checkPlugin(packedFiles(files)).filter(({ rule }) => /^show-on|^model-type-list/.test(rule))
const saidOf = (files: Files) => found(files).map(({ rule, severity, path }) => [rule, severity, path?.slice(-1)[0]])

describe('conditions of credential forms', () => {
  it.each([
    ['another field', on('auth_method', 'Role')],
    ['the type of the model', on('__model_type', 'llm')],
    ['any text of a field without options', on('address', 'x')],
  ])('may name %s', (_, condition) => {
    expect(saidOf(form(condition))).toEqual([])
  })

  it.each([
    ['a field that is not there', on('method', 'Role'), 'show-on-field', 'variable'],
    ['a value that no option has', on('auth_method', 'Token'), 'show-on-value', 'value'],
    ['a type that the provider has not', on('__model_type', 'rerank'), 'show-on-value', 'value'],
    ['two values at once', `${on('auth_method', 'Role')}\n${on('auth_method', 'API_Key')}`, 'show-on-both', 'value'],
  ])('that name %s are pointed at', (_, condition, rule, key) => {
    expect(saidOf(form(condition))).toEqual([[rule, 'advice', key]])
  })

  it('of options are judged too', () => {
    const files = form(on('auth_method', 'Role'), '          show_on: [{variable: region, value: eu}]')
    expect(found(files).map(({ message }) => message)).toEqual([
      'Name a field of this form: none is called `region`, so this option is never offered.',
    ])
  })

  it('cannot name the type of a model in the credentials of the provider', () => {
    const files = writeFile(
      fresh,
      provider,
      (textOf(fresh, provider) ?? '').replace(
        '      required: true\n',
        '      required: true\n      show_on: [{variable: __model_type, value: llm}]\n',
      ),
    )
    expect(saidOf(files)).toEqual([['show-on-field', 'advice', 'variable']])
  })

  it.each([
    ['a name', on('Auth-Method', 'Role'), on('auth_method', 'Role')],
    ['a value', on('auth_method', 'api-key'), on('auth_method', 'API_Key')],
    ['a type', on('__model_type', 'LLM'), on('__model_type', 'llm')],
  ])('are repaired where only case and signs of %s differ', (_, from, to) => {
    const files = form(from)
    expect(found(files)[0]?.fix?.apply(files)).toEqual(form(to))
  })

  it('have no repair where nothing is near', () => {
    expect(found(form(on('method', 'Role')))[0]?.fix).toBeUndefined()
  })
})

describe('the type of a model', () => {
  const typed = (word: string) =>
    writeFile(fresh, model, (textOf(fresh, model) ?? '').replace('model_type: llm', `model_type: ${word}`))

  it('is that of the list that brings its file in, or is pointed at with a repair', () => {
    expect(saidOf(fresh)).toEqual([])
    const files = typed('text-embedding')
    expect(saidOf(files)).toEqual([['model-type-list', 'advice', 'model_type']])
    expect(found(files)[0]?.fix?.apply(files)).toEqual(fresh)
  })

  it('is judged once where it is none at all', () => {
    expect(saidOf(typed('juggler'))).toEqual([])
  })
})

describe('a new condition', () => {
  const root = {
    supported_model_types: ['rerank', 'llm'],
    provider_credential_schema: {
      credential_form_schemas: [
        { variable: 'api_key', type: 'secret-input' },
        { variable: 'region', type: 'select', options: [{ value: 'eu' }, { value: 'us', show_on: [] }] },
        { variable: 'host', type: 'text-input' },
      ],
    },
    model_credential_schema: { credential_form_schemas: [{ variable: 'size' }, { variable: 'name' }] },
  }
  const made = (at: string, index: number, inside: YamlPath = []) => {
    const type = documentTypeById('model.provider')
    const path = [at, 'credential_form_schemas', index, ...inside, 'show_on', 0]
    const node = type && fieldAt(fieldTree(type), path)
    const fields = [...(node?.properties ?? [])].map(([key, { meta }]) => ({ key, offers: meta.offers }))
    return withOffers({ variable: '', value: '' }, fields, root, path)
  }

  it('names a field that has something to choose, and its first choice', () => {
    expect(made('provider_credential_schema', 0)).toEqual({ variable: 'region', value: 'eu' })
    expect(made('provider_credential_schema', 1)).toEqual({ variable: 'api_key', value: '' })
    expect(made('provider_credential_schema', 1, ['options', 1])).toEqual({ variable: 'api_key', value: '' })
  })

  it('names the type of the model where a dialog knows it', () => {
    expect(made('model_credential_schema', 0)).toEqual({ variable: '__model_type', value: 'rerank' })
  })
  it('is completed in the file with what the form offers', () => {
    const labels = (condition: string) => {
      const before = textOf(form(condition), provider) ?? ''
      const text = before.replace('|', '')
      return completionsAt(writeFile(fresh, provider, text), provider, text, before.indexOf('|')).map(
        ({ label }) => label,
      )
    }
    expect(labels(on('|', 'Role'))).toEqual(['__model_type', 'auth_method'])
    expect(labels(on('auth_method', '|'))).toEqual(['API_Key', 'Role'])
  })
})
