import type { Files } from '../files'
import { declareToken } from '../oauth/declare-token'
import type { SyntaxNode } from '../python/assignments'
import { dictionaryEntries, literalValue } from '../python/literal-values'
import { callsOf, nodesOf, resolved, type Call, type SignInMethod } from '../python/sign-in-class'
import type { Advice, SignInUse } from './oauth-code'
import { pythonFix, withEntry, withoutEntry } from './python-fix'
import { shown } from './report'

/** OA-01 to OA-05: what the methods give back to Dify. */
export function returnedLints(use: SignInUse): Advice[] {
  const { exchange, refresh } = use.code
  const classes = new Set([use.sdk.signedIn, use.sdk.refreshed])
  const calls = (method: SignInMethod | undefined) =>
    method ? callsOf(use.code.source, method.body, classes).map((call) => ({ call, method })) : []
  const signedIn = calls(exchange)
  return [
    ...[...signedIn, ...calls(refresh)].flatMap(({ call, method }) => [
      ...duration(use, call, method),
      ...keyword(use, call),
      ...undeclared(use, call, method),
    ]),
    ...calls(refresh).flatMap((refreshed) => withoutExpiry(use, refreshed, signedIn)),
  ]
}

/** OA-01 */
function duration({ code: { source }, file }: SignInUse, call: Call, method: SignInMethod): Advice[] {
  const node = call.keywords.get('expires_at')
  const value = node && resolved(source, node, method)
  if (!node || !value || !isDuration(source, value)) return []
  return [
    {
      rule: 'oa-01-duration',
      message:
        'Add the time of now: `int(time.time()) + int(expires_in)`. `expires_at` is a second of the clock; a bare duration lies in 1970, so Dify refreshes at every use.',
      range: { from: node.from, to: node.to },
      ...pythonFix(
        'Add the time of now',
        { file, source },
        [{ from: node.from, to: node.to, text: sinceNow(source, node) }],
        ['import time'],
      ),
    },
  ]
}

/** The second of the clock at which so many seconds are over. */
function sinceNow(source: string, { name, from, to }: SyntaxNode): string {
  const text = source.slice(from, to)
  return `int(time.time()) + ${name === 'Number' || /^int\([^()]*(?:\([^()]*\))?[^()]*\)$/.test(text) ? text : `int(${text})`}`
}

