import { expect, it } from 'vitest'
import { removeFile, writeFile, type Files } from '../files'
import { changed, samplePlugin } from '../rules/sample-plugin'
import { difyViews } from './dify-views'
import { shownText, type ConsoleLanguage } from './language'
import type { DifyView, Field } from './picture'

const manifest = 'manifest.yaml'
const provider = 'provider/weather.yaml'
const tool = 'tools/forecast.yaml'

function viewOf(files: Files, id: string, language: ConsoleLanguage = 'en_US'): DifyView {
  const found = difyViews(files, manifest, language, false).find((each) => each.id === id)
  if (!found) throw new Error(`There is no view ${id}.`)
  return found
}

function cardsOf({ blocks }: DifyView) {
  return blocks.flatMap((block) => (block.kind === 'card' ? [block] : []))
}

function fieldsOf({ blocks }: DifyView): Field[] {
  return blocks.flatMap((block) => (block.kind === 'field' ? [block.field] : []))
}

const saidOf = ({ remarks }: DifyView) => remarks.map(({ message }) => message).join('\n')

it('shows the places that the plugin has, in the order of the console', () => {
  expect(difyViews(samplePlugin, manifest, 'en_US', false).map(({ id }) => id)).toEqual([
    'card',
    'detail',
    'credentials',
    'tool',
    'node',
    'agent',
    'endpoint-settings',
  ])
})

it('draws nothing of a provider that is not there, and a plugin without a readable manifest', () => {
  const without = removeFile(samplePlugin, provider)
  expect(difyViews(without, manifest, 'en_US', false).map(({ id }) => id)).toEqual([
    'card',
    'detail',
    'endpoint-settings',
  ])
  const broken = writeFile(samplePlugin, manifest, 'label: [\n')
  expect(cardsOf(viewOf(broken, 'card'))[0]?.label.text).toBe('')
})

const inJapanese = changed(manifest, '  en_US: Weather\n', '  en_US: Weather\n  ja_JP: 天気\n  pt_BR: Tempo\n')

it('shows a language that is there', () => {
  expect(cardsOf(viewOf(inJapanese, 'card', 'ja_JP')).map(({ label }) => label.text)).toEqual(['天気', '天気'])
})

it('shows the first text where English is missing too, and says so', () => {
  const source = { file: 'a.yaml', at: ['label'] }
  const { text, remarks } = shownText({ label: { zh_Hans: '天气' } }, source, 'ja_JP', 'form')
  expect(text).toBe('天气')
  expect(remarks?.map(({ message }) => message)).toEqual([
    '`label` has no Japanese text: Dify shows the first that is there.',
  ])
})

it('shows nothing in the drawer of an event in a language that it does not know', () => {
  const source = { file: 'a.yaml', at: ['label'] }
  const label = { en_US: 'Push', pt_BR: 'Envio', zh_Hans: '推送' }
  const shown = (language: ConsoleLanguage) => shownText({ label }, source, language, 'event').text
  expect([shown('en_US'), shown('zh_Hans'), shown('ja_JP'), shown('pt_BR')]).toEqual(['Push', '推送', 'Push', ''])
})

it('shows English where a language is missing, and says so', () => {
  const card = viewOf(samplePlugin, 'card', 'zh_Hans')
  expect(cardsOf(card)[0]?.label.text).toBe('Weather')
  expect(saidOf(card)).toContain('`label` has no Chinese text: Dify shows the English one.')
})

it('shows Portuguese in the list and English on cards (mapping L1)', () => {
  const card = viewOf(inJapanese, 'card', 'pt_BR')
  expect(cardsOf(card).map(({ label }) => label.text)).toEqual(['Tempo', 'Weather'])
  expect(saidOf(card)).toContain('A Portuguese console shows English here, whatever `pt_BR` says')
  expect(saidOf(card)).not.toContain('`label` has no')
})

it('cuts the description after one line in the list and after two on cards', () => {
  expect(cardsOf(viewOf(samplePlugin, 'card')).map(({ lines }) => lines)).toEqual([1, 2])
})

