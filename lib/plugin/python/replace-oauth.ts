import { parser } from '@lezer/python'
import { childrenOf, type SyntaxNode } from './assignments'
import { withImports, withoutUnusedImports } from './imports'
import type { OAuthClasses, OAuthParts } from './oauth-flow'
import { isSettingComment } from './oauth-setting-lines'

interface Cut {
  from: number
  to: number
  /** What stands in its place. */
  text: string
}

export type Replaced = { ok: true; source: string } | { ok: false; reason: string }

/** The methods that Dify calls, also under the public names that some plugins override. */
const called = /^_?oauth_(?:get_authorization_url|get_credentials|refresh_credentials)$/
const methodNames = ['_ask_for_token', '_credentials_of', '_address', '_profile_of']
const settingNames =
  /^_(?:AUTH_URL|TOKEN_URL|VARIABLES|SCOPES|SCOPE_DELIMITER|EXTRA_AUTH_PARAMS|EXTRA_TOKEN_PARAMS|EXTRA_REFRESH_PARAMS|TOKEN_HEADERS|REFRESH_SENDS_SCOPE|CLIENT_AUTH|TOKEN_BODY|TOKEN_PATH|WHO_AM_I_URL|WHO_AM_I_SCHEME|PKCE|DEFAULT_EXPIRES_IN|STORED)$/

/**
 * A source whose class of this base signs people in by these parts: its constants, methods and functions of the same names are
 * replaced where they stand, others added, all else is kept. Refused, with the reason, where names of the file stand in the way.
 */
export function replaceOAuth(source: string, parts: OAuthParts, base: string, classes: OAuthClasses): Replaced {
  const crlf = source.includes('\r\n')
  const lines = crlf ? source.replaceAll('\r\n', '\n') : source
  const text = lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`
  const top = parser.parse(text).topNode
  if (hasError(top)) return { ok: false, reason: 'This Python does not parse: mend it first.' }
  const body = classBody(text, top, base)
  if (!body) return { ok: false, reason: `There is no class of ${base} here: add one first.` }
  const cuts = [...classCuts(text, body, parts, classes.undeclared?.why ?? []), ...functionCuts(text, top, parts)]
  const foreign = cuts.find((cut): cut is { foreign: string } => 'foreign' in cut)
  if (foreign)
    return { ok: false, reason: `\`${foreign.foreign}\` is something else in this file: rename it there first.` }
  const replaced = cuts
    .flatMap((cut) => ('foreign' in cut ? [] : [cut]))
    .sort((one, other) => other.from - one.from || other.to - one.to)
    .reduce((now, { from, to, text: own }) => now.slice(0, from) + own + now.slice(to), text)
  const imports = [...parts.standard, ...parts.thirdParty, 'from typing import Any', ...classes.imports]
  const imported = withImports(withoutUnusedImports(text, replaced), imports)
  if (!imported.ok) return imported
  return { ok: true, source: crlf ? imported.source.replaceAll('\n', '\r\n') : imported.source }
}

function hasError(node: SyntaxNode): boolean {
  let found = false
  node.cursor().iterate(({ type }) => {
    if (type.isError) found = true
  })
  return found
}

/** The body of the class that has the methods, else of the first of the base; it begins on a line of its own. */
function classBody(text: string, top: SyntaxNode, base: string): SyntaxNode | undefined {
  const bodies = childrenOf(top).flatMap((node) => {
    const plain = inner(node)
    const body = plain.name === 'ClassDefinition' ? plain.getChild('Body') : null
    const first = body && statementsOf(body)[0]
    if (!body || !first || !text.slice(body.from, first.from).includes('\n')) return []
    const bases = text.slice(plain.from, body.from)
    const signsIn = statementsOf(body).some((each) => called.test(nameOf(text, each)))
    return signsIn || new RegExp(`[(,.\\s]${base}\\s*[,)]`).test(bases) ? [{ body, signsIn }] : []
  })
  return (bodies.find(({ signsIn }) => signsIn) ?? bodies[0])?.body
}

function classCuts(
  text: string,
  body: SyntaxNode,
  parts: OAuthParts,
  why: readonly string[],
): (Cut | { foreign: string })[] {
  const statements = statementsOf(body)
  const heads = headsOf(parts.methods.join('\n'))
  const constants = statements.filter((each) => settingNames.test(targetOf(text, each)))
  const methods = statements.filter((each) => {
    const name = nameOf(text, each)
    return called.test(name) || methodNames.includes(name)
  })
  const foreign = methods.find((each) => {
    const head = heads.get(nameOf(text, each))
    return methodNames.includes(nameOf(text, each)) && head !== undefined && head !== headOf(text, each)
  })
  if (foreign) return [{ foreign: nameOf(text, foreign) }]
  const own = new Set([...constants, ...methods])
  const empty = statements.filter((each) => each.name === 'PassStatement')
  const rest = statements.filter((each) => !own.has(each) && !empty.includes(each))
  return [
    ...empty.map((each) => linesOf(text, each)),
    ...replaceBlock(
      text,
      constants.map((each) => withComments(text, linesOf(text, each), why)),
      settingsPlace(text, body, statements),
      (before, after) =>
        `${/"""\s*$|'''\s*$/.test(before) && !before.endsWith('\n\n') ? '\n' : ''}${parts.settings.join('\n')}\n${
          /^\n/.test(after) || rest.length === 0 ? '' : '\n'
        }`,
    ),
    ...replaceBlock(
      text,
      methods.map((each) => withBlanks(text, linesOf(text, each, body))),
      endOf(text, body, statements),
      () => `${parts.methods.join('\n')}\n`,
    ),
  ]
}

