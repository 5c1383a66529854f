import fc from 'fast-check'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { insertEntry, insertIn, moveIn, removeIn, renameKey, setIn, type EditResult } from './edit'
import { parseYaml } from './parse'

/** Texts that have a bit of everything; random edits are made in them one after the other. */
const TEXTS = [
  '',
  '# only a comment\n',
  'a: 1 # A\n# of b\nb:   # B\n  # of c\n  c: x\n  # after c\n\n  # of d\n  d: y\n# of e\ne:\n- 1 # one\n# of two\n- 2\n\n- - deep\n  - deeper\n# the end\n',
  '- a: 1\n  # of b\n  b: 2\n-   c: 3\n    d:\n    - e\n-\n  f: 4\n  g: 5\n- only: 1\n- - - x\n',
  'list: [one, two,\n  three]  # three things\nmap: {a: 1, b: 2}\nempty: {}\nnone: []\nnull_here:\ntilde: ~\n',
  '{a: 1, b: [x, \'y\', {c: d}], # inside\n e: "f"}\n',
  'keep: |+\n  a\n\n\nfold: >-\n    b\n    c\n\nindent: |2\n    two more\n  here\nplain: several\n  lines of\n  text\nquoted: "one\n\n  two"\nend: |\n  last\n',
  '\'single\': \'it\'\'s\'\n"double": "tab\\t"\n"a/b~c": 1\n? long key\n: value\n"": empty key\n12: number key\nyes: 1.1\n',
  '---\nfirst: 1\nsecond: [ a ]\n...\n',
  'a: [\n  1, # one\n  {x: y}, # two\n]\nb: 1',
  '\ufeffa:\r\n  - b: |\r\n      text\r\n  # of c\r\n  - c\r\n',
]

