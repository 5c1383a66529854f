import type { Finding } from '../document'
import { childrenOf, type SyntaxNode } from '../python/assignments'
import { call, lay } from '../python/layout'
import { dictionaryEntries, literalValue } from '../python/literal-values'
import { raise } from '../python/method-lines'
import { challengeFunction, ownStateFunctions, signingFunctions, verifierFunction } from '../python/oauth-functions'
import { nodesOf, resolved, type SignInMethod } from '../python/sign-in-class'
import type { SignInUse } from './oauth-code'
import { keyBefore, pythonFix, withEntry, type PythonEdit } from './python-fix'

type Query = readonly (readonly [name: string, value: SyntaxNode])[]
type Fix = Pick<Finding, 'fix'>

/** What state and verifier are made of, as the two methods call it. */
interface Signing {
  /** The client secret and the redirect URI, where the URL is made and where the person comes back. */
  sent: readonly [secret: string, redirectUri: string]
  back: readonly [secret: string, redirectUri: string]
  /** The state that came back. */
  state: string
  exchange: SignInMethod
}

/** OA-06: sends a state that only this client can make, and compares it. */
export function sentStateFix(use: SignInUse, query: Query): Fix {
  const last = query.at(-1)?.[1]
  const signing = signingIn(use)
  if (!last || !signing || /state/i.test(signing.exchange.text)) return {}
  const { source } = use.code
  const entry = `"state": ${made(signing)}`
  return ownState(use, signing, [withEntry(source, keyBefore(source, last.from), last.to, entry)])
}

/** OA-07: makes the state that is sent such a one, and compares it. */
export function checkedStateFix(use: SignInUse, query: Query): Fix {
  const sent = query.find(([name]) => name === 'state')?.[1]
  const value = sent && resolved(use.code.source, sent, use.code.authorization)
  const signing = signingIn(use)
  if (!value || !signing) return {}
  return ownState(use, signing, [{ from: value.from, to: value.to, text: made(signing) }])
}

/** OA-08: a verifier of each state in the place of the constant, and its S256 challenge. A state is to be compared first (OA-07). */
export function verifierFix(use: SignInUse, query: Query): Fix {
  const { source, authorization } = use.code
  const [state, challenge, method] = ['state', 'code_challenge', 'code_challenge_method'].map(
    (name) => query.find(([key]) => key === name)?.[1],
  )
  const signing = signingIn(use)
  const known = state?.name === 'VariableName' && resolved(source, state, authorization)
  if (!state || !known || !challenge || !method || !signing || !/state/i.test(signing.exchange.text)) return {}
  const constant = textOfNode(source, challenge, authorization)
  const verifiers = nodesOf(signing.exchange.body, 'DictionaryExpression')
    .flatMap((node) => dictionaryEntries(source, node) ?? [])
    .flatMap(([name, node]) => (name === 'code_verifier' ? [node] : []))
  const [verifier, ...more] = verifiers
  if (!verifier || more.length > 0 || textOfNode(source, verifier, signing.exchange) !== constant) return {}
  const edit = ({ from, to }: SyntaxNode, text: string) => ({ from, to, text })
  return withFunctions(
    'Make a verifier for each sign-in',
    use,
    [
      edit(challenge, `_challenge(${[...signing.sent, source.slice(state.from, state.to)].join(', ')})`),
      edit(method, '"S256"'),
      edit(verifier, `_verifier(${[...signing.back, signing.state].join(', ')})`),
    ],
    [verifierFunction, challengeFunction, signingFunctions],
    ['import base64', 'import hashlib', 'import hmac'],
  )
}

function textOfNode(source: string, node: SyntaxNode, method: SignInMethod): unknown {
  return literalValue(source, resolved(source, node, method) ?? node)
}

/** Undefined where the client has no secret that is sure to be filled in, or the methods take other things than the SDK hands over. */
function signingIn({ code: { authorization, exchange }, client }: SignInUse): Signing | undefined {
  if (!exchange || !client?.includes('client_secret')) return undefined
  const [, redirectUri, credentials, ...more] = authorization.parameters
  const [, redirectBack, credentialsBack, request, ...moreBack] = exchange.parameters
  if (!credentials || !redirectUri || !request || !credentialsBack || !redirectBack) return undefined
  if (more.length > 0 || moreBack.length > 0) return undefined
  const secret = (name: string) => `${name}["client_secret"]`
  return {
    sent: [secret(credentials), redirectUri],
    back: [secret(credentialsBack), redirectBack],
    state: `${request}.args.get("state", "")`,
    exchange,
  }
}

function made({ sent }: Signing): string {
  return `_new_state(${sent.join(', ')})`
}

function ownState(use: SignInUse, signing: Signing, edits: readonly PythonEdit[]): Fix {
  const { error, imports } = use.sdk
  const check = atBeginning(use.code.source, signing.exchange, (indent) => [
    ...lay(call('if not _is_own_state', [signing.state, ...signing.back], ':'), indent),
    ...raise(error, '"This answers no sign-in that began here in the last ten minutes."', indent + 4),
  ])
  return check
    ? withFunctions(
        'Send a signed state and compare it',
        use,
        [...edits, check],
        [ownStateFunctions, signingFunctions],
        [
          ...['base64', 'hashlib', 'hmac', 'secrets', 'time'].map((name) => `import ${name}`),
          ...imports.filter((line) => line.includes(error)).map((line) => line.replace(/import .*/, `import ${error}`)),
        ],
      )
    : {}
}

/** Lines before all that a method does, behind its docstring; undefined where it stands on one line. */
function atBeginning(
  source: string,
  { body }: SignInMethod,
  lines: (indent: number) => string[],
): PythonEdit | undefined {
  const [colon, ...all] = childrenOf(body)
  const statements = all.filter(({ name }) => name !== 'Comment')
  const [first] = statements
  if (!colon || !first || !source.slice(colon.to, first.from).includes('\n')) return undefined
  const hasDoc = first.name === 'ExpressionStatement' && /String$/.test(first.firstChild?.name ?? '')
  const docEnd = first.from + source.slice(first.from, first.to).trimEnd().length
  const end = source.indexOf('\n', hasDoc ? docEnd : colon.to) + 1
  const indent = first.from - (source.lastIndexOf('\n', first.from) + 1)
  return end === 0 ? undefined : { from: end, to: end, text: `${lines(indent).join('\n')}\n` }
}

/** The fix with these functions at the end of the file; none where a name of theirs is something else in it. */
function withFunctions(
  title: string,
  { code: { source }, file }: SignInUse,
  edits: readonly PythonEdit[],
  functions: readonly string[],
  imports: readonly string[],
): Fix {
  const lacking = functions.filter((text) => !source.replaceAll('\r\n', '\n').includes(text.trim()))
  const names = lacking.flatMap((text) => [...text.matchAll(/^def (\w+)/gm)].map((match) => match[1] ?? ''))
  if (names.some((name) => new RegExp(`\\b${name}\\b`).test(source))) return {}
  const end = source.trimEnd().length
  const added = { from: end, to: source.length, text: `\n${lacking.map((text) => `\n\n${text}`).join('')}` }
  return pythonFix(title, { file, source }, [...edits, ...(lacking.length > 0 ? [added] : [])], imports)
}
