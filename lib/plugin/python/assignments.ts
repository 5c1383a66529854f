import { parser } from '@lezer/python'

type Tree = ReturnType<typeof parser.parse>
export type SyntaxNode = Tree['topNode']

/** `name = expression`, in a module, a class or a method. */
export interface Assignment {
  name: string
  value: SyntaxNode
}

/** Where assignments stand that have to do with signing in, the nearest first. */
export interface SignInSource {
  /** Of the class that makes the authorization URL. */
  inClass: readonly Assignment[]
  inModule: readonly Assignment[]
  /** Of the method that makes the authorization URL. */
  inMethod: readonly Assignment[]
}

/** The assignments around `_oauth_get_authorization_url`; those of the module alone where no class has it. */
export function signInSource(source: string): SignInSource {
  const top = parser.parse(source).topNode
  for (const node of childrenOf(top)) {
    const body = classBody(node)
    const method =
      body &&
      childrenOf(body)
        .map(plainFunction)
        .find((each) => each && isSignIn(source, each))
    const inner = method?.getChild('Body')
    if (body && inner)
      return {
        inClass: assignmentsIn(source, body),
        inModule: assignmentsIn(source, top),
        inMethod: assignmentsIn(source, inner),
      }
  }
  return { inClass: [], inModule: assignmentsIn(source, top), inMethod: [] }
}

function classBody(node: SyntaxNode): SyntaxNode | null {
  const plain = node.name === 'DecoratedStatement' ? node.getChild('ClassDefinition') : node
  return plain?.name === 'ClassDefinition' ? plain.getChild('Body') : null
}

function plainFunction(node: SyntaxNode): SyntaxNode | null {
  const plain = node.name === 'DecoratedStatement' ? node.getChild('FunctionDefinition') : node
  return plain?.name === 'FunctionDefinition' ? plain : null
}

/** Plugins also override the public method (OA-10). */
function isSignIn(source: string, node: SyntaxNode): boolean {
  const name = node.getChild('VariableName')
  return name !== null && /^_?oauth_get_authorization_url$/.test(source.slice(name.from, name.to))
}

/** Statements at this level alone; blocks in a method (`try:`, `if`) are looked into as well. */
function assignmentsIn(source: string, body: SyntaxNode): Assignment[] {
  return childrenOf(body).flatMap((node): Assignment[] => {
    if (/^(?:Try|If|With)Statement$/.test(node.name))
      return childrenOf(node)
        .filter(({ name }) => name === 'Body')
        .flatMap((each) => assignmentsIn(source, each))
    const [target, ...rest] = childrenOf(node).filter(({ name }) => name !== 'TypeDef' && name !== 'AssignOp')
    const [value, ...more] = rest
    if (node.name !== 'AssignStatement' || target?.name !== 'VariableName' || !value || more.length > 0) return []
    return [{ name: source.slice(target.from, target.to), value }]
  })
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child)
  return found
}
