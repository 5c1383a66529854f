import { describe, expect, it } from 'vitest'
import { createPlugin } from '../../create'
import { difyViews } from '../../dify-view/dify-views'
import type { ConsoleLanguage } from '../../dify-view/language'
import type { Answers } from '../../dify-view/context'
import type { Block, DifyView, Field } from '../../dify-view/picture'
import { viewAt } from '../../dify-view/view-at'
import type { Files } from '../../files'

const root = 'provider/tiny.yaml'
const llm = 'models/llm/one.yaml'

const provider = `provider: tiny
label:
  en_US: Tiny
  ja_JP: タイニー
icon_small:
  en_US: icon.svg
  zh_Hans: icon_zh.svg
icon_small_dark:
  en_US: icon_dark.svg
background: "#E5E7EB"
help:
  title:
    en_US: Get a key
  url:
    en_US: https://example.com/keys
supported_model_types:
  - llm
  - text-embedding
configurate_methods:
  - predefined-model
  - customizable-model
provider_credential_schema:
  credential_form_schemas:
    - variable: region
      type: radio
      required: true
      default: eu
      label: {en_US: Region}
      options:
        - value: eu
          label: {en_US: Europe}
        - value: own
          label: {en_US: My own}
    - variable: url
      type: text-input
      required: true
      label: {en_US: Address}
      help: {en_US: Where it answers}
      show_on:
        - variable: region
          value: own
model_credential_schema:
  model:
    label: {en_US: Deployment}
  credential_form_schemas:
    - variable: max_tokens
      type: text-input
      default: '4096'
      label: {en_US: Upper bound}
      show_on: [{variable: __model_type, value: llm}]
    - variable: size
      type: select
      label: {en_US: Size}
      options:
        - value: small
          label: {en_US: Small}
        - value: large
          label: {en_US: Large}
          show_on: [{variable: __model_type, value: text-embedding}]
    - variable: fast
      type: switch
      label: {en_US: Fast}
models:
  llm:
    predefined:
      - models/llm/*.yaml
    position: models/llm/_position.yaml
  text_embedding:
    predefined:
      - models/text_embedding/*.yaml
extra:
  python:
    provider_source: provider/tiny.py
`

const first = `model: one
label:
  en_US: The first
model_type: llm
features: [tool-call, vision]
model_properties:
  mode: chat
  context_size: 131072
parameter_rules:
  - name: temperature
    use_template: temperature
  - name: top_p
    use_template: top_p
    label: {en_US: Nucleus}
    default: 0.85
  - name: max_tokens
    use_template: max_tokens
    max: 8192
  - name: seed
    type: int
    required: true
    min: 3
    precision: 2
  - name: format
    type: string
    options: [JSON, XML]
    default: XML
  - name: thinking
    type: boolean
  - name: note
    type: text
    help: {en_US: Say more}
pricing: {input: '1', unit: '0.001', currency: USD}
`

const fresh = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })

const files: Files = new Map([
  ...[...fresh].filter(([path]) => !path.startsWith('models/')),
  [root, provider],
  [llm, first],
  ['models/llm/two.yaml', 'model: two\nmodel_type: llm\nmodel_properties: {mode: completion, context_size: 900}\n'],
  ['models/llm/old.yaml', 'model: old\nmodel_type: llm\ndeprecated: true\nmodel_properties: {}\n'],
  ['models/llm/_position.yaml', '- two\n- one\n'],
  ['models/text_embedding/e.yaml', 'model: e\nmodel_type: text-embedding\nmodel_properties: {context_size: 8192}\n'],
])

interface Asked {
  file?: string
  language?: ConsoleLanguage
  dark?: boolean
  answers?: Answers
}

function viewOf(id: string, { file = root, language = 'en_US', dark = false, answers }: Asked = {}): DifyView {
  const found = difyViews(files, file, language, dark, answers).find((each) => each.id === id)
  if (!found) throw new Error(`There is no view ${id}.`)
  return found
}

const blocksOf = <Kind extends Block['kind']>({ blocks }: DifyView, kind: Kind) =>
  blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind)