const text = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'yes',
    '1',
    'a: b',
    '# c',
    "it's",
    'say "x"',
    'one\ntwo',
    'one\n\n',
    ' lead\nx\n',
    '\ttab\nx',
    'end \n ',
    '\u2028',
    '- a',
    '{{ x }}',
    'a\r\nb',
    '2024-01-01',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => !/\p{Surrogate}/u.test(value)),
  fc
    .array(fc.constantFrom(' ', '\n', 'a', '#', ':', '-', '"', "'", '\t', ',', ']'), { maxLength: 8 })
    .map((parts) => parts.join('')),
)
const leaf = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)
const key = fc.constantFrom('k', 'name', '12', 'no', 'x y', 'a:', '', '__proto__', 'é')
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}))
const edit = fc.record({
  kind: fc.constantFrom('set', 'set', 'set', 'remove', 'insert', 'entry', 'move', 'rename', 'own'),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  value,
  key,
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never
type Path = (string | number)[]
type Model = null | string | number | boolean | Model[] | Map<string, Model>

/** A model of the value that keeps the order of keys and any key. */
function modelOf(source: unknown): Model {
  if (Array.isArray(source)) return source.map(modelOf)
  if (source instanceof Map) return new Map([...source].map(([name, inner]) => [String(name ?? ''), modelOf(inner)]))
  if (typeof source === 'object' && source !== null)
    return new Map(Object.entries(source).map(([name, inner]) => [name, modelOf(inner)]))
  return Object.is(source, -0) ? 0 : (source as Model)
}

/** By the library itself, which does not take a byte order mark before a dash. */
function modelOfText(source: string): Model {
  return modelOf(parse(source.replace(/^\ufeff/, ''), { mapAsMap: true, uniqueKeys: false }))
}

function placesOf(model: Model, path: Path = []): { path: Path; model: Model }[] {
  const inner =
    model instanceof Map
      ? [...model].flatMap(([name, child]) => placesOf(child, [...path, name]))
      : Array.isArray(model)
        ? model.flatMap((child, index) => placesOf(child, [...path, index]))
        : []
  return [{ path, model }, ...inner]
}

/** The model with the children of one place replaced; undefined as leaf removes. */
function changed(model: Model, path: Path, leafOf: (old: Model) => Model): Model {
  const [step, ...rest] = path
  if (step === undefined) return leafOf(model)
  if (model instanceof Map)
    return new Map([...model].map(([name, child]) => [name, name === step ? changed(child, rest, leafOf) : child]))
  if (Array.isArray(model)) return model.map((child, index) => (index === step ? changed(child, rest, leafOf) : child))
  return model
}

function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const copy = [...items]
  copy.splice(to, 0, ...copy.splice(from, 1))
  return copy
}

/** What an edit does to the text, and what it must do to the model. */
function attempt(
  source: string,
  model: Model,
  { kind, pick, other, value: wanted, key: name }: Edit,
): { result: EditResult; expected: Model } | undefined {
  const places = placesOf(model)
  const place = places[pick % places.length]
  if (!place) return undefined
  const { path, model: old } = place
  const parent = path.slice(0, -1)
  const last = path.at(-1)
  if (kind === 'own') return { result: setIn(source, path, plain(old)), expected: model }
  if (kind === 'set')
    return { result: setIn(source, path, wanted), expected: changed(model, path, () => modelOf(wanted)) }
  if (kind === 'remove' && last !== undefined) {
    const without = (held: Model): Model =>
      held instanceof Map
        ? new Map([...held].filter(([one]) => one !== last))
        : (held as Model[]).filter((_, index) => index !== last)
    return { result: removeIn(source, path), expected: changed(model, parent, without) }
  }
  if (kind === 'insert' && Array.isArray(old)) {
    const index = other % (old.length + 1)
    return {
      result: insertIn(source, path, index, wanted),
      expected: changed(model, path, () => old.toSpliced(index, 0, modelOf(wanted))),
    }
  }
  if (kind === 'entry' && old instanceof Map && !old.has(name)) {
    const index = other % (old.size + 1)
    const entries = [...old].toSpliced(index, 0, [name, modelOf(wanted)])
    return {
      result: insertEntry(source, path, name, wanted, index),
      expected: changed(model, path, () => new Map(entries)),
    }
  }
  if (kind === 'move' && old instanceof Object && sizeOf(old) > 1) {
    const [from, to] = [other % sizeOf(old), (other >> 4) % sizeOf(old)]
    const expected = changed(model, path, () =>
      old instanceof Map ? new Map(moved([...old], from, to)) : moved(old, from, to),
    )
    return { result: moveIn(source, path, from, to), expected }
  }
  if (kind === 'rename' && typeof last === 'string') {
    const holder = places.find(
      (one) => one.path.length === parent.length && one.path.every((step, index) => step === parent[index]),
    )?.model
    if (!(holder instanceof Map) || holder.has(name)) return undefined
    const entries = [...holder].map(([one, child]): [string, Model] => [one === last ? name : one, child])
    return { result: renameKey(source, path, name), expected: changed(model, parent, () => new Map(entries)) }
  }
  return undefined
}

function sizeOf(model: Model[] | Map<string, Model>): number {
  return Array.isArray(model) ? model.length : model.size
}

function plain(model: Model): unknown {
  if (Array.isArray(model)) return model.map(plain)
  if (!(model instanceof Map)) return model
  const entries = [...model].map(([name, child]): [string, unknown] => [name, plain(child)])
  return Object.fromEntries(entries)
}

/** Keys in one order, so that objects compare by content where their order is not defined. */
function sorted(model: Model): Model {
  if (Array.isArray(model)) return model.map(sorted)
  return model instanceof Map
    ? new Map(
        [...model]
          .map(([name, child]): [string, Model] => [name, sorted(child)])
          .sort(([one], [two]) => (one < two ? -1 : 1)),
      )
    : model
}

function comments(source: string): string[] {
  return source.match(/#[^\n"']*/g)?.map((comment) => comment.trim()) ?? []
}

describe('random edits, one after the other', () => {
  it('give exactly the wanted value and keep comments, line ends and byte order mark', { timeout: 120_000 }, () => {
    let made = 0
    let refused = 0
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
        let source = start
        for (const one of edits) {
          const tried = attempt(source, modelOfText(source), one)
          if (!tried) continue
          const { result, expected } = tried
          if (!result.ok) {
            // Only a move may find no place: a block that ends the file has to keep its missing line end.
            expect(`${one.kind}: ${result.reason}`).toMatch(/^(?:move|rename: Rename this in the text)/)
            refused++
            continue
          }
          made++
          const ordered = one.kind === 'set' ? sorted : (model: Model) => model
          expect(ordered(modelOfText(result.text))).toEqual(ordered(expected))
          expect(parseYaml(result.text).ok).toBe(true)
          if (one.kind === 'own') expect(result.text).toBe(source)
          if (['insert', 'entry', 'rename', 'move'].includes(one.kind)) {
            for (const comment of comments(start).filter((each) => source.includes(each)))
              expect(result.text).toContain(comment)
          }
          expect(result.text.startsWith('\ufeff')).toBe(start.startsWith('\ufeff'))
          if (start.includes('\r')) expect(result.text.replaceAll('\r\n', '')).not.toContain('\n')
          else if (!start.includes('\n')) expect(result.text).not.toContain('\r')
          source = result.text
        }
      }),
      { numRuns: 10_000, seed: 20260101 },
    )
    console.info(`${made} edits made, ${refused} refused`)
  })
})
