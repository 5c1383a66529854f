import { describe, expect, test } from 'vitest'
import { createPlugin } from '@/lib/plugin/create'
import { examplePlugin } from '@/lib/plugin/edit/example-plugin'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { documentSource } from './document-source'
import { createStore } from './store/store'

const file = 'tools/forecast.yaml'

function open() {
  const clock = { now: 0 }
  const store = createStore({
    files: examplePlugin(),
    revision: 'r1',
    place: { file, code: file, at: [] },
    now: () => clock.now,
  })
  return {
    store,
    clock,
    source: documentSource(store, file),
    text: (path = file) => String(store.get().files.get(path)),
  }
}

describe('typing in a field', () => {
  test('needs quotes only while the text does', () => {
    const { source, text } = open()
    const before = text()
    for (const typed of ['Forecast ', 'Forecast f', 'Forecast fo', 'Forecast for all'])
      source.set(['identity', 'label', 'en_US'], typed, 'Label')
    expect(text()).toBe(before.replace('en_US: Forecast\n', 'en_US: Forecast for all\n'))
  })

  test('is one step of undo and takes untouched Python along', () => {
    const { store, source, text } = open()
    const before = [text(), text('tools/forecast.py')]
    for (const typed of ['t', 'to', 'tow', 'town']) source.set(['parameters', 0, 'name'], typed, 'Name')
    expect(text('tools/forecast.py')).toContain('"town"')
    expect(store.get().undo.map((entry) => entry.label)).toEqual(['Rename parameter city'])
    store.undo()
    expect([text(), text('tools/forecast.py')]).toEqual(before)
  })

  test('of a name takes along what goes by it elsewhere, as one step', () => {
    const files = createPlugin(['trigger'], {
      name: 'forge',
      author: 'acme',
      createdAt: '2025-01-01T00:00:00Z',
      credentials: 'api-key',
      items: { event: ['push', 'issue'] },
    })
    const event = 'events/push.yaml'
    const store = createStore({ files, revision: 'r1', place: { file: event, code: event, at: [] } })
    const options = () => String(store.get().files.get('provider/forge.yaml')).match(/- value: \w+/g)
    expect(options()).toEqual(['- value: push', '- value: issue'])
    const source = documentSource(store, event)
    for (const typed of ['pushe', 'pushed']) source.set(['identity', 'name'], typed, 'Name')
    expect(options()).toEqual(['- value: pushed', '- value: issue'])
    expect(store.get().undo).toHaveLength(1)
    store.undo()
    expect(options()).toEqual(['- value: push', '- value: issue'])
  })

  test('goes on from what the code pane wrote in between', () => {
    const { store, source, text } = open()
    source.set(['identity', 'author'], 'acm', 'Author')
    store.change('Edit', (files) => new Map(files).set(file, text().replace('# models call it so', '# theirs')))
    source.set(['identity', 'author'], 'ac', 'Author')
    expect(text()).toContain('# theirs')
    expect(text()).toContain('author: ac\n')
  })

  test('a name takes texts along that follow it, in one step of undo', () => {
    const { store, source, text } = open()
    const before = text()
    const label = ['parameters', 0, 'label', 'en_US']
    for (const typed of ['T', 'To', 'Town '])
      source.set(['parameters', 0, 'name'], typed.toLowerCase().trim(), 'Name', [{ at: label, value: typed }])
    source.set(['parameters', 0, 'name'], 'town_hall', 'Name', [{ at: label, value: 'Town hall' }])
    expect(text()).toContain('label: {en_US: Town hall}\n')
    expect(store.get().undo.map((entry) => entry.label)).toEqual(['Rename parameter city'])
    store.undo()
    expect(text()).toBe(before)
  })

  test('makes the maps that are missing above a place', () => {
    const { source } = open()
    source.set(['parameters', 1, 'template', 'enabled'], true, 'Template')
    expect(valueAt(source.value(), ['parameters', 1, 'template'])).toEqual({ enabled: true })
  })

  test('that is refused changes nothing, and the field says why instead of a notice', () => {
    const { store, source } = open()
    store.change('Edit', (files) => new Map(files).set(file, '- a list\n'))
    expect(source.set(['identity', 'name'], 'x', 'Name')).toMatchObject({ ok: false })
    expect(store.get().notice).toBeUndefined()
  })
})

test('a first entry makes its list', () => {
  const { source } = open()
  expect(source.insert(['parameters', 0, 'options'], 0, { value: 'a' }, 'Add option')).toEqual({ ok: true })
  expect(valueAt(source.value(), ['parameters', 0, 'options'])).toEqual([{ value: 'a' }])
})

test('an uploaded picture gets a name that is free and plain', () => {
  const { store, source } = open()
  expect(source.upload('_assets', 'Icon.svg', new TextEncoder().encode('<svg/>'))).toEqual({
    ok: true,
    path: '_assets/icon_2.svg',
  })
  expect(source.upload('_assets', 'Mein Bild (1).PNG', new Uint8Array([0, 1]))).toEqual({
    ok: true,
    path: '_assets/mein-bild-1-.png',
  })
  expect(store.get().files.get('_assets/icon_2.svg')).toBe('<svg/>')
})

test('an uploaded picture that is too large is refused in a sentence', () => {
  const { store, source } = open()
  expect(source.upload('_assets', 'huge.png', new Uint8Array(50 * 1024 * 1024))).toEqual({
    ok: false,
    reason: 'Nothing was added. Remove or shrink files: a plugin holds 50 MiB at most.',
  })
  expect(store.get().undo).toEqual([])
})

test('a price comes with what it is for, typed letter by letter, and takes it along when it goes', () => {
  const at = ['pricing', 'input']
  const model = 'models/llm/first_llm.yaml'
  const files = createPlugin(['model'], { name: 'tiny', author: 'acme', createdAt: '2026-01-01T00:00:00Z' })
  const store = createStore({ files, revision: 'r1', place: { file: model, code: model, at: [] } })
  const source = documentSource(store, model)
  source.setFocus(at)
  for (const typed of ['1', '1.', '1.5']) source.set(at, typed, 'Input')
  expect(store.get().files.get(model)).toBe(
    `${String(files.get(model))}pricing:\n  input: "1.5"\n  unit: "0.000001"\n  currency: USD\n`,
  )
  source.remove(at, 'Input')
  expect(store.get().files).toEqual(files)
})

test('a first field of a sign-in makes both lists, which Dify wants', () => {
  const { store } = open()
  const provider = documentSource(store, 'provider/weather.yaml')
  provider.insert(['oauth_schema', 'client_schema'], 0, { name: 'client_id' }, 'Add client field')
  expect(valueAt(provider.value(), ['oauth_schema'])).toEqual({
    client_schema: [{ name: 'client_id' }],
    credentials_schema: [],
  })
  provider.remove(['oauth_schema', 'credentials_schema'], 'Delete')
  expect(valueAt(provider.value(), ['oauth_schema'])).toEqual({ client_schema: [{ name: 'client_id' }] })
})