const fieldsOf = (view: DifyView): Field[] => blocksOf(view, 'field').map(({ field }) => field)
const labelsOf = (view: DifyView) => fieldsOf(view).map(({ label }) => label.text)
const saidOf = ({ remarks }: DifyView) => remarks.map(({ message }) => message).join('\n')

describe('the provider', () => {
  it('stands on its own page, not in the list of plugins', () => {
    expect(blocksOf(viewOf('card'), 'card').map(({ look }) => look)).toEqual(['install'])
    expect(saidOf(viewOf('card'))).toContain('it stands on the page Model Provider')
    const [before, after] = blocksOf(viewOf('provider'), 'card')
    expect(before).toMatchObject({
      label: { text: 'Tiny' },
      badges: ['LLM', 'TEXT EMBEDDING'],
      side: { status: 'API key required', button: 'Add API Key' },
    })
    expect(after?.strip).toEqual(['4 Models', '+ Add Model'])
  })

  it('has the icon of its theme, and of the language where that is Chinese', () => {
    const icon = (asked: Asked) => blocksOf(viewOf('provider', asked), 'card')[0]?.icon?.file
    expect([icon({}), icon({ dark: true }), icon({ language: 'zh_Hans' }), icon({ language: 'ja_JP' })]).toEqual([
      '_assets/icon.svg',
      '_assets/icon_dark.svg',
      '_assets/icon_zh.svg',
      '_assets/icon.svg',
    ])
  })

  it('is English in a Japanese console, whatever the file says, and says so', () => {
    const view = viewOf('provider', { language: 'ja_JP' })
    expect(blocksOf(view, 'card')[0]?.label.text).toBe('Tiny')
    expect(view.remarks.find(({ source }) => source?.at.join('.') === 'label.ja_JP')?.message).toContain(
      'Dify keeps only English and Chinese texts of models',
    )
  })

  it('says which of its fields nobody sees', () => {
    const said = saidOf(viewOf('provider'))
    expect(said).toContain('Dify does not draw `background`')
    expect(said).not.toContain('`icon_large`')
  })
})

describe('its models', () => {
  it('stand by type, then as the file of the order says, then by path', () => {
    const rows = blocksOf(viewOf('provider'), 'model')
    expect(rows.map(({ label, badges, struck, on }) => [label.text, badges, struck, on])).toEqual([
      ['two', ['LLM', 'COMPLETION', '900'], false, true],
      ['The first', ['LLM', 'CHAT', '131K', 'Vision'], false, true],
      ['old', ['LLM'], true, false],
      ['e', ['TEXT EMBEDDING', '8K'], false, true],
    ])
    expect(saidOf(viewOf('provider'))).toContain('LLMs: 1 model is not in the file of the order')
  })

  it('can be picked by type, without the deprecated ones', () => {
    const picked = (file: string) =>
      blocksOf(viewOf('picker', { file }), 'model').map(({ label, chosen }) => [label.text, chosen])
    expect(picked(llm)).toEqual([
      ['two', false],
      ['The first', true],
    ])
    expect(picked('models/text_embedding/e.yaml')).toEqual([['e', true]])
  })

  it('show what they can do, and the preview what they cannot show', () => {
    const view = viewOf('picker', { file: llm })
    expect(blocksOf(view, 'box')[0]?.groups).toEqual([
      { badges: ['LLM', 'CHAT', '131K'] },
      { title: 'MultiModal Capabilities', badges: ['Vision'] },
    ])
    expect(saidOf(view)).toContain('none for `tool-call`')
    expect(saidOf(view)).toContain('A context of 131072 reads 131K')
    expect(view.remarks.find(({ source }) => source?.at[0] === 'pricing')?.message).toContain('nowhere')
  })

  it.each([
    [llm, [], 'parameters'],
    [llm, ['features', 0], 'picker'],
    [llm, ['deprecated'], 'provider'],
    ['models/text_embedding/e.yaml', ['label'], 'picker'],
    [root, ['label'], 'provider'],
    [root, ['provider_credential_schema', 'credential_form_schemas', 0], 'credentials'],
    [root, ['model_credential_schema', 'model'], 'model-credentials'],
  ])('%s at %j is shown by the view %s', (file, at, id) => {
    expect(viewAt(difyViews(files, file, 'en_US', false), file, at)?.id).toBe(id)
  })
})

