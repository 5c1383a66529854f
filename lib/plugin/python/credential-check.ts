import type { Field } from './fields'
import { call, lay, prefixed } from './layout'
import { pythonString } from './literals'
import { localsOf } from './locals'
import { todoMark } from './module'

/** Parts of a module that check credentials when they are entered. */
export interface CredentialCheck {
  /** The body of the method that gets `credentials`. */
  lines: readonly string[]
  constants: readonly string[]
  functions: readonly string[]
  /** Whether it raises the error, and whether it sends a request. */
  raises: boolean
  asks: boolean
}

interface Names {
  /** The SDK's class for credentials that are refused. */
  error: string
  /** The function that refuses a missing one. */
  required?: string
  /** Whether people can sign in at the service. */
  signIn?: boolean
}

const used = ['self', 'credentials', 'response', 'requests', 'exc']

/**
 * Refuses credentials that are missing and tries the first secret one on a marked address (stubs.md 4.1); while that is empty,
 * any is accepted.
 */
export function credentialCheck(
  fields: readonly Field[],
  { error, required = '_required', signIn = false }: Names,
): CredentialCheck {
  const secret = fields.find((field) => field.type === 'secret-input')
  const must = fields.some((field) => field.required)
  return {
    lines: fields.length === 0 ? nothingToCheck(signIn) : checkLines(fields, secret, error, required),
    constants: secret ? checkAddress : [],
    functions: must ? [requiredFunction(required, error)] : [],
    raises: must || secret !== undefined,
    asks: secret !== undefined,
  }
}

const checkAddress = [
  `# ${todoMark} an address that answers only to a right key, such as`,
  '# https://api.example.com/v1/me. While it is empty, any key is accepted.',
  'CHECK_URL = ""',
]

function checkLines(fields: readonly Field[], secret: Field | undefined, error: string, required: string): string[] {
  const given = (field: Field, source: ReturnType<typeof call>) => call(required, [source, pythonString(field.label)])
  const [key] = localsOf([{ fields: secret ? [secret] : [], source: 'credentials' }], used)
  const lines = fields.flatMap((field) => {
    const source = call('credentials.get', [pythonString(field.name)])
    if (key && field === secret)
      return lay(prefixed(`${key.name} = `, field.required ? given(field, source) : source), 8)
    return field.required ? lay(given(field, source), 8) : []
  })
  if (!key)
    return lines.length > 0
      ? lines
      : ['        # There is nothing to check: every credential may be left out.', '        return None']
  return [...lines, '', ...liveCheck(key.name, key.field, error)]
}

function nothingToCheck(signIn: boolean): string[] {
  const why = signIn ? 'people sign in at the service' : 'this provider asks for no credentials'
  return [`        # There is nothing to check: ${why}.`, '        return None']
}

function liveCheck(local: string, secret: Field, error: string): string[] {
  const refuse = (text: string, after = '') => lay(call(`raise ${error}`, [text], after), 12)
  return [
    secret.required ? '        if not CHECK_URL:' : `        if not (CHECK_URL and ${local}):`,
    '            return',
    '        try:',
    '            response = requests.get(',
    '                CHECK_URL,',
    `                headers={"Authorization": f"Bearer {${local}}"},`,
    '                timeout=(5, 15),',
    '            )',
    '        except (requests.RequestException, ValueError) as exc:',
    ...refuse('f"The service could not be asked: {type(exc).__name__}."', ' from exc'),
    '        if response.status_code in (401, 403):',
    ...refuse(pythonString(`${secret.label} is not accepted by the service.`)),
    '        if not response.ok:',
    ...refuse('f"The service answered with status {response.status_code}."'),
  ]
}

function requiredFunction(name: string, error: string): string {
  return `def ${name}(value: Any, label: str) -> Any:
    """The value; the SDK's own error where there is none."""
    if value is None or not str(value).strip():
        raise ${error}(f"{label} is missing.")
    return value
`
}
