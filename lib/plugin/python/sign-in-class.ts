import { parser } from '@lezer/python'
import { assignmentsIn, childrenOf, type Assignment, type SyntaxNode } from './assignments'

export interface SignInMethod {
  /** As it is written, with its underscore or without. */
  name: string
  /** Where the name stands. */
  range: { from: number; to: number }
  /** Names, `self` too; none where one has a default or a star. */
  parameters: readonly string[]
  body: SyntaxNode
  text: string
  assignments: readonly Assignment[]
}

/** A class whose methods sign people in, as it is written. */
export interface SignInClass {
  source: string
  bases: readonly string[]
  range: { from: number; to: number }
  body: SyntaxNode
  methods: readonly SignInMethod[]
  authorization: SignInMethod
  exchange?: SignInMethod
  refresh?: SignInMethod
}

/** A call with its arguments by name. */
export interface Call {
  range: { from: number; to: number }
  keywords: ReadonlyMap<string, SyntaxNode>
  /** All it is given has a name, nothing is spread. */
  plain: boolean
}

/** The class that makes an authorization URL; undefined where none does or the source does not parse. */
export function signInClass(source: string): SignInClass | undefined {
  if (!source.includes('oauth_get_authorization_url')) return undefined
  const top = parser.parse(source).topNode
  for (const node of childrenOf(top)) {
    const plain = node.name === 'DecoratedStatement' ? node.getChild('ClassDefinition') : node
    const body = plain?.name === 'ClassDefinition' ? plain.getChild('Body') : null
    const name = plain?.getChild('VariableName')
    if (!plain || !body || !name) continue
    const methods = childrenOf(body).flatMap((each) => methodOf(source, each) ?? [])
    const called = (step: string) => methods.find((method) => method.name.replace(/^_/, '') === `oauth_${step}`)
    const [authorization, exchange, refresh] = [
      called('get_authorization_url'),
      called('get_credentials'),
      called('refresh_credentials'),
    ]
    if (!authorization) continue
    const bases = plain.getChild('ArgList')
    return {
      source,
      bases: bases
        ? source
            .slice(bases.from + 1, bases.to - 1)
            .split(',')
            .map((each) => each.trim())
        : [],
      range: { from: name.from, to: name.to },
      body,
      methods,
      authorization,
      ...(exchange ? { exchange } : {}),
      ...(refresh ? { refresh } : {}),
    }
  }
  return undefined
}

function methodOf(source: string, node: SyntaxNode): SignInMethod | undefined {
  const plain = node.name === 'DecoratedStatement' ? node.getChild('FunctionDefinition') : node
  const body = plain?.name === 'FunctionDefinition' ? plain.getChild('Body') : null
  const name = plain?.getChild('VariableName')
  if (!body || !name) return undefined
  return {
    name: source.slice(name.from, name.to),
    range: { from: name.from, to: name.to },
    parameters: parametersOf(source, plain?.getChild('ParamList')),
    body,
    text: source.slice(body.from, body.to),
    assignments: assignmentsIn(source, body),
  }
}

function parametersOf(source: string, list: SyntaxNode | null | undefined): string[] {
  const parts = list ? childrenOf(list).filter(({ name }) => !/^[(),]$/.test(name) && name !== 'TypeDef') : []
  return parts.every(({ name }) => name === 'VariableName') ? parts.map(({ from, to }) => source.slice(from, to)) : []
}

/** The calls of one of these names below a node, in their order. */
export function callsOf(source: string, below: SyntaxNode, names: ReadonlySet<string>): Call[] {
  return nodesOf(below, 'CallExpression').flatMap((node): Call[] => {
    const [callee] = childrenOf(node)
    const list = node.getChild('ArgList')
    const name = callee ? source.slice(callee.from, callee.to).split('.').at(-1) : undefined
    if (name === undefined || !names.has(name) || !list) return []
    const parts = childrenOf(list).filter((each) => !['(', ')', ',', 'Comment'].includes(each.name))
    const keywords = new Map<string, SyntaxNode>()
    parts.forEach((part, index) => {
      const [key, value] = [parts[index - 1], parts[index + 1]]
      if (part.name === 'AssignOp' && key && value) keywords.set(source.slice(key.from, key.to), value)
    })
    return [{ range: { from: node.from, to: node.to }, keywords, plain: parts.length === keywords.size * 3 }]
  })
}

/** All nodes of a name below another. */
export function nodesOf(below: SyntaxNode, name: string): SyntaxNode[] {
  return childrenOf(below).flatMap((child) => [...(child.name === name ? [child] : []), ...nodesOf(child, name)])
}

/** What an expression is: of a plain name what it is given, where it is given something once in this method. */
export function resolved(source: string, node: SyntaxNode, { assignments }: SignInMethod): SyntaxNode | undefined {
  if (node.name !== 'VariableName') return node
  const name = source.slice(node.from, node.to)
  const [only, ...more] = assignments.filter((each) => each.name === name)
  return more.length === 0 ? only?.value : undefined
}