describe('the dialogs', () => {
  it('hide fields whose conditions do not hold, and tell when they come', () => {
    const view = viewOf('credentials')
    expect(labelsOf(view)).toEqual(['Authorization Name', 'Region'])
    expect(fieldsOf(view)[1]?.control).toMatchObject({ kind: 'choices', options: ['Europe', 'My own'], chosen: 0 })
    expect(view.remarks).toContainEqual({
      message: 'Hidden until `region` is `own`: `url`.',
      source: { file: root, at: ['provider_credential_schema', 'credential_form_schemas', 1, 'show_on'] },
    })
    expect(view.asks).toEqual([
      {
        key: 'region',
        title: 'Region',
        value: 'eu',
        options: [
          { value: 'eu', label: 'Europe' },
          { value: 'own', label: 'My own' },
        ],
      },
    ])
  })

  it('show them when the condition is chosen', () => {
    const view = viewOf('credentials', { answers: { region: 'own' } })
    expect(labelsOf(view)).toEqual(['Authorization Name', 'Region', 'Address'])
    expect(saidOf(view)).not.toContain('Hidden')
    expect(saidOf(view)).toContain('Dify drops `help` of a field')
  })

  it('of a model follow its type, in their options too', () => {
    const ofLlm = viewOf('model-credentials')
    expect(labelsOf(ofLlm)).toEqual(['Deployment', 'Model Type', 'Authorization Name', 'Upper bound', 'Size', 'Fast'])
    expect(ofLlm.asks?.map(({ key, value }) => [key, value])).toEqual([['__model_type', 'llm']])
    expect(saidOf(ofLlm)).toContain('only the label of a `switch`')
    const ofEmbedding = viewOf('model-credentials', {
      answers: { __model_type: 'text-embedding', size: 'large' },
    })
    expect(labelsOf(ofEmbedding)).not.toContain('Upper bound')
    const sizeIn = (view: DifyView) => fieldsOf(view).find(({ label }) => label.text === 'Size')?.control
    expect(sizeIn(ofEmbedding)).toMatchObject({ text: 'Large' })
    expect(sizeIn(viewOf('model-credentials', { answers: { size: 'large' } }))).toMatchObject({ text: undefined })
  })

  it('link the help of the provider beside their buttons', () => {
    expect(blocksOf(viewOf('credentials'), 'actions')[0]).toMatchObject({
      link: { text: 'Get a key', source: { file: root, at: ['help', 'title', 'en_US'] } },
    })
  })
})

describe('the parameters of an LLM', () => {
  const view = viewOf('parameters', { file: llm })

  it('have the values of their templates, and their own before them', () => {
    expect(fieldsOf(view).map(({ label, control }) => [label.text, control])).toEqual([
      ['temperature', { kind: 'slider', text: '0', share: 0 }],
      ['Nucleus', { kind: 'slider', text: '0.85', share: 0.85 }],
      ['max_tokens', { kind: 'slider', text: '64', share: (64 - 1) / 8191 }],
      ['seed', { kind: 'input', text: '3' }],
      ['format', { kind: 'select', text: 'XML' }],
      ['thinking', { kind: 'choices', options: ['True', 'False'], chosen: 1 }],
      ['note', { kind: 'area', text: '' }],
    ])
  })

  it('have a switch unless they are required', () => {
    expect(fieldsOf(view).map(({ sent }) => sent)).toEqual([false, false, false, undefined, false, false, false])
    expect(saidOf(view)).toContain('sent only when its switch is on')
  })

  it('say what the console makes of them', () => {
    expect(saidOf(view)).toContain('labels of templates never show: `temperature`, `max_tokens`.')
    expect(saidOf(view)).toContain('The slider of `top_p` moves by 0.1 only')
    expect(saidOf(view)).toContain('`seed` has no slider')
    expect(saidOf(view)).toContain('The arrows of `seed` move by 0.2')
    expect(fieldsOf(view)[6]?.tooltip?.text).toBe('Say more')
  })

  it('are those of the open model, else of the first', () => {
    expect(blocksOf(viewOf('parameters'), 'box')[0]?.title.text).toBe('two')
    expect(blocksOf(view, 'box')[0]?.title.text).toBe('The first')
  })
})