it('takes the dark icon in the dark theme, and says where there is none', () => {
  const dark = changed(manifest, 'icon: icon.svg\n', 'icon: icon.svg\nicon_dark: night.svg\n')
  const iconIn = (files: Files, isDark: boolean) => {
    const card = difyViews(files, manifest, 'en_US', isDark)[0]
    return card && cardsOf(card)[0]?.icon?.file
  }
  expect([iconIn(dark, true), iconIn(dark, false), iconIn(samplePlugin, true)]).toEqual([
    '_assets/night.svg',
    '_assets/icon.svg',
    '_assets/icon.svg',
  ])
  expect(saidOf(viewOf(samplePlugin, 'card'))).toContain('Without `icon_dark`')
  expect(saidOf(viewOf(dark, 'card'))).not.toContain('Without `icon_dark`')
})

it('counts tools and lists endpoints that are not hidden in the drawer', () => {
  const { blocks } = viewOf(samplePlugin, 'detail')
  expect(blocks.find(({ kind }) => kind === 'heading')).toMatchObject({ text: '1 action included' })
  expect(blocks.find(({ kind }) => kind === 'route')).toMatchObject({ path: { text: '/ping/<name>' } })
  const hidden = changed('endpoints/ping.yaml', 'method: GET\n', 'method: GET\nhidden: true\n')
  expect(viewOf(hidden, 'detail').blocks.some(({ kind }) => kind === 'route')).toBe(false)
  expect(saidOf(viewOf(hidden, 'endpoint-settings'))).toContain('`/ping/<name>` is hidden')
})

it.each([
  ['nothing', '', []],
  ['a sign-in alone', 'oauth_schema:\n  client_schema: []\n', ['Setup OAuth Client']],
  [
    'both',
    'oauth_schema:\n  client_schema: []\ncredentials_for_provider:\n  key: {type: secret-input}\n',
    ['Setup OAuth Client', 'Add API Key'],
  ],
  ['a key', 'credentials_schema:\n  - {name: key, type: secret-input}\n', ['API Key Authorization Configuration']],
])('offers what a provider with %s can authorise', (_, text, buttons) => {
  const files = writeFile(samplePlugin, provider, `${text}tools:\n  - ${tool}\n`)
  const found = viewOf(files, 'detail').blocks.flatMap((block) => (block.kind === 'button' ? [block.text] : []))
  expect(found).toEqual(buttons)
})

const key = '  api_key:\n    type: secret-input\n'
const withCredential = (lines: string) => changed(provider, key, `  api_key:\n${lines}`)

it.each([
  ['help without url', '    type: secret-input\n    help: {en_US: Look here}\n', 'this text is never seen'],
  ['url without help', '    type: secret-input\n    url: https://a.example\n', 'a bare arrow'],
  ['a selector', '    type: model-selector\n', 'nobody can fill it in'],
  ['a required switch', '    type: boolean\n', 'cannot be saved as False'],
  ['a default of 0', '    type: text-input\n    default: 0\n', 'not 0, false or empty'],
  ['show_on', '    type: text-input\n    show_on: []\n', 'always shown'],
])('says what the credential dialog does with %s', (_, lines, words) => {
  expect(saidOf(viewOf(samplePlugin, 'credentials'))).not.toContain(words)
  expect(saidOf(viewOf(withCredential(lines), 'credentials'))).toContain(words)
})

it('links the help of a credential that has an address', () => {
  const files = withCredential('    type: secret-input\n    help: {en_US: Get a key}\n    url: https://a.example\n')
  expect(fieldsOf(viewOf(files, 'credentials'))[1]).toMatchObject({
    label: { text: 'API key' },
    required: true,
    control: { kind: 'input', secret: true, placeholder: 'Please enter' },
    link: { text: 'Get a key' },
  })
})

it('says in the list where the plugin comes from', () => {
  expect(cardsOf(viewOf(samplePlugin, 'card')).map(({ mark }) => mark)).toEqual(['Local Plugin', undefined])
})

it('draws the dialog of a key whole: README, name, fields, who can use it, encryption', () => {
  const { blocks, subline } = viewOf(samplePlugin, 'credentials')
  expect(subline).toContain('After configuring credentials')
  expect(blocks.map((block) => (block.kind === 'field' ? block.field.label.text : block.kind))).toEqual([
    'link',
    'Authorization Name',
    'API key',
    'Who can use',
    'actions',
    'fine',
  ])
})

const withClient = changed(
  provider,
  'credentials_for_provider:',
  'oauth_schema:\n  client_schema:\n    - {name: id, type: text-input}\ncredentials_for_provider:',
)

