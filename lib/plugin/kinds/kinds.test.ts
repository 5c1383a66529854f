import { describe, expect, test } from 'vitest'
import { checkPlugin } from '../check'
import { createPlugin, kindsProblem } from '../create'
import type { WidgetId } from '../document'
import type { Kind } from '../kind'
import { danglingRefs } from '../edit/test-changes'
import { changedPaths, textOf, type Files } from '../files'
import { isPristine, pythonsOf } from '../follow-python'
import { itemLists } from '../item-lists'
import { packPlugin } from '../package/pack'
import { packedFiles } from '../package/packed-files'
import { readArchive } from '../package/read-archive'
import { documentsOf } from '../references'
import { compareReleases } from '../rules/releases'
import { fieldAt, fieldTree, type FieldNode } from '../schema/field-tree'
import { parseYaml } from '../yaml/parse'
import { documentTypeById, documentTypes, kindById, kindOfSection, kinds } from './registry'

/** What New plugin does not ask, so that a fresh plugin cannot be published yet: where its source is and how to reach its author. */
const expectedFindings = ['publish contact', 'publish readme-source', 'publish repo-missing']

const widgets: Record<WidgetId, true> = {
  text: true,
  multiline: true,
  number: true,
  switch: true,
  segments: true,
  select: true,
  localized: true,
  tags: true,
  permissions: true,
  icon: true,
  file: true,
  date: true,
  list: true,
  entries: true,
  options: true,
  value: true,
  schema: true,
  price: true,
  strings: true,
  color: true,
  group: true,
  offered: true,
}

/** Fresh plugins of one kind: as each starter makes them, and with several items. */
function freshPlugins(kindId: string): (readonly [string, Files])[] {
  const kind = kindById(kindId)
  const base = { name: 'weather', author: 'acme', createdAt: '2025-01-01T00:00:00Z' }
  const items = Object.fromEntries((kind?.items ?? []).map((type) => [type.id, ['search', 'find-2', 'class', 'null']]))
  return [
    ...(kind?.starters ?? []).map(
      (starter) =>
        [`starter ${starter.id}`, createPlugin(starter.kindIds ?? [kindId], { ...base, ...starter.answers })] as const,
    ),
    ['four items', createPlugin([kindId], { ...base, credentials: 'api-key', items })],
    ...variantsOf(kind).flatMap((variant) =>
      (kind?.signIns ?? []).map(
        (credentials) =>
          [
            `four items of ${variant ?? 'the kind'}, ${credentials}`,
            createPlugin([kindId], { ...base, variant, credentials, items }),
          ] as const,
      ),
    ),
  ]
}

function variantsOf(kind: Kind | undefined): (string | undefined)[] {
  return kind?.variants?.map(({ id }) => id) ?? [undefined]
}

