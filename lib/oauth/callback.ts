import type { Remark } from './remark'

/** What the flow that a callback answers knows of itself. */
export interface Expected {
  redirectUri: string
  /** Whether the state that came is the one that was sent; compared in constant time by who keeps it. */
  isOwnState: boolean
  /** Seconds since the authorization began. */
  age: number
  issuer: string
  /** Whether the server's metadata promises `iss` (RFC 9207 section 3). */
  sendsIssuer: boolean
  pkce: 'S256' | 'plain' | 'off'
}

export type Callback =
  | { code: string; parameters: readonly CallbackParameter[]; remarks: readonly Remark[] }
  | {
      code?: undefined
      error?: string
      description?: string
      parameters: readonly CallbackParameter[]
      remarks: readonly Remark[]
    }

export interface CallbackParameter {
  name: string
  value: string
}

/** An authorization may take so long, as in Dify (oauth.md section 1). */
export const secondsToCallBack = 300

const known = new Set(['code', 'state', 'iss', 'error', 'error_description', 'error_uri', 'scope', 'session_state'])

/**
 * What came back with the browser, each check passed or failed by its paragraph (RFC 6749 section 4.1.2, RFC 9207, RFC 9700).
 * There is a code only where every check passed: nothing else may be exchanged.
 */
export function judgeCallback(url: string, expected: Expected): Callback {
  if (!URL.canParse(url))
    return {
      parameters: [],
      remarks: [
        {
          verdict: 'fail',
          text: 'This is no URL.',
          remedy: 'Copy the whole address of the page to which the service sent the browser.',
        },
      ],
    }
  const at = new URL(url)
  const parameters = [...at.searchParams].map(([name, value]) => ({ name, value }))
  const value = (name: string) => parameters.find((each) => each.name === name)?.value
  const values = (name: string) => parameters.filter((each) => each.name === name).map((each) => each.value)
  const error = value('error')
  const remarks = [
    judgeAddress(at, expected.redirectUri),
    ...judgeMode(at, parameters),
    ...judgeNames(parameters),
    judgeState(values('state'), expected),
    judgeIssuer(value('iss'), expected),
    judgePkce(expected.pkce),
    judgeAnswer(values('code'), error),
  ]
  const code = value('code')
  if (code !== undefined && remarks.every(({ verdict }) => verdict !== 'fail')) return { code, parameters, remarks }
  return { error, description: value('error_description'), parameters, remarks }
}

/** What is to be said of an answer that was posted: nothing of it is read. */
export const postedRemark: Remark = {
  verdict: 'fail',
  text: 'The service posted its answer (response_mode=form_post). It was not taken: Dify reads the query of a GET only.',
  standard: 'RFC 6749 §4.1.2',
  remedy: 'Set response_mode to query among the parameters of the authorization URL, or leave it out, and start again.',
}

function judgeAddress(at: URL, redirectUri: string): Remark {
  const came = `${at.origin}${at.pathname}`
  if (came === redirectUri)
    return {
      verdict: 'pass',
      text: 'It came back to the redirect URI, character by character.',
      standard: 'RFC 6749 §3.1.2',
    }
  return {
    verdict: 'fail',
    text: `It came back to ${came}, but the request said ${redirectUri}.`,
    standard: 'RFC 9700 §2.1',
    remedy: 'Register the redirect URI exactly as it is sent, and start again.',
  }
}

function judgeMode(at: URL, parameters: readonly CallbackParameter[]): Remark[] {
  if (parameters.length > 0)
    return [{ verdict: 'pass', text: 'The answer stands in the query, which Dify reads.', standard: 'RFC 6749 §4.1.2' }]
  const inFragment = at.hash.length > 1
  return [
    {
      verdict: 'fail',
      text: inFragment
        ? 'The answer stands behind #, where only the browser sees it.'
        : 'Nothing came back with the browser: the query is empty.',
      standard: 'RFC 6749 §4.1.2',
      remedy: inFragment
        ? 'Ask for response_type=code and no response_mode.'
        : 'If the service posts its answer (response_mode=form_post), set response_mode to query: Dify takes a GET only.',
    },
  ]
}

