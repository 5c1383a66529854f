import { parser } from '@lezer/python'
import type { DocumentType, Finding, Gate } from '../document'
import { bytesOf, textOf, type FileContent } from '../files'
import { memoByText } from '../memo'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import type { PluginView } from './plugin-view'

/** Python sources that documents name: a class of the right base in each (G5 only where the text leaves no doubt). */
export function pythonRules(view: PluginView): Finding[] {
  return view.documents.flatMap(({ path, type, value, refs }) =>
    refs
      .filter((ref) => ref.as === 'python' && view.files.has(ref.file))
      .flatMap((ref): Finding[] => {
        const base = baseOf(view, type, path)
        const source = textOf(view.files, ref.file)
        if (/\.[^/]*\.py$/.test(ref.file)) {
          const message = `Rename ${ref.file} so that only ".py" has a dot: Python takes the rest as a package, the plugin does not start.`
          return [view.finding(path, { rule: 'python-name', by: ['G5'], message, path: ref.at })]
        }
        if (source === undefined && !hasCookie(view.files.get(ref.file))) {
          return [
            view.finding(path, {
              rule: 'python-text',
              by: ['G5'],
              message: `Save ${ref.file} as UTF-8 text: Python cannot read it, the plugin does not start.`,
              path: ref.at,
            }),
          ]
        }
        if (source === undefined || ref.anyClasses) return []
        return [
          ...judgeSource(view, path, ref.file, source, base, ref.at),
          ...judgeSecond(view, path, ref.file, source, base, type, value),
        ]
      }),
  )
}

function baseOf({ files }: PluginView, { pythonBase }: DocumentType, path: string): string {
  return (typeof pythonBase === 'function' ? pythonBase(files, path) : pythonBase) ?? "the SDK's class"
}

/** A class of the second base, where the YAML calls for one and every class of the file has a base of the SDK. */
function judgeSecond(
  view: PluginView,
  from: string,
  file: string,
  source: string,
  base: string,
  { pythonAlso }: DocumentType,
  value: unknown,
): Finding[] {
  if (!pythonAlso || !isRecord(valueAt(value, pythonAlso.at.split('.')))) return []
  const { classes, stars } = outlineOf(source, 'outline')
  const bases = classes.flatMap((entry) => entry.bases.map((name) => name.split('.').at(-1)))
  if (stars || !bases.includes(base) || bases.some((name) => name !== base)) return []
  return [
    view.finding(from, {
      rule: 'python-second-class',
      by: [],
      message: `Write a class derived from ${pythonAlso.base} in ${file}: \`${pythonAlso.at}\` calls for it, the plugin does not start ("${pythonAlso.refusal}").`,
      path: pythonAlso.at.split('.'),
    }),
  ]
}

function judgeSource(
  view: PluginView,
  from: string,
  file: string,
  source: string,
  base: string,
  at: readonly (string | number)[],
): Finding[] {
  const outline = outlineOf(source, 'outline')
  const { classes, imports, stars } = outline
  // Of a list of sources (models) the SDK takes the classes that it finds, be it none.
  const by: Gate[] = typeof at.at(-1) === 'number' ? [] : ['G5']
  if (classes.length === 0 && imports.length === 0 && !stars) {
    return [
      view.finding(from, {
        rule: 'python-class',
        by,
        message: `Write a class derived from ${base} in ${file}: there is no class in it ("Missing subclass of ${base}"), the plugin does not start.`,
        path: at,
      }),
    ]
  }
  const own = classes.filter((entry) => entry.bases.some((name) => name.split('.').at(-1) === base))
  if (own.length > 1 && own.every((entry) => entry.top)) {
    return [
      view.finding(from, {
        rule: 'python-classes',
        by: [],
        message: `Keep one class derived from ${base} in ${file}: ${own.map(({ name }) => name).join(', ')} are several ("Multiple subclasses of ${base}").`,
        path: at,
      }),
    ]
  }
  if (own.length === 0 && classes.every(({ bases: names }) => names.length === 0) && classes.length > 0 && !stars) {
    return [
      view.finding(from, {
        rule: 'python-base',
        by: mayHaveOther(outline, base) ? [] : by,
        message: `Derive a class in ${file} from ${base}: none of its classes has a base, so the SDK finds none ("Missing subclass of ${base}"), the plugin does not start.`,
        path: at,
      }),
    ]
  }
  return []
}

/** Modules whose names are no classes that a plugin is made of. */
const plainModules =
  /^(dify_plugin|__future__|abc|collections|contextlib|dataclasses|datetime|decimal|enum|functools|http|io|itertools|json|logging|os|pathlib|re|time|typing|urllib|uuid|pydantic|requests|httpx|werkzeug|yarl)(\.|$)/

/** Whether a class of this base may stand in the module that the file does not define: the SDK looks at imported and made ones too. */
function mayHaveOther({ imports, made }: PythonOutline, base: string): boolean {
  const [kind = base] = /[A-Z][a-z]+$/.exec(base) ?? []
  return (
    made ||
    imports.some((text) => {
      const [, from, names = ''] = /^from\s+([\w.]+)\s+import\s+(.*)$/s.exec(text) ?? []
      if (from === undefined) return false
      const classes = names.match(/\w+/g)?.filter((name) => name !== base && /^[A-Z]/.test(name)) ?? []
      return plainModules.test(from) ? classes.some((name) => name.endsWith(kind)) : classes.length > 0
    })
  )
}

interface PythonOutline {
  classes: readonly { name: string; bases: readonly string[]; top: boolean }[]
  imports: readonly string[]
  /** It imports everything of some module: nothing is certain then. */
  stars: boolean
  /** A name like one of a class is given a value: it may be a class that is made. */
  made: boolean
}

/** Longer sources are data, not code to look at while somebody types. */
const LONGEST = 400_000

/** Classes with their bases, and whether names come in from elsewhere; a look at the text, no understanding of it. */
export const outlineOf = memoByText((source: string, _key: 'outline'): PythonOutline => {
  if (source.length > LONGEST) return { classes: [], imports: [], stars: true, made: true }
  const classes: { name: string; bases: string[]; top: boolean }[] = []
  const imports: string[] = []
  let [stars, made] = [false, false]
  parser.parse(source).iterate({
    enter: (node) => {
      if (node.name === 'ImportStatement') {
        const text = source.slice(node.from, node.to)
        imports.push(text)
        if (/\*/.test(text)) stars = true
        return false
      }
      if (node.name === 'AssignStatement') made ||= /^[A-Z]\w*[a-z]\w*\s*=/.test(source.slice(node.from, node.to))
      if (node.name !== 'ClassDefinition') return true
      const name = node.node.getChild('VariableName')
      const list = node.node.getChild('ArgList')
      const bases = list
        ? source
            .slice(list.from + 1, list.to - 1)
            .split(',')
            .map((part) => part.trim().replace(/\[.*$/s, ''))
            .filter((part) => part !== '' && !part.includes('='))
        : []
      classes.push({
        name: name ? source.slice(name.from, name.to) : '',
        bases,
        top: node.node.parent?.name === 'Script',
      })
      return true
    },
  })
  return { classes, imports, stars, made }
})

/** A source in another encoding that its first lines declare (PEP 263). */
function hasCookie(content: FileContent | undefined): boolean {
  if (content === undefined) return false
  const head = String.fromCharCode(...bytesOf(content).slice(0, 300))
    .split('\n')
    .slice(0, 2)
  return head.some((line) => /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/.test(line))
}
