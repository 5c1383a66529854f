import { textOf, type Files } from '../files'
import { outlineOf } from './python-outline'

/** What the SDK makes plugins of (sdk.md section a.0), with the classes that it derives from them itself. */
const sdkClasses: ReadonlyMap<string, readonly string[]> = new Map([
  ['Tool', []],
  ['ToolProvider', ['AgentProvider']],
  ['Endpoint', []],
  ['ModelProvider', ['OAICompatProvider']],
  ['LargeLanguageModel', ['OAICompatLargeLanguageModel']],
  ['TextEmbeddingModel', ['OAICompatEmbeddingModel']],
  ['RerankModel', ['OAICompatRerankModel']],
  ['Speech2TextModel', ['OAICompatSpeech2TextModel']],
  ['TTSModel', ['OAICompatText2SpeechModel']],
  ['ModerationModel', []],
  ['AgentStrategy', []],
  ['DatasourceProvider', []],
  ['WebsiteCrawlDatasource', []],
  ['OnlineDocumentDatasource', []],
  ['OnlineDriveDatasource', []],
  ['Trigger', []],
  ['TriggerSubscriptionConstructor', []],
  ['Event', []],
])
const sdkNames: ReadonlySet<string> = new Set([...sdkClasses].flatMap(([name, more]) => [name, ...more]))

/** Modules none of whose names is a class that a plugin is made of; so is dify_plugin for names that are not `sdkNames`. */
const plainModules =
  /^(dify_plugin\.(errors|entities)|__future__|abc|collections|contextlib|dataclasses|datetime|decimal|enum|functools|http|io|itertools|json|logging|os|pathlib|re|time|typing|urllib|uuid|pydantic|requests|httpx|werkzeug|yarl)(\.|$)/
const builtin = /^(object|type|dict|list|set|tuple|str|bytes|int|float|\w*(Error|Exception|Warning))$/

/** Subclasses of a base that the SDK finds in a module: those that it defines and those that it imports by name. */
export interface Derived {
  names: readonly string[]
  /** There are no others. Else something may come in, or be made, that the text does not tell. */
  all: boolean
  /** Each of them is certainly there once the module has run. */
  certain: boolean
  /** Every class has bases that are known to be no such class; false where one may be. */
  known: boolean
}

/** Looks at the text of a module and at the plugin's own modules that it imports from; none of them is run. */
export function derivedIn(files: Files, file: string, base: string, seen = new Map<string, Derived>()): Derived {
  const known = seen.get(file)
  if (known) return known
  // What a module imports from one that imports it cannot be told.
  seen.set(file, { names: [], all: false, certain: false, known: false })
  const { classes, imports, stars, made } = outlineOf(textOf(files, file) ?? '', 'outline')
  const taken = imports
    .flatMap(({ text, top }) => namesOf(text).map((each) => ({ ...each, top })))
    .filter(({ name }) => name !== base)
    .map((each) => ({ ...each, kind: originOf(files, file, each, base, seen) }))
  const foreign = imports.some(
    ({ text }) => !/^from\s+dify_plugin\b/.test(text) && namesOf(text).some(({ as }) => as === base),
  )
  const kindOf = (name: string, above: readonly string[] = []): Origin => {
    const last = name.split('.').at(-1) ?? name
    const local = above.includes(name) ? undefined : classes.findLast((each) => each.name === name)
    if (local) {
      const kinds = local.bases.map((each) => kindOf(each, [...above, name]))
      return kinds.find((kind) => kind === 'derived') ?? kinds.find((kind) => kind === 'unknown') ?? 'other'
    }
    if (last === base) return foreign ? 'unknown' : 'derived'
    const origin = taken.find(({ as }) => as === name)
    if (origin) return origin.kind
    if (sdkNames.has(last)) return sdkClasses.get(base)?.includes(last) ? 'derived' : 'other'
    return builtin.test(name) || plainModules.test(name) ? 'other' : 'unknown'
  }
  const kinds = classes.map((each) => ({ ...each, kind: kindOf(each.name) }))
  const own = kinds.filter(({ kind }) => kind === 'derived')
  const brought = taken.filter(({ kind, as }) => kind === 'derived' && !classes.some(({ name }) => name === as))
  const result = {
    names: [...new Set([...own.map(({ name }) => name), ...brought.map(({ as }) => as)])],
    all: !stars && !made && !taken.some(({ kind, as }) => kind === 'unknown' && classLike.test(as)),
    certain: !made && !foreign && [...own, ...brought].every(({ top }) => top),
    known: kinds.every(({ kind }) => kind !== 'unknown'),
  }
  seen.set(file, result)
  return result
}

const classLike = /^_*[A-Z]/

/** What a name is: a class derived from the base, certainly none, or one cannot tell. */
type Origin = 'derived' | 'other' | 'unknown'

function originOf(
  files: Files,
  file: string,
  { name, from }: Imported,
  base: string,
  seen: Map<string, Derived>,
): Origin {
  if (plainModules.test(from)) return 'other'
  if (/^dify_plugin(\.|$)/.test(from)) {
    if (sdkClasses.get(base)?.includes(name)) return 'derived'
    return sdkNames.has(name) || !classLike.test(name) ? 'other' : 'unknown'
  }
  const source = classLike.test(name) ? moduleFile(files, file, from) : undefined
  if (source === undefined) return 'unknown'
  const { names, all, known } = derivedIn(files, source, base, seen)
  if (names.includes(name)) return 'derived'
  const { classes } = outlineOf(textOf(files, source) ?? '', 'outline')
  return known && (all || classes.some((each) => each.name === name)) ? 'other' : 'unknown'
}

/** The file of the plugin that `from x.y import …` in another one means. */
function moduleFile(files: Files, file: string, from: string): string | undefined {
  const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(from) ?? []
  const folders = file.split('/').slice(0, -1)
  const above = dots === '' ? [] : folders.slice(0, folders.length - dots.length + 1)
  const path = [...above, ...rest.split('.').filter((part) => part !== '')].join('/')
  return [`${path}.py`, `${path}/__init__.py`].find((each) => files.has(each))
}

interface Imported {
  name: string
  as: string
  from: string
}

/** What `from x import A, B as C` brings in. */
function namesOf(text: string): Imported[] {
  const [, from, list = ''] = /^from\s+([\w.]+)\s+import\s+(.*)$/s.exec(text) ?? []
  if (from === undefined) return []
  return [...list.replace(/#.*$/gm, '').matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)].flatMap(([, name = '', as = name]) =>
    name === '' ? [] : [{ name, as, from }],
  )
}
