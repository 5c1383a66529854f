import type { SyntaxNode } from '../python/assignments'
import { dictionaryEntries, literalValue } from '../python/literal-values'
import { nodesOf, resolved } from '../python/sign-in-class'
import type { Advice, SignInUse } from './oauth-code'
import { checkedStateFix, sentStateFix, verifierFix } from './oauth-state-fix'
import { keyBefore, pythonFix, withEntry } from './python-fix'

/** OA-06 to OA-08, OA-11 and OA-12: what is sent to the service. */
export function requestLints(use: SignInUse): Advice[] {
  return [...state(use), ...constantVerifier(use), ...offline(use), ...tenant(use)]
}

/** The dictionary that becomes the query, where one is written out with client and redirect URI and nothing else is spread into it. */
function queryOf({ code: { source, authorization } }: SignInUse): [string, SyntaxNode][] | undefined {
  const found = nodesOf(authorization.body, 'DictionaryExpression').flatMap((node) => {
    const entries = dictionaryEntries(source, node)
    return entries && ['client_id', 'redirect_uri'].every((name) => entries.some(([key]) => key === name))
      ? [entries]
      : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** OA-06 and OA-07 */
function state(use: SignInUse): Advice[] {
  const { authorization, exchange, methods } = use.code
  const query = queryOf(use)
  if (!/\bstate\b/.test(authorization.text))
    return query
      ? [
          {
            rule: 'oa-06-state',
            message:
              'Send a `state` and compare it when the person comes back: without one somebody else’s code can be slipped in, and Dify does not check it.',
            range: authorization.range,
            ...sentStateFix(use, query),
          },
        ]
      : []
  const elsewhere = methods.some((method) => method !== authorization && /state/i.test(method.text))
  if (!query?.some(([name]) => name === 'state') || !exchange || elsewhere) return []
  return [
    {
      rule: 'oa-07-state-unread',
      message:
        'Compare the `state` that comes back (`request.args.get("state")`) with what was sent: Dify does not, so as it is it protects nobody.',
      range: exchange.range,
      ...checkedStateFix(use, query),
    },
  ]
}

/** OA-08 */
function constantVerifier(use: SignInUse): Advice[] {
  const { source, authorization } = use.code
  const query = queryOf(use)
  const valueOf = (name: string) => {
    const node = query?.find(([key]) => key === name)?.[1]
    return node && literalValue(source, resolved(source, node, authorization) ?? node)
  }
  const challenge = query?.find(([key]) => key === 'code_challenge')?.[1]
  if (!challenge || valueOf('code_challenge_method') !== 'plain' || typeof valueOf('code_challenge') !== 'string')
    return []
  return [
    {
      rule: 'oa-08-constant-verifier',
      message:
        'Make a new verifier for each sign-in and send its S256 challenge: a constant one stands in the package, so that PKCE proves nothing.',
      range: { from: challenge.from, to: challenge.to },
      ...verifierFix(use, query ?? []),
    },
  ]
}

interface OfflineHost {
  host: string
  asks: RegExp
  what: string
  /** The parameter of the query, where one does it. */
  name?: string
}

const offlineHosts: readonly OfflineHost[] = [
  { host: 'accounts.google.com/o/oauth2', asks: /access_type/, what: '`access_type=offline`', name: 'access_type' },
  { host: 'login.microsoftonline.com', asks: /offline_access/, what: 'the scope `offline_access`' },
  { host: 'auth.atlassian.com', asks: /offline_access/, what: 'the scope `offline_access`' },
  {
    host: 'dropbox.com/oauth2/authorize',
    asks: /token_access_type/,
    what: '`token_access_type=offline`',
    name: 'token_access_type',
  },
  { host: 'api.typeform.com/oauth/authorize', asks: /\boffline\b/, what: 'the scope `offline`' },
]

/** OA-11 */
function offline(use: SignInUse): Advice[] {
  const { source, authorization } = use.code
  const last = queryOf(use)?.at(-1)?.[1]
  return offlineHosts
    .filter(({ host, asks }) => source.includes(host) && !asks.test(source))
    .slice(0, 1)
    .map(({ what, name }) => ({
      rule: 'oa-11-offline',
      message: `Ask for ${what}: without it this service gives no refresh token, and people sign in again when the first token ends.`,
      range: authorization.range,
      ...(name !== undefined && last
        ? pythonFix(`Add ${name}`, { file: use.file, source }, [
            withEntry(source, keyBefore(source, last.from), last.to, `"${name}": "offline"`),
          ])
        : {}),
    }))
}

/** Scopes of Microsoft Graph that personal accounts do not have. */
const workScope =
  /\b(?:Sites|Team|TeamSettings|Channel|ChannelMessage|ChannelSettings|Chat|ChatMessage|Group|GroupMember|Directory)\.[A-Z]\w+/

/** OA-12 */
function tenant({ code: { source }, file }: SignInUse): Advice[] {
  const common = /login\.microsoftonline\.com\/common\b/.exec(source)
  if (!common || !workScope.test(source)) return []
  return [
    {
      rule: 'oa-12-tenant',
      message:
        'Let the tenant be filled in with the client, with `organizations` where it is empty: `common` lets personal accounts in, which have none of these scopes, and fails for apps of one tenant.',
      range: { from: common.index, to: common.index + common[0].length },
      ...pythonFix(
        'Write organizations',
        { file, source },
        [...source.matchAll(/(?<=login\.microsoftonline\.com\/)common\b/g)].map(({ index }) => ({
          from: index,
          to: index + 'common'.length,
          text: 'organizations',
        })),
      ),
    },
  ]
}
