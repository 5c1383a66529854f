import { isNumber, isRecord } from '../json'

/** Why a server gave nothing. Its words may repeat what was sent: redact before they are shown. */
export interface Refusal {
  status: number
  /** The code of the standard or the service; empty where there is none. */
  code: string
  description: string
  uri?: string
  /** The server says so itself, and not only by its status. */
  said: boolean
  /** Seconds that the server asks to wait. */
  retryAfter?: number
}

/** Names under which services tell what went wrong, the standard's own first. */
const codeNames = ['error', 'error_code', 'errorCode', 'errcode', 'err_code', 'code', 'type', 'status', 'name']
const descriptionNames = [
  'error_description',
  'errorDescription',
  'message',
  'msg',
  'errmsg',
  'reason',
  'detail',
  'title',
]

type Said = Pick<Refusal, 'code' | 'description' | 'uri'>

/**
 * The error that an object tells, in the standard's shape or one of the common others: `ok: false` (Slack), an `error` or first of
 * `errors` that is an object (Google, Zendesk), `errcode` (not 0) with HTTP 200. Undefined where it tells none.
 */
export function refusalIn(value: Readonly<Record<string, unknown>>): Said | undefined {
  const nested = [value.error, Array.isArray(value.errors) ? value.errors[0] : value.errors]
  const object = nested.find(isRecord)
  if (object) {
    const { code, description } = told(object)
    return { code, description: description || text(value.message), ...uri(value) }
  }
  const word = nested.find((each) => typeof each === 'string' && each !== '')
  if (typeof word === 'string')
    return { code: word, description: told({ ...value, error: undefined }).description, ...uri(value) }
  const failed =
    value.ok === false ||
    value.success === false ||
    value.error === true ||
    value.status === 'error' ||
    ['errcode', 'errorCode', 'error_code', 'err_code'].some((name) => !['', '0'].includes(text(value[name])))
  return failed ? { ...told(value), ...uri(value) } : undefined
}

/** The code and the words of an object of which is known that it tells an error. */
export function told(value: Readonly<Record<string, unknown>>): { code: string; description: string } {
  const first = (names: readonly string[]) =>
    names.map((name) => text(value[name])).find((each) => each !== '' && each !== 'error' && each !== 'true') ?? ''
  return { code: first(codeNames), description: first(descriptionNames) }
}

function uri(value: Readonly<Record<string, unknown>>): Pick<Refusal, 'uri'> {
  const found = text(value.error_uri)
  return /^https?:\/\//i.test(found) ? { uri: found } : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : isNumber(value) || value === true ? String(value) : ''
}
