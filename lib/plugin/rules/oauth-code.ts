import type { Finding } from '../document'
import { removeValue } from '../edit/values'
import { textOf } from '../files'
import { memoByText } from '../memo'
import { fieldsIn } from '../python/fields'
import type { OAuthClasses } from '../python/oauth-flow'
import { signInClass, type SignInClass } from '../python/sign-in-class'
import { valueAt } from '../schema/file-reference'
import { isRecord } from '../yaml/nodes'
import { clientLints } from './oauth-client'
import { methodLints } from './oauth-methods'
import { requestLints } from './oauth-requests'
import { returnedLints } from './oauth-returned'
import type { DocumentUse, PluginView } from './plugin-view'
import type { Report } from './report'

/** A provider's sign-in under the lints of `oauth.md` section 6. */
export interface SignInUse {
  code: SignInClass
  /** The Python file with that class. */
  file: string
  /** Names in `credentials_schema`; undefined where there is no such list. */
  declared: readonly string[] | undefined
  /** Names in `client_schema`; undefined where there is no such list. */
  client: readonly string[] | undefined
  /** The provider's YAML, and where tokens and client are listed there. */
  path: string
  at: readonly string[]
  clientAt: readonly string[]
  /** What the SDK has for it. */
  sdk: OAuthClasses
}

/** Advice on a place of the Python, but for what it says of gates. */
export type Advice = Omit<Report, 'by' | 'severity'>

const LONGEST = 400_000

const classOf = memoByText((source: string, _: 'class') => signInClass(source))

/**
 * What published plugins get wrong in their sign-in (oauth.md section 6): matches of what is written, silent where that leaves a
 * doubt. OA-13, a client field without a label, is an error of its field.
 */
export function oauthCodeRules(view: PluginView): Finding[] {
  return view.documents.flatMap((use) => {
    const place = use.type.oauth
    if (!place) return []
    const at = [...place.at, 'credentials_schema']
    const clientAt = [...place.at, 'client_schema']
    const file = use.refs.find(({ as }) => as === 'python')?.file
    const source = file === undefined ? undefined : textOf(view.files, file)
    const code = source === undefined || source.length > LONGEST ? undefined : classOf(source, 'class')
    const inYaml = declaredSecret(view, use, at)
    if (!code || file === undefined) return inYaml
    const signIn: SignInUse = {
      code,
      file,
      declared: namesAt(use, at),
      client: namesAt(use, clientAt),
      path: use.path,
      at,
      clientAt,
      sdk: place.classes,
    }
    const lints = [...clientLints(signIn), ...returnedLints(signIn), ...requestLints(signIn), ...methodLints(signIn)]
    return [...inYaml, ...lints.map((advice) => view.finding(file, { ...advice, by: [] }))]
  })
}

function namesAt({ value }: DocumentUse, at: readonly string[]): string[] | undefined {
  const list = valueAt(value, [...at])
  return Array.isArray(list) || isRecord(list) ? fieldsIn(list).map(({ name }) => name) : undefined
}

/** OA-05 in YAML. */
function declaredSecret(view: PluginView, { path, value }: DocumentUse, at: readonly string[]): Finding[] {
  const list = valueAt(value, [...at])
  const index = Array.isArray(list)
    ? list.findIndex((_, each) => valueAt(list, [each, 'name']) === 'client_secret')
    : -1
  if (index === -1) return []
  return [
    view.finding(path, {
      rule: 'oa-05-client-secret',
      by: [],
      message:
        'Keep `client_secret` out of the tokens, here and in what the Python returns: Dify hands it to every method anyway, and each person’s credentials would hold the secret of the app.',
      path: [...at, index, 'name'],
      fix: {
        title: 'Remove client_secret',
        apply: (files) => {
          const edited = removeValue(files, path, [...at, index])
          return edited.ok ? edited.files : files
        },
      },
    }),
  ]
}