function judgeNames(parameters: readonly CallbackParameter[]): Remark[] {
  const names = parameters.map(({ name }) => name)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  const unknown = [...new Set(names)].filter((name) => !known.has(name))
  return [
    ...twice.map((name): Remark => ({
      verdict: 'fail',
      text: `The parameter ${name} came twice: nobody can tell which one is meant.`,
      standard: 'RFC 6749 §3.1',
      remedy: 'Do not go on; report it to the service.',
    })),
    ...(unknown.length > 0
      ? [
          {
            verdict: 'note',
            text: `Also sent, and ignored: ${unknown.join(', ')}.`,
            standard: 'RFC 6749 §4.1.2',
          } as const,
        ]
      : []),
  ]
}

function judgeState(states: readonly string[], { isOwnState, age }: Expected): Remark {
  const standard = 'RFC 6749 §10.12'
  if (states.length > 1)
    return {
      verdict: 'fail',
      text: `${states.length} states came back: nothing ties this answer to one request.`,
      standard,
      remedy: 'Start again; report it to the service.',
    }
  if (states.length === 0)
    return {
      verdict: 'fail',
      text: 'No state came back: nothing ties this answer to the request.',
      standard,
      remedy: 'A server must return the state that it was sent. Look whether a proxy cut the query.',
    }
  if (!isOwnState)
    return {
      verdict: 'fail',
      text: 'The state is not the one that was sent: this may be the answer to another request, or an attack.',
      standard,
      remedy: 'Start again, in one tab.',
    }
  if (age > secondsToCallBack)
    return {
      verdict: 'fail',
      text: `The state is ours, but ${Math.round(age)} s old. After ${secondsToCallBack} s the flow is over, as in Dify.`,
      standard,
      remedy: 'Start again and agree within five minutes.',
    }
  return { verdict: 'pass', text: `The state is ours and ${Math.round(age)} s old.`, standard }
}

function judgeIssuer(iss: string | undefined, { issuer, sendsIssuer }: Expected): Remark {
  const standard = 'RFC 9207 §2.4'
  if (iss === undefined && sendsIssuer)
    return {
      verdict: 'fail',
      text: 'The server promises to name itself (iss), and did not: the answer may come from another server.',
      standard,
      remedy: 'Do not go on. If the server is yours, mend its metadata or its answer.',
    }
  if (iss === undefined)
    return {
      verdict: 'note',
      text: 'The server does not name itself (iss). A client of several servers should use a redirect URI for each.',
      standard: 'RFC 9700 §4.4.2',
    }
  if (issuer === '')
    return { verdict: 'note', text: `The server calls itself ${iss}; no issuer is set to compare it with.`, standard }
  if (iss !== issuer)
    return {
      verdict: 'fail',
      text: `The answer comes from ${iss}, but ${issuer} was asked: a mix-up.`,
      standard,
      remedy:
        'Do not go on. Check the issuer in the settings: it is compared character by character, a slash at the end too.',
    }
  return { verdict: 'pass', text: 'The server that answered is the one that was asked.', standard }
}

function judgePkce(pkce: Expected['pkce']): Remark {
  if (pkce === 'S256')
    return {
      verdict: 'pass',
      text: 'The code is of no use without the verifier, which has not left yet.',
      standard: 'RFC 7636 §4.5',
    }
  return {
    verdict: 'bent',
    text:
      pkce === 'plain'
        ? 'The challenge was the verifier itself: whoever saw the request can exchange the code.'
        : 'Without PKCE whoever sees the code and the client can exchange it.',
    standard: 'RFC 9700 §2.1.1',
    remedy: 'Switch PKCE to S256, unless the server refuses it.',
  }
}

function judgeAnswer(codes: readonly string[], error: string | undefined): Remark {
  const standard = 'RFC 6749 §4.1.2'
  const [code] = codes
  if (error !== undefined && code !== undefined)
    return {
      verdict: 'fail',
      text: 'A code and an error came together; only one may.',
      standard,
      remedy: 'Start again.',
    }
  if (error !== undefined)
    return {
      verdict: 'fail',
      text: `The server refused: ${error || 'it gave no reason'}.`,
      standard: 'RFC 6749 §4.1.2.1',
    }
  if (code === undefined || code === '')
    return { verdict: 'fail', text: 'No code came back, and no error.', standard, remedy: 'Start again.' }
  if (codes.length > 1)
    return {
      verdict: 'fail',
      text: `${codes.length} codes came back; only one may.`,
      standard,
      remedy: 'Start again; report it to the service.',
    }
  return { verdict: 'pass', text: 'One code, no error.', standard }
}