/** `token["expires_in"]`, `int(token.get("expires_in", 3600))`, or a number of seconds. */
function isDuration(source: string, node: SyntaxNode): boolean {
  const text = source.slice(node.from, node.to)
  const number = node.name === 'Number' ? Number(literalValue(source, node)) : 0
  if (number > 0 && number < 100_000_000) return true
  const bare = text.replace(/^int\(([^]*)\)$/, '$1').trim()
  return /^[\w.]+(?:\(\))?(?:\[\s*["']expires_in["']\s*\]|\.get\(\s*["']expires_in["']\s*(?:,\s*[\w.]+\s*)?\))$/.test(
    bare,
  )
}

/** OA-02 */
function keyword({ code: { source }, file }: SignInUse, { keywords }: Call): Advice[] {
  const node = keywords.get('expires_in')
  if (!node) return []
  const range = { from: node.from - 'expires_in='.length, to: node.to }
  return [
    {
      rule: 'oa-02-expires-in',
      message:
        'Pass `expires_at`, a second of the clock, in place of `expires_in`: the SDK drops the name it does not know, and the token is never refreshed.',
      range,
      ...(keywords.has('expires_at') || !source.startsWith('expires_in=', range.from)
        ? {}
        : pythonFix(
            'Pass expires_at',
            { file, source },
            [{ ...range, text: `expires_at=${sinceNow(source, node)}` }],
            ['import time'],
          )),
    },
  ]
}

interface CallIn {
  call: Call
  method: SignInMethod
}

/** OA-03 */
function withoutExpiry(use: SignInUse, refreshed: CallIn, signedIn: readonly CallIn[]): Advice[] {
  const { keywords, plain, range } = refreshed.call
  if (!plain || !keywords.has('credentials') || keywords.has('expires_at') || keywords.has('expires_in')) return []
  return [
    {
      rule: 'oa-03-refresh-expiry',
      message:
        'Return `expires_at` from the refresh too: without it the new token counts as one without end, and Dify never refreshes again.',
      range,
      ...expiryFix(use, refreshed, signedIn),
    },
  ]
}

const builtIn = 'int, float, str, min, max, round'

/** What the exchange says of it, where that means the same in the refresh: of names that both are given alike. */
function expiryFix({ code: { source }, file }: SignInUse, refreshed: CallIn, signedIn: readonly CallIn[]) {
  const [first, ...more] = signedIn.filter(({ call }) => call.keywords.has('expires_at'))
  const node = first?.call.keywords.get('expires_at')
  const credentials = refreshed.call.keywords.get('credentials')
  if (!first || !node || more.length > 0 || !credentials) return {}
  const value = resolved(source, node, first.method)
  if (!value || value.name === 'Number' || value.name === 'UnaryExpression') return {}
  const names = value.name === 'VariableName' ? [value] : nodesOf(value, 'VariableName')
  const means = (method: SignInMethod, name: string) => {
    const assigned = method.assignments.filter((each) => each.name === name)
    return assigned.map(({ value: given }) => source.slice(given.from, given.to).replace(/\([^]*$/, '')).join('\n')
  }
  const known = `import ${builtIn}\n${source}`
  const alike = names.every(({ from, to }) => {
    const name = source.slice(from, to)
    const given = means(first.method, name)
    if (given !== '') return !given.includes('\n') && given === means(refreshed.method, name)
    if (first.method.parameters.includes(name)) return refreshed.method.parameters.includes(name)
    return new RegExp(`^(?:(?:import|from) .*\\b${name}\\b|(?:def|class) ${name}\\b|${name} *[:=])`, 'm').test(known)
  })
  const entry = `expires_at=${source.slice(value.from, value.to)}`
  return alike
    ? pythonFix('Return expires_at too', { file, source }, [
        withEntry(source, credentials.from - 'credentials='.length, credentials.to, entry),
      ])
    : {}
}

/** OA-04 and OA-05: keys of a dictionary that is written out. */
function undeclared(use: SignInUse, call: Call, method: SignInMethod): Advice[] {
  const { source } = use.code
  const node = call.keywords.get('credentials')
  const value = node && resolved(source, node, method)
  const entries = value && dictionaryEntries(source, value)
  if (!value || !entries) return []
  return entries.flatMap(([name, entry]): Advice[] => {
    const range = { from: keyFrom(source, value, entry), to: entry.to }
    if (name === 'client_secret')
      return [
        {
          rule: 'oa-05-client-secret',
          message:
            'Do not return `client_secret`: Dify hands it to every method anyway, and each person’s credentials would hold the secret of the app.',
          range,
          ...pythonFix('Do not return client_secret', { file: use.file, source }, [
            withoutEntry(source, range.from, range.to),
          ]),
        },
      ]
    if (!use.declared || use.declared.includes(name) || name === use.sdk.undeclared?.name) return []
    return [
      {
        rule: 'oa-04-undeclared',
        message: `Declare ${shown(name)} in \`${use.at.join('.')}\` of ${use.path} or do not return it: Dify encrypts declared secrets only, this is stored in clear.`,
        range,
        fix: { title: `Declare ${name}`, apply: (files) => declare(files, use.path, name) },
      },
    ]
  })
}

function declare(files: Files, path: string, name: string): Files {
  const edited = declareToken(files, path, name)
  return edited.ok ? edited.files : files
}

/** Where the key of this value begins. */
function keyFrom(source: string, dictionary: SyntaxNode, value: SyntaxNode): number {
  const before = source.slice(dictionary.from, value.from)
  return dictionary.from + (/(?:[rub]?["'])[^"'\n]*["']\s*:\s*$/i.exec(before)?.index ?? before.length)
}
