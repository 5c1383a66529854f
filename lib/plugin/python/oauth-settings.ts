import { childrenOf, signInSource, type Assignment, type SignInSource, type SyntaxNode } from './assignments'
import { lay, prefixed, type Code } from './layout'
import { dictionaryEntries, literalValue } from './literal-values'
import { oauthConstants, type OAuthConstant, type OAuthConstantKey, type OAuthConstants } from './oauth-constants'
import { oauthQuery } from './oauth-query'

interface Found {
  constant: OAuthConstant
  values: OAuthConstants
  value: unknown
  /** Where it can be written; an f-string cannot. */
  node?: SyntaxNode
}

/** The OAuth settings that a provider's Python holds in constants, for certain; nothing is computed or guessed. */
export function readOAuthConstants(source: string): OAuthConstants {
  const place = signInSource(source)
  return valuesOf(source, place, findConstants(source, place))
}

/**
 * The source with changed constants, each written at its exact range and all else left as it is. `unwritten` are those that
 * have no constant, or one that cannot hold the value.
 */
export function writeOAuthConstants(
  source: string,
  values: OAuthConstants,
): { source: string; unwritten: OAuthConstantKey[] } {
  const place = signInSource(source)
  const constants = findConstants(source, place)
  const found = new Map(constants.map((each) => [each.constant.key, each]))
  const now = valuesOf(source, place, constants)
  const unwritten: OAuthConstantKey[] = []
  const edits: { from: number; to: number; text: string }[] = []
  const differs = (key: OAuthConstantKey) =>
    values[key] !== undefined && JSON.stringify(values[key]) !== JSON.stringify(now[key] ?? absent[key])
  for (const { key, also = [] } of oauthConstants) {
    const changed = [key, ...also].filter(differs)
    if (changed.length === 0) continue
    const constant = found.get(key)
    const code = constant?.constant.write({ ...now, ...values }, constant.value)
    if (!constant?.node || code === undefined || hasComment(constant.node)) unwritten.push(...changed)
    else edits.push({ from: constant.node.from, to: constant.node.to, text: laidOut(source, constant.node.from, code) })
  }
  let written = source
  for (const { from, to, text: own } of edits.sort((one, other) => other.from - one.from))
    written = written.slice(0, from) + own + written.slice(to)
  return { source: written, unwritten }
}

/** What code does that has no constant for it. */
const absent: OAuthConstants = {
  prompt: '',
  audience: '',
  whoAmIScheme: 'Bearer',
  authorizationParameters: [],
  tokenHeaders: [],
  refreshSendsScope: false,
  tokenPath: '',
  variables: {},
}

function valuesOf(source: string, { inAuthorization }: SignInSource, found: readonly Found[]): OAuthConstants {
  const given: OAuthConstants = Object.assign({}, ...found.map(({ values }) => values))
  return { ...oauthQuery(source, inAuthorization), ...given }
}

function findConstants(source: string, { inClass, inModule, inMethods }: SignInSource): Found[] {
  return oauthConstants.flatMap((constant) => {
    for (const scope of [inClass, inModule, inMethods]) {
      const here = scope
        .filter(({ name }) => constant.name.test(name))
        .flatMap((each) => foundIn(source, constant, each))
      const [first, ...more] = here
      if (!first) continue
      // Two of them: which one counts cannot be told, but for the same text in several methods, which is not written then.
      if (more.some(({ value }) => JSON.stringify(value) !== JSON.stringify(first.value))) return []
      return [more.length === 0 ? first : { constant, values: first.values, value: first.value }]
    }
    return []
  })
}

function foundIn(source: string, constant: OAuthConstant, { value: node }: Assignment): Found[] {
  const template = node.name === 'FormatString' ? templateOf(source, node) : undefined
  const value = template ?? literalValue(source, node)
  const pairs = dictionaryEntries(source, node)?.map(([name, each]) => [name, literalValue(source, each)] as const)
  const values = constant.read(value, pairs)
  if (!values) return []
  return [{ constant, values, value, ...(template === undefined ? { node } : {}) }]
}

/** An f-string whose replacements are plain names: an address with `{tenant}` in it. */
function templateOf(source: string, node: SyntaxNode): string | undefined {
  const [, body = ''] = /^f(?:'([^'\\]*)'|"([^"\\]*)")$/i.exec(source.slice(node.from, node.to))?.filter(Boolean) ?? []
  return /^(?:[^{}]|\{\w+\})*$/.test(body) ? body : undefined
}

function hasComment(node: SyntaxNode): boolean {
  return childrenOf(node).some((child) => child.name === 'Comment' || hasComment(child))
}

/** The expression as it is laid out behind what stands before it on its line. */
function laidOut(source: string, from: number, code: Code): string {
  const start = source.lastIndexOf('\n', from - 1) + 1
  const before = source.slice(start, from)
  const indent = /^ */.exec(before)?.[0].length ?? 0
  const lines = lay(prefixed(before.slice(indent), code), indent)
  return lines.join(source.includes('\r\n') ? '\r\n' : '\n').slice(before.length)
}