describe.each(kinds.map((kind) => [kind.id, kind] as const))('the kind %s', (id, kind) => {
  const fresh = freshPlugins(id)

  test('has words for people, a place in the manifest and at least one starter', () => {
    for (const words of [kind.title, kind.summary, kind.icon]) expect(words.trim()).not.toBe('')
    expect(kind.docsUrl).toMatch(/^https:\/\/docs\.dify\.ai\//)
    expect(kindById(id)).toBe(kind)
    expect(kindOfSection(kind.manifestKey)).toBe(kind)
    expect(kind.starters.length).toBeGreaterThan(0)
  })

  test.each(fresh)('%s: has no error, and of publishing only what New plugin does not ask', (_title, files) => {
    const found = checkPlugin(packedFiles(files)).filter(({ severity }) => severity !== 'advice')
    expect([...new Set(found.map(({ severity, rule }) => `${severity} ${rule}`))].sort()).toEqual(expectedFindings)
  })

  test.each(fresh)('%s: every reference leads to a file and every document parses', (_title, files) => {
    expect(danglingRefs(files)).toEqual([])
    for (const path of documentsOf(files).keys()) expect(parseYaml(textOf(files, path) ?? '[').ok).toBe(true)
    expect([...documentsOf(files).values()]).toEqual(expect.arrayContaining(['manifest', kind.root.id]))
  })

  test.each(fresh)('%s: Python is an untouched stub', (_title, files) => {
    const sources = [...documentsOf(files).keys()].flatMap((path) =>
      pythonsOf(files, path).map((python) => [path, python] as const),
    )
    expect(sources.length).toBeGreaterThan(0)
    expect(sources.filter(([path, python]) => !isPristine(files, path, python))).toEqual([])
  })

  test.each(fresh)('%s: declares a release of Dify that knows the kind', (_title, files) => {
    const declared = valueOfPath(parseYaml(textOf(files, 'manifest.yaml') ?? '').value, 'meta.minimum_dify_version')
    // what else the plugin uses may need a later one
    expect(compareReleases(String(declared ?? '0.0.0'), kind.declares ?? kind.since ?? '0.0.0')).toBeGreaterThanOrEqual(
      0,
    )
  })

  test.each(fresh)('%s: comes back from its package', async (_title, files) => {
    const opened = readArchive(await packPlugin(files))
    expect(opened.ok && changedPaths(opened.files, packedFiles(files))).toEqual([])
  })
})

describe.each(documentTypes().map((type) => [type.id, type] as const))('the document type %s', (id, type) => {
  test('is found by its id', () => {
    expect(documentTypeById(id)).toBe(type)
  })

  test('lists only fields of its schema in its form', () => {
    const tree = fieldTree(type)
    const fields = type.form.flatMap((section) => section.fields)
    expect(fields.filter((field) => fieldAt(tree, field.split('.')) === undefined)).toEqual([])
    expect(new Set(fields).size).toBe(fields.length)
    expect(new Set(type.form.map((section) => section.id)).size).toBe(type.form.length)
  })

  test('says what every field is called, what it means and how it is drawn', () => {
    for (const [path, { meta }] of fieldsOf(fieldTree(type))) {
      // An item of a list and a value of a map go by the list's noun and their own name.
      if (!/[\]*]$/.test(path)) expect([meta.title, meta.description].join(' '), path).toMatch(/^\S.* \S/)
      expect(Object.hasOwn(widgets, meta.widget ?? 'text'), `${path}: ${meta.widget}`).toBe(true)
    }
  })

  test('lists only fields of an item in its row and form', () => {
    for (const [path, node] of fieldsOf(fieldTree(type))) {
      const item = node.meta.item
      const inner = node.items ?? node.values
      if (!item || !inner) continue
      const fields = [...item.row, ...item.form.flatMap((section) => section.fields)]
      expect(
        fields.filter((field) => fieldAt(inner, field.split('.')) === undefined && field !== 'name'),
        path,
      ).toEqual([])
    }
  })

  test('names its items, their place, its name and its unique texts within its schema', () => {
    const lists = itemLists(type)
    const inLists = lists.flatMap(({ at, read, offered }) => [at, ...read, offered?.at])
    for (const place of [...inLists, type.namePath, ...(type.unique ?? [])])
      if (place !== undefined) expect(fieldAt(fieldTree(type), place.split('.')), place).toBeDefined()
    for (const list of lists) {
      const item = documentTypeById(list.type)
      expect(item).toBeDefined()
      for (const place of list.readBack ?? [])
        expect(item && fieldAt(fieldTree(item), place.split('.')), place).toBeDefined()
    }
  })

  test('holds for values of any shape', () => {
    for (const value of [
      undefined,
      null,
      0,
      'x',
      [],
      {},
      [[]],
      { identity: [] },
      { plugins: { tools: [null, 1, {}] } },
      { tools: {}, endpoints: 'x' },
    ]) {
      expect(type.refs(value)).toEqual([])
      expect(type.label(value, 'a.yaml')).toBeTruthy()
    }
  })

  test('makes a starter that parses, whatever it is called', () => {
    for (const name of ['plain', 'null', '123', 'a: b', '"', '#', '- x', '中文', "it's", '\\']) {
      const text = type.starter({ name, author: name, label: name, path: `x/${id}.yaml`, python: `x/${id}.py` })
      const yaml = parseYaml(text)
      expect(yaml.ok, text).toBe(true)
      if (type.namePath !== undefined) expect(String(valueOfPath(yaml.value, type.namePath))).toBe(name)
    }
  })
})

test('kinds that may share a plugin do', () => {
  const together = kinds.filter((kind) => !kind.alone).map((kind) => kind.id)
  const files = createPlugin(together, { name: 'weather', author: 'acme', createdAt: '2025-01-01T00:00:00Z' })
  expect(danglingRefs(files)).toEqual([])
  expect(checkPlugin(packedFiles(files)).filter(({ severity }) => severity === 'error')).toEqual([])
  expect(kindsProblem(together)).toBeUndefined()
})

function fieldsOf(node: FieldNode, path = '', depth = 0): (readonly [string, FieldNode])[] {
  if (depth > 8) return []
  const inner: (readonly [string, FieldNode | undefined])[] = [
    ...[...node.properties].map(([key, field]) => [`${path}.${key}`, field] as const),
    [`${path}[]`, node.items],
    [`${path}.*`, node.values],
  ]
  return inner.flatMap(([place, field]) =>
    field ? [[place, field] as const, ...fieldsOf(field, place, depth + 1)] : [],
  )
}

function valueOfPath(value: unknown, dotted: string): unknown {
  return dotted.split('.').reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], value)
}
