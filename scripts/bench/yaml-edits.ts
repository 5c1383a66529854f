/** Edits every scalar of real YAML files and judges the result; used by the corpus test (a sample) and the bench (all). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml'
import { setIn } from '@/lib/plugin/yaml/edit'
import { parseYaml, type YamlPath, type YamlText } from '@/lib/plugin/yaml/parse'
import { corpusFolder, hasCorpus } from '@/scripts/corpus'
import { spread, type Figure } from './figure'
import { newValueFor, randomFrom } from './yaml-values'

/** A scalar of a file that can be set. */
export interface Spot {
  file: string
  path: YamlPath
  /** The same way by position, for readers that read keys differently. */
  indexes: readonly number[]
  /** As JSON has it. */
  value: unknown
}

export interface Corpus {
  texts: ReadonlyMap<string, string>
  spots: readonly Spot[]
  /** Scalars that an anchor or alias repeats. */
  excepted: number
  /** Files that do not parse strictly, with the line of the first problem. */
  refused: readonly string[]
}

export interface EditReport {
  edits: number
  /** Each failure in words; empty is what the promise asks for. */
  failures: string[]
  milliseconds: number
}

/** All YAML files below a folder with their scalars. */
export function readYamlCorpus(folder: string): Corpus {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
  const texts = new Map<string, string>()
  const spots: Spot[] = []
  const refused: string[] = []
  let excepted = 0
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8')
    const yaml = parseYaml(text)
    const problem = yaml.problems[0]
    if (problem) refused.push(`${name}:${problem.line}:${problem.column}`)
    else {
      texts.set(name, text)
      excepted += collect(yaml, name, yaml.document.contents, [], [], false, spots)
    }
  }
  return { texts, spots, excepted, refused }
}

function collect(
  yaml: YamlText,
  file: string,
  node: unknown,
  path: YamlPath,
  indexes: readonly number[],
  shared: boolean,
  spots: Spot[],
): number {
  if (isAlias(node)) return 1
  const repeated = shared || (isNodeOf(node) && yaml.repeated.has(node))
  if (isMap(node)) {
    return sum(node.items, (pair, index) => {
      const key = isScalar(pair.key) ? (pair.key.source ?? '') : undefined
      return key === undefined
        ? 1
        : collect(yaml, file, pair.value, [...path, key], [...indexes, index], repeated, spots)
    })
  }
  if (isSeq(node))
    return sum(node.items, (item, index) =>
      collect(yaml, file, item, [...path, index], [...indexes, index], repeated, spots),
    )
  if (repeated) return 1
  spots.push({ file, path, indexes, value: at(yaml.value, path) })
  return 0
}

function isNodeOf(node: unknown): node is Node {
  return isMap(node) || isSeq(node) || isScalar(node)
}

function sum<T>(items: readonly T[], count: (item: T, index: number) => number): number {
  return items.reduce((total, item, index) => total + count(item, index), 0)
}

function at(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      inner instanceof Object ? Object.entries(inner).find(([key]) => key === String(step))?.[1] : undefined,
    value,
  )
}

/** A random sample: a file, then a scalar of it, so that long files do not crowd out the others. Ordered by file. */
export function sampleSpots(corpus: Corpus, size: number, random: () => number): Spot[] {
  const byFile = [...spotsByFile(corpus.spots).values()]
  const spots = Array.from({ length: size }, () => {
    const own = byFile[Math.floor(random() * byFile.length)]
    return own?.[Math.floor(random() * own.length)]
  })
  return spots.filter((spot) => spot !== undefined).sort((one, other) => (one.file < other.file ? -1 : 1))
}

function spotsByFile(spots: readonly Spot[]): Map<string, Spot[]> {
  const byFile = new Map<string, Spot[]>()
  for (const spot of spots) {
    const own = byFile.get(spot.file)
    if (own) own.push(spot)
    else byFile.set(spot.file, [spot])
  }
  return byFile
}

/** Sets every scalar to the value that it has: not a byte may change. */
export function setOwnValues(corpus: Corpus): EditReport {
  return report(corpus.spots, (spot) => {
    const text = corpus.texts.get(spot.file) ?? ''
    const result = setIn(text, spot.path, spot.value)
    if (!result.ok) return `refused: ${result.reason}`
    return result.text === text ? undefined : 'bytes changed'
  })
}