it('gives the redirect URI above the first field of the OAuth client, and says where there is none', () => {
  const { blocks } = viewOf(withClient, 'oauth-client')
  expect(blocks.map(({ kind }) => kind)).toEqual(['info', 'field', 'actions'])
  expect(blocks[0]).toMatchObject({
    value: 'https://…/console/api/oauth/plugin/acme/weather/weather/tool/callback',
    button: 'Copy',
  })
  const empty = changed(provider, 'credentials_for_provider:', 'oauth_schema: {}\ncredentials_for_provider:')
  expect(viewOf(empty, 'oauth-client').blocks.map(({ kind }) => kind)).toEqual(['actions'])
  expect(saidOf(viewOf(empty, 'oauth-client'))).toContain('and there is none')
})

it('opens the box of a tool: byline, texts, parameters with type words in two tabs', () => {
  const view = viewOf(samplePlugin, 'tool')
  expect(view.blocks[0]).toMatchObject({ byline: 'acme / weather', title: { text: 'Forecast' } })
  expect(view.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
    'Parameters',
    'Setting',
  ])
  expect(fieldsOf(view).map(({ typeWord, required, note }) => [typeWord, required, note?.text])).toEqual([
    ['string', true, 'City to look up.'],
    ['select', false, 'System of measurement.'],
  ])
})

it('says that parameters are hidden until somebody has authorised a provider that asks for it', () => {
  const open = writeFile(samplePlugin, provider, `identity: {name: weather}\ntools:\n  - ${tool}\n`)
  for (const id of ['node', 'agent']) {
    expect(saidOf(viewOf(samplePlugin, id))).toContain('until somebody has authorised')
    expect(saidOf(viewOf(open, id))).not.toContain('until somebody has authorised')
  }
})

it('parts parameters into inputs and settings, with the words that can be read', () => {
  const { blocks } = viewOf(samplePlugin, 'node')
  expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))).toEqual([
    'Input Variables',
    'Settings',
    'Output Variables',
    'On the canvas',
  ])
  const [city, units] = fieldsOf(viewOf(samplePlugin, 'node'))
  expect(city).toMatchObject({
    label: { text: 'City' },
    note: { text: 'City to look up.' },
    control: { badge: 'String' },
  })
  expect(units).toMatchObject({
    tooltip: { text: 'System of measurement.' },
    control: { kind: 'select', text: 'Metric' },
  })
  expect(blocks.at(-1)).toMatchObject({ kind: 'setting', name: { text: 'UNITS' }, value: 'metric' })
})

it('lists the three outputs of every tool before its own', () => {
  const names = viewOf(samplePlugin, 'node').blocks.flatMap((block) =>
    block.kind === 'output' ? [`${block.name} ${block.type}`] : [],
  )
  expect(names).toEqual(['text string', 'files array[file]', 'json array[object]', 'temperature number'])
})

it.each([
  ['type: [null, string]', 'string'],
  ["type: ['null', integer]", 'integer'],
  ['type: array\n      items: {type: string}', 'array[string]'],
  ['anyOf: [{type: object}]', 'object'],
  ['properties: {}', 'object'],
  ['items: {type: string}', 'array'],
  ['description: x', 'unknown'],
])('reads the output %s as %s', (schema, type) => {
  const files = changed(tool, '      type: number', `      ${schema}`)
  expect(viewOf(files, 'node').blocks).toContainEqual(expect.objectContaining({ name: 'temperature', type }))
})

it('lets the model fill in what an agent is given, and says which description it reads', () => {
  const agent = viewOf(samplePlugin, 'agent')
  expect(agent.blocks[0]).toMatchObject({ kind: 'textarea', text: { text: 'The forecast of a city.' } })
  expect(fieldsOf(agent).map(({ auto, typeWord }) => [auto, typeWord])).toEqual([
    [true, 'string'],
    [undefined, undefined],
  ])
  expect(saidOf(agent)).toContain('not `description.llm`')
})

it('follows the open tool', () => {
  const second = changed(provider, `  - ${tool}`, `  - ${tool}\n  - tools/second.yaml`)
  const files = writeFile(second, 'tools/second.yaml', 'identity: {label: {en_US: Second}}\n')
  const labelIn = (file: string) => {
    const node = difyViews(files, file, 'en_US', false).find(({ id }) => id === 'node')
    return node && cardsOf(node)[0]?.label.text
  }
  expect([labelIn(manifest), labelIn('tools/second.yaml')]).toEqual(['Forecast', 'Second'])
})
