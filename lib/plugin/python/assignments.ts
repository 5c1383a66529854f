import { parser } from '@lezer/python'

type Tree = ReturnType<typeof parser.parse>
export type SyntaxNode = Tree['topNode']

/** `name = expression`, in a module, a class or a method. */
export interface Assignment {
  name: string
  value: SyntaxNode
}

/** Where assignments stand that have to do with signing in. */
export interface SignInSource {
  /** Of the class that makes the authorization URL. */
  inClass: readonly Assignment[]
  inModule: readonly Assignment[]
  /** Of the method that makes the authorization URL, and of it and those that get and refresh the token. */
  inAuthorization: readonly Assignment[]
  inMethods: readonly Assignment[]
}

/** The assignments around `_oauth_get_authorization_url`; those of the module alone where no class has it. */
export function signInSource(source: string): SignInSource {
  const top = parser.parse(source).topNode
  const inModule = assignmentsIn(source, top)
  for (const node of childrenOf(top)) {
    const body = classBody(node)
    const methods = body
      ? childrenOf(body)
          .map(plainFunction)
          .filter((each) => each !== null)
      : []
    const within = (name: string) =>
      methods
        .filter((method) => nameOf(source, method) === name)
        .flatMap((method) => assignmentsIn(source, method.getChild('Body')))
    const inAuthorization = within('oauth_get_authorization_url')
    if (body && methods.some((method) => nameOf(source, method) === 'oauth_get_authorization_url'))
      return {
        inClass: assignmentsIn(source, body),
        inModule,
        inAuthorization,
        inMethods: [...inAuthorization, ...within('oauth_get_credentials'), ...within('oauth_refresh_credentials')],
      }
  }
  return { inClass: [], inModule, inAuthorization: [], inMethods: [] }
}

function classBody(node: SyntaxNode): SyntaxNode | null {
  const plain = node.name === 'DecoratedStatement' ? node.getChild('ClassDefinition') : node
  return plain?.name === 'ClassDefinition' ? plain.getChild('Body') : null
}

function plainFunction(node: SyntaxNode): SyntaxNode | null {
  const plain = node.name === 'DecoratedStatement' ? node.getChild('FunctionDefinition') : node
  return plain?.name === 'FunctionDefinition' ? plain : null
}

/** Without its underscore: plugins also override the public methods (OA-10). */
function nameOf(source: string, node: SyntaxNode): string {
  const name = node.getChild('VariableName')
  return name ? source.slice(name.from, name.to).replace(/^_/, '') : ''
}

/** Statements at this level alone; blocks in a method (`try:`, `if`) are looked into as well. */
export function assignmentsIn(source: string, body: SyntaxNode | null): Assignment[] {
  if (!body) return []
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