function functionCuts(text: string, top: SyntaxNode, parts: OAuthParts): (Cut | { foreign: string })[] {
  const heads = headsOf(parts.functions.join('\n'))
  const statements = childrenOf(top)
  const same = statements.filter((each) => heads.has(nameOf(text, each)) || heads.has(targetOf(text, each)))
  const foreign = same.find((each) => heads.get(nameOf(text, each)) !== headOf(text, each))
  if (foreign) return [{ foreign: nameOf(text, foreign) || targetOf(text, foreign) }]
  return replaceBlock(
    text,
    same.map((each) => withBlanks(text, linesOf(text, each, top))),
    text.trimEnd().length + 1,
    () => `\n\n${parts.functions.join('\n\n')}`,
  )
}

/** Takes these ranges out and puts the new text where the first of them stood, or at `place` where there is none. */
function replaceBlock(
  text: string,
  ranges: readonly Cut[],
  place: number,
  written: (before: string, after: string) => string,
): Cut[] {
  const [first, ...others] = ranges
  if (!first) return [{ from: place, to: place, text: written(text.slice(0, place), text.slice(place)) }]
  const last = ranges.at(-1) ?? first
  return [
    { ...first, text: written(text.slice(0, first.from), text.slice(last.to)) },
    ...others.map((each) => ({ ...each, text: '' })),
  ]
}

/** Behind the docstring, or where the body begins. */
function settingsPlace(text: string, body: SyntaxNode, statements: readonly SyntaxNode[]): number {
  const [first] = statements
  const isText = first?.name === 'ExpressionStatement' && /^(?:Continued)?String$/.test(first.firstChild?.name ?? '')
  return first && isText ? lineEnd(text, lastCharacter(text, first)) : text.indexOf('\n', body.from) + 1
}

function endOf(text: string, body: SyntaxNode, statements: readonly SyntaxNode[]): number {
  const last = statements.at(-1)
  return last ? linesOf(text, last, body).to : lineEnd(text, body.from)
}

/** The whole lines of a statement; of a function in `among` also comments that follow as part of its body. */
function linesOf(text: string, node: SyntaxNode, among?: SyntaxNode): Cut {
  const from = text.lastIndexOf('\n', node.from - 1) + 1
  const indent = node.from - from
  let to = lineEnd(text, lastCharacter(text, node))
  for (const next of among ? childrenOf(among) : []) {
    if (next.name !== 'Comment' || next.from < to) continue
    const start = text.lastIndexOf('\n', next.from - 1) + 1
    if (text.slice(to, start).trim() !== '' || next.from - start <= indent) break
    to = lineEnd(text, next.to)
  }
  return { from, to, text: '' }
}

function withBlanks(text: string, cut: Cut): Cut {
  return { ...cut, from: text.slice(0, cut.from).replace(/\n[ \t\n]*$/, '\n').length }
}

/** With those comments over it that are generated. */
function withComments(text: string, cut: Cut, why: readonly string[]): Cut {
  let { from } = cut
  for (;;) {
    const start = text.lastIndexOf('\n', from - 2) + 1
    const line = text.slice(start, from).trim()
    if (start >= from || !line.startsWith('#') || !isSettingComment(line, why)) return { ...cut, from }
    from = start
  }
}

function lastCharacter(text: string, node: SyntaxNode): number {
  return node.from + text.slice(node.from, node.to).trimEnd().length
}

/** Behind the line break of the line at `at`. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end + 1
}

function statementsOf(body: SyntaxNode): SyntaxNode[] {
  return childrenOf(body).filter(({ name }) => name !== ':' && name !== 'Comment')
}

function inner(node: SyntaxNode): SyntaxNode {
  return node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node
}

/** The name of a function or class; empty for all else. */
function nameOf(text: string, node: SyntaxNode): string {
  const plain = inner(node)
  const name = /^(?:Function|Class)Definition$/.test(plain.name) ? plain.getChild('VariableName') : null
  return name ? text.slice(name.from, name.to) : ''
}

function targetOf(text: string, node: SyntaxNode): string {
  const target = node.name === 'AssignStatement' ? node.firstChild : null
  return target?.name === 'VariableName' ? text.slice(target.from, target.to) : ''
}

/** The parameters of a function without spaces: by them one of ours is told from another of its name. */
function headOf(text: string, node: SyntaxNode): string {
  const parameters = inner(node).getChild('ParamList')
  return parameters ? bare(text.slice(parameters.from, parameters.to)) : ''
}

function headsOf(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(/^ *def (\w+)(\([^)]*\))/gm)].map((match) => [match[1] ?? '', bare(match[2] ?? '')]),
  )
}

function bare(parameters: string): string {
  return parameters.replace(/\s/g, '').replace(',)', ')')
}
