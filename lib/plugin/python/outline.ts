import { parser } from '@lezer/python'

/** A class or function of a Python source; `from` is where its name stands. */
export interface PythonSymbol {
  name: string
  kind: 'class' | 'function'
  from: number
  to: number
  children: readonly PythonSymbol[]
}

/** Classes and functions of a source, nested as they are written; what cannot be read is passed over. */
export function pythonOutline(source: string): PythonSymbol[] {
  const top: PythonSymbol[] = []
  const open: { list: PythonSymbol[]; to: number }[] = [{ list: top, to: source.length }]
  parser.parse(source).iterate({
    enter({ name, from, to, node }) {
      if (name !== 'ClassDefinition' && name !== 'FunctionDefinition') return
      const own = node.getChild('VariableName')
      if (!own) return
      while (open.length > 1 && (open.at(-1)?.to ?? 0) <= from) open.pop()
      const children: PythonSymbol[] = []
      const kind = name === 'ClassDefinition' ? 'class' : 'function'
      open.at(-1)?.list.push({ name: source.slice(own.from, own.to), kind, from: own.from, to, children })
      open.push({ list: children, to })
    },
  })
  return top
}