/** Sets each of these scalars to a new value and judges what came of it. `random` gives numbers from 0 to 1. */
export function setNewValues(corpus: Corpus, spots: readonly Spot[], random: () => number): EditReport {
  return report(spots, (spot) => {
    const text = corpus.texts.get(spot.file) ?? ''
    const value = newValueFor(spot.value, random)
    const result = setIn(text, spot.path, value)
    const fault = result.ok ? faultOf(text, result.text, spot, value) : `refused: ${result.reason}`
    return fault && `${JSON.stringify(value)}: ${fault}`
  })
}

function report(spots: readonly Spot[], judge: (spot: Spot) => string | undefined): EditReport {
  const started = performance.now()
  const failures: string[] = []
  for (const spot of spots) {
    const fault = judge(spot)
    if (fault !== undefined) failures.push(`${spot.file} /${spot.path.join('/')} := ${fault}`)
  }
  return { edits: spots.length, failures, milliseconds: performance.now() - started }
}

/** YAML 1.2 is our own reading, which the edit made already; YAML 1.1 is the library's. */
function faultOf(before: string, after: string, spot: Spot, value: unknown): string | undefined {
  const yaml = parseYaml(before)
  if (!isDeepStrictEqual(parseYaml(after).value, withChange(yaml.value, spot.path, value)))
    return 'reads otherwise under YAML 1.2'
  const as11 = parseDocument(after.replace(/^\ufeff/, ''), {
    version: '1.1',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const node = nodeByIndexes(as11, spot.indexes)
  if (!isScalar(node) || !isDeepStrictEqual(node.value, value)) return 'reads otherwise under YAML 1.1'
  return linesFault(before, after, nodeByIndexes(yaml.document, spot.indexes))
}

function withChange(value: unknown, path: YamlPath, leaf: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return leaf
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withChange(item, rest, leaf) : item))
  if (!(value instanceof Object)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === step ? withChange(item, rest, leaf) : item]),
  )
}

function nodeByIndexes(document: Document, indexes: readonly number[]): Node | null {
  let node: unknown = document.contents
  for (const index of indexes) {
    if (isMap(node)) node = node.items[index]?.value
    else if (isSeq(node)) node = node.items[index]
  }
  return isNodeOf(node) ? node : null
}

/** Only the lines of the value itself may differ. */
function linesFault(before: string, after: string, node: Node | null): string | undefined {
  const [from = 0, to = 0] = node?.range ?? []
  const head = before.slice(0, before.lastIndexOf('\n', Math.max(0, from - 1)) + 1)
  const end = before[to - 1] === '\n' ? to - 1 : to
  const newline = before.indexOf('\n', end)
  const tail = newline === -1 ? '' : before.slice(newline)
  if (!after.startsWith(head)) return 'lines before it changed'
  return after.endsWith(tail) ? undefined : 'lines after it changed'
}

/** Every scalar of the corpus set to its own and to a new value; failures have to be 0. And how long single steps take. */
export async function editEveryScalar(): Promise<Figure[]> {
  if (!hasCorpus) return []
  const corpus = readYamlCorpus(corpusFolder)
  const own = setOwnValues(corpus)
  const changed = setNewValues(corpus, corpus.spots, randomFrom(2))
  for (const failure of [...own.failures, ...changed.failures].slice(0, 20)) console.error(failure)
  return [
    { name: 'YAML files edited', value: corpus.texts.size, unit: 'files' },
    { name: 'YAML files refused (no strict parser reads them)', value: corpus.refused.length, unit: 'files' },
    { name: 'YAML places excepted (anchors and aliases)', value: corpus.excepted, unit: 'places' },
    { name: 'YAML scalars set to their own and to a new value', value: own.edits + changed.edits, unit: 'edits' },
    {
      name: 'YAML edits that went wrong',
      value: own.failures.length + changed.failures.length,
      unit: 'edits',
      limit: 0,
    },
    ...measureSteps(corpus),
  ]
}

/** Files of 5 to 15 kB: reading a text that was just typed, and one edit beyond the reading before and after it. */
function measureSteps(corpus: Corpus): Figure[] {
  const reading: number[] = []
  const editing: number[] = []
  const random = randomFrom(3)
  for (const spot of corpus.spots) {
    const text = corpus.texts.get(spot.file) ?? ''
    if (text.length < 5_000 || text.length > 15_000 || random() > 0.05 || typeof spot.value !== 'string') continue
    const typed = `${text}\n# ${reading.length}\n`
    reading.push(timeOf(() => parseYaml(typed)))
    editing.push(timeOf(() => setIn(typed, spot.path, `${String(spot.value)}x`)))
  }
  return [
    ...spread('read a YAML text of 5 to 15 kB', reading, 'ms'),
    ...spread('set one value in it and read it back', editing, 'ms'),
  ]
}

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
