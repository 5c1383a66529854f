import type { DocumentType } from '../document'
import type { Files } from '../files'
import { documentsOf, documentTypeOf } from '../references'
import { offersAt } from '../schema/offers'
import { fieldAt, fieldTree, type FieldNode } from '../schema/field-tree'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import { scalarText } from '../yaml/scalar-text'
import type { YamlPath } from '../yaml/parse'
import { factsOf } from './field-facts'
import { probeAt, probeKeyAt, probeWord, type Probe } from './probe'

/** Something that may be written at a place. Offsets are in the text. */
export interface Completion {
  label: string
  /** Behind the label: "Required", the human word of a value. */
  detail: string
  /** Markdown. */
  help: string
  kind: 'key' | 'value' | 'file'
  insert: string
  from: number
  to: number
  required: boolean
}

/**
 * What the document types allow at an offset of a file: keys that are not there yet, words of an enum, true and false, and files of
 * the plugin where a file is named. Works on text that does not parse. Inserted text reads the same in YAML 1.1 and 1.2.
 */
export function completionsAt(files: Files, file: string, text: string, offset: number): Completion[] {
  const type = documentTypeOf(files, file)
  const probe = type && probeAt(text, offset)
  if (!type || !probe) return []
  if (probe.kind === 'key') return keysFor(type, probe)
  const values = valuesFor(files, file, type, probe)
  const behindDash = typeof probe.path.at(-1) === 'number' && !probe.flow
  const asKey = behindDash ? probeKeyAt(text, probe) : undefined
  return asKey && values.length === 0 ? keysFor(type, asKey) : values
}

function keysFor(type: DocumentType, probe: Probe): Completion[] {
  const map = valueAt(probe.value, probe.path)
  const present = new Set(isRecord(map) ? Object.keys(map) : [])
  const known = new Map<string, { node: FieldNode; required: boolean }>()
  for (const node of shapesOf(fieldAt(fieldTree(type), probe.path)))
    for (const [key, child] of node.properties)
      if (!known.has(key)) known.set(key, { node: child, required: node.required.has(key) })
  return [...known].flatMap(([key, { node, required }]): Completion[] => {
    if (present.has(key) || node.meta.onlyWhenPresent || !applies(node, map)) return []
    const { title, rare } = node.meta
    return [
      {
        label: key,
        detail: required ? `${title}, required` : rare ? `${title}, rare` : title,
        help: factsOf(node),
        kind: 'key',
        insert: key + (probe.colon ? '' : probe.flow ? ': ' : openingOf(node, probe.column)),
        from: probe.from,
        to: probe.to,
        required,
      },
    ]
  })
}

/** The node and the shapes it may take. */
function shapesOf(node: FieldNode | undefined): FieldNode[] {
  return node ? [node, ...node.shapes.flatMap(shapesOf)] : []
}

/** Whether a field that is there only for some types is for this one. */
function applies({ meta }: FieldNode, map: unknown): boolean {
  return Object.entries(meta.showFor ?? {}).every(([key, values]) => {
    const value = valueAt(map, [key])
    return typeof value !== 'string' || values.includes(value)
  })
}

/** What follows a new key: a blank for a scalar, an indented line for a map, a dash for a list. */
function openingOf(node: FieldNode, column: number): string {
  const shapes = shapesOf(node)
  const indent = `\n${' '.repeat(column + 2)}`
  if (shapes.some(({ types }) => types.some((type) => type !== 'object' && type !== 'array'))) return ': '
  if (shapes.some(({ items }) => items)) return `:${indent}- `
  return shapes.some(({ properties, values }) => properties.size > 0 || values) ? `:${indent}` : ': '
}

function valuesFor(files: Files, file: string, type: DocumentType, probe: Probe): Completion[] {
  const nodes = shapesOf(fieldAt(fieldTree(type), probe.path))
  const base = { from: probe.from, to: probe.to, required: false }
  const words = nodes.flatMap((node) =>
    (node.words ?? (node.meta.offers ? offersAt(probe.value, probe.path, node.meta.offers) : [])).map((word) => ({
      word,
      node,
    })),
  )
  const there = present(probe)
  const offered = words
    .filter(({ word }) => !there.has(word))
    .map(({ word, node }): Completion => {
      const choice = (node.meta.choices ?? choicesAbove(type, probe.path))?.[word]
      const insert = scalarText(word, undefined, probe.flow)
      return {
        ...base,
        label: word,
        detail: choice?.title ?? '',
        help: choice?.description ?? '',
        kind: 'value',
        insert,
      }
    })
  const booleans = nodes.some(({ types }) => types.includes('boolean')) ? ['true', 'false'] : []
  return [
    ...offered,
    ...booleans.map((word): Completion => ({
      ...base,
      label: word,
      detail: '',
      help: '',
      kind: 'value',
      insert: word,
    })),
    ...filesFor(files, file, type, probe).map((target): Completion => ({
      ...base,
      label: target,
      detail: 'File of the plugin',
      help: '',
      kind: 'file',
      insert: scalarText(target, undefined, probe.flow),
    })),
  ]
}

/** Of a list of words, those that stand in it already. */
function present({ path, value }: Probe): Set<unknown> {
  const list = typeof path.at(-1) === 'number' ? valueAt(value, path.slice(0, -1)) : undefined
  return new Set(Array.isArray(list) ? list : [])
}

/** Titles of the words of a list stand at the list. */
function choicesAbove(type: DocumentType, path: YamlPath) {
  return typeof path.at(-1) === 'number' ? fieldAt(fieldTree(type), path.slice(0, -1))?.meta.choices : undefined
}

/** Files that a reference at this place could name; what a reference is, the document type says. */
function filesFor(files: Files, file: string, type: DocumentType, { value, path }: Probe): string[] {
  const as = type.refs(value).find(({ target, at }) => target === probeWord && at.join('\0') === path.join('\0'))?.as
  if (as === undefined) return []
  const paths = [...files.keys()].filter((each) => each !== file)
  if (as === 'asset')
    return paths.filter((each) => each.startsWith('_assets/')).map((each) => each.slice('_assets/'.length))
  if (as === 'python') return paths.filter((each) => each.endsWith('.py'))
  if (as === 'text') return paths.filter((each) => each.endsWith('.md'))
  const documents = documentsOf(files)
  return paths.filter((each) => /\.ya?ml$/.test(each) && (!documents.has(each) || documents.get(each) === as))
}
