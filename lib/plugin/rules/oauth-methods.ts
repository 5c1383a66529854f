import { childrenOf, type SyntaxNode } from '../python/assignments'
import { nodesOf, type SignInMethod } from '../python/sign-in-class'
import type { Advice, SignInUse } from './oauth-code'
import { pythonFix } from './python-fix'

/** OA-09, OA-10 and OA-14: the methods themselves. */
export function methodLints(use: SignInUse): Advice[] {
  return [...refreshing(use), ...publicNames(use), ...leaks(use)]
}

/** OA-09 */
function refreshing({ code, declared }: SignInUse): Advice[] {
  const { exchange, refresh, bases, range } = code
  const gets = declared?.includes('refresh_token') || /["']refresh_token["']/.test(exchange?.text ?? '')
  // Another base may have the method.
  if (!exchange || !gets || (!refresh && bases.length > 1)) return []
  if (refresh && !doesNothing(refresh)) return []
  return [
    {
      rule: 'oa-09-refresh',
      message:
        'Ask the service for a new token in `_oauth_refresh_credentials`: a refresh token is kept, but nothing uses it, so that people are out when the first token ends.',
      range: refresh?.range ?? range,
    },
  ]
}

/** A method that returns what it was given, raises, or passes: nothing is called but what it returns or raises. */
function doesNothing({ body, text }: SignInMethod): boolean {
  const statements = childrenOf(body).filter(({ name }) => ![':', 'Comment'].includes(name))
  const rest = statements.filter((node) => !(node.name === 'ExpressionStatement' && node.firstChild?.name === 'String'))
  const [only, ...more] = rest
  if (!only) return true
  if (more.length > 0) return false
  if (only.name === 'PassStatement') return true
  return (
    (only.name === 'ReturnStatement' || only.name === 'RaiseStatement') &&
    !/\b(?:self|requests|httpx|client|session)\.\w+\s*\(|refresh_token/.test(text.slice(only.from - body.from))
  )
}

/** OA-10 */
function publicNames({ code: { methods, source }, file }: SignInUse): Advice[] {
  return methods
    .filter(({ name }) => /^oauth_(?:get_authorization_url|get_credentials|refresh_credentials)$/.test(name))
    .map(({ name, range }) => ({
      rule: 'oa-10-public-method',
      message: `Call it \`_${name}\`: the SDK’s own \`${name}\` calls that one, and what it adds is lost where the public method is replaced.`,
      range,
      ...(methods.some((other) => other.name === `_${name}`)
        ? {}
        : pythonFix(`Call it _${name}`, { file, source }, [{ from: range.from, to: range.from, text: '_' }])),
    }))
}

/** OA-14 */
function leaks({ code, file }: SignInUse): Advice[] {
  const { source, exchange, refresh } = code
  return [exchange, refresh].flatMap((method) =>
    (method ? nodesOf(method.body, 'TryStatement') : []).flatMap((node) => handlersOf({ file, source }, node)),
  )
}

function handlersOf(python: { file: string; source: string }, node: SyntaxNode): Advice[] {
  const { source } = python
  const parts = childrenOf(node)
  return parts.flatMap((part, index): Advice[] => {
    if (part.name !== 'except') return []
    const body = parts.slice(index).find(({ name }) => name === 'Body')
    const head = body ? source.slice(part.from, body.from) : ''
    const caught = /^except\s+Exception\s+as\s+(\w+)\s*$/.exec(head)?.[1]
    if (!body || caught === undefined) return []
    const told = new RegExp(`\\bstr\\(\\s*${caught}\\s*\\)|\\{\\s*${caught}\\s*(?:![rs])?\\}`)
    return nodesOf(body, 'RaiseStatement')
      .filter((raised) => told.test(source.slice(raised.from, raised.to)))
      .map((raised) => ({
        rule: 'oa-14-told-exception',
        message:
          'Raise your own words and the class of the exception in place of its text: around the exchange that text can hold addresses, codes and answers with tokens, and Dify shows and logs it.',
        range: { from: raised.from, to: raised.to },
        ...pythonFix('Tell its class', python, [
          {
            from: raised.from,
            to: raised.to,
            text: source
              .slice(raised.from, raised.to)
              .replaceAll(new RegExp(`\\bstr\\(\\s*${caught}\\s*\\)`, 'g'), `type(${caught}).__name__`)
              .replaceAll(new RegExp(`\\{\\s*${caught}\\s*(?:![rs])?\\}`, 'g'), `{type(${caught}).__name__}`),
          },
        ]),
      }))
  })
}
