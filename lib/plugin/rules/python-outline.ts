import { parser } from '@lezer/python'
import type { SyntaxNode } from '../python/assignments'
import { memoByText } from '../memo'

interface PythonClass {
  name: string
  /** As written: `Tool`, `dify_plugin.Tool`. */
  bases: readonly string[]
  /** It stands at the top of the module, so it is there once that has run. */
  top: boolean
}

export interface PythonOutline {
  classes: readonly PythonClass[]
  imports: readonly { text: string; top: boolean }[]
  /** It imports everything of some module: nothing is certain then. */
  stars: boolean
  /** A name like one of a class is given a value: it may be a class that is made. */
  made: boolean
}

/** Longer sources are data, not code to look at while somebody types. */
const LONGEST = 400_000

/** The classes of a module with their bases, and what names it imports; a look at the text, no understanding of it. */
export const outlineOf = memoByText((source: string, _key: 'outline'): PythonOutline => {
  if (source.length > LONGEST) return { classes: [], imports: [], stars: true, made: true }
  const classes: PythonClass[] = []
  const imports: { text: string; top: boolean }[] = []
  let [stars, made] = [false, false]
  parser.parse(source).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'ImportStatement') {
        const text = source.slice(from, to)
        imports.push({ text, top: node.parent?.name === 'Script' })
        if (/\*/.test(text)) stars = true
        return false
      }
      if (name === 'AssignStatement' || name === 'DeleteStatement')
        made ||= /^(?:[A-Z]\w*[a-z]\w*\s*=|del\s+[A-Z])/.test(source.slice(from, to))
      if (name === 'ClassDefinition') classes.push(classOf(source, node))
      // What stands inside is no name of the module.
      return name !== 'ClassDefinition' && name !== 'FunctionDefinition'
    },
  })
  return { classes, imports, stars, made }
})

function classOf(source: string, node: SyntaxNode): PythonClass {
  const name = node.getChild('VariableName')
  const list = node.getChild('ArgList')
  const outer = node.parent?.name === 'DecoratedStatement' ? node.parent.parent : node.parent
  const bases = list
    ? source
        .slice(list.from + 1, list.to - 1)
        .replace(/#.*$/gm, '')
        .split(',')
        .map((part) => part.trim().replace(/\[.*$/s, ''))
        .filter((part) => part !== '' && !part.includes('='))
    : []
  return { name: name ? source.slice(name.from, name.to) : '', bases, top: outer?.name === 'Script' }
}
