import { headerOf, type HttpAnswer } from '../http'
import type { Remark } from '../remark'
import type { Standard } from '../standard'
import { readBody } from './read-body'
import { refusalIn, told, type Refusal } from './refusal'
import { retryAfter } from './retry-after'

export type Outcome =
  | { ok: true; value: Readonly<Record<string, unknown>>; remarks: readonly Remark[] }
  | { ok: false; refusal: Refusal; remarks: readonly Remark[] }

/** Which paragraphs say what an answer and a refusal look like; none for calls that no standard speaks of. */
export interface Paragraphs {
  answer?: Standard
  refusal?: Standard
}

/** Those of the token endpoint. */
export const ofToken: Paragraphs = { answer: 'RFC 6749 §5.1', refusal: 'RFC 6749 §5.2' }

/** Tells an answer that can be read from a refusal of whatever shape; `now` in unix seconds. */
export function outcomeOf(answer: HttpAnswer, now: number, by: Paragraphs): Outcome {
  const { status } = answer
  const wait = retryAfter(answer, now)
  const refused = (part: Partial<Refusal>, remarks: readonly Remark[]): Outcome => ({
    ok: false,
    refusal: {
      status,
      code: '',
      description: '',
      said: false,
      ...part,
      ...(wait === undefined ? {} : { retryAfter: wait }),
    },
    remarks,
  })
  if (status >= 300 && status < 400) return refused({}, [redirectRemark(answer)])
  const body = readBody(answer, by.answer)
  if (body.kind !== 'object')
    return refused(body.kind === 'html' ? { description: pageTitle(answer.body) } : {}, [
      { ...unreadable[body.kind](status), ...cited(status >= 400 ? by.refusal : by.answer) },
    ])
  const said = refusalIn(body.value)
  if (status >= 400) return refused({ ...(said ?? told(body.value)), said: said !== undefined }, body.remarks)
  if (said)
    return refused({ ...said, said: true }, [...body.remarks, { ...refusedWithSuccess(status), ...cited(by.refusal) }])
  return {
    ok: true,
    value: body.value,
    remarks: [
      ...body.remarks,
      ...(status === 200 || !by.answer ? [] : [{ ...otherSuccess(status), standard: by.answer }]),
    ],
  }
}

function cited(standard: Standard | undefined): Pick<Remark, 'standard'> {
  return standard ? { standard } : {}
}

function redirectRemark(answer: HttpAnswer): Remark {
  const to = targetOf(headerOf(answer, 'location') ?? '')
  return {
    verdict: 'fail',
    text: `The server sends the request on${to && ` to ${to}`} (HTTP ${answer.status}). That is not followed: the request carries secrets.`,
    standard: 'RFC 9110 §15.4',
    remedy:
      'Enter the final address in the settings. Mind http and https, "www.", a slash at the end; a path of a sign-in page means that the address is wrong.',
  }
}

/** Where a redirect leads, as it was sent (a path alone too), without what may be secret in it. */
function targetOf(location: string): string {
  const [address = ''] = location.trim().split(/[?#]/)
  return address.replace(/^([a-z][\w+.-]*:)?\/\/[^/@]*@/i, '$1//').slice(0, 200)
}

const unreadable = {
  html: (status: number): Remark => ({
    verdict: 'fail',
    text: `A web page came back instead of JSON (HTTP ${status}).`,
    remedy:
      'Compare the address with the documentation: it is often the authorization URL, a page of the site, or one behind a sign-in or a firewall.',
  }),
  empty: (status: number): Remark => ({
    verdict: 'fail',
    text: `The answer is empty (HTTP ${status}).`,
    remedy: 'Compare the address with the documentation, and try the other form of the body (form or JSON).',
  }),
  text: (status: number): Remark => ({
    verdict: 'fail',
    text: `The answer is neither JSON nor a form (HTTP ${status}).`,
    remedy: 'Compare the address with the documentation. JSON that is cut off or broken is a fault of the server.',
  }),
  json: (status: number): Remark => ({
    verdict: 'fail',
    text: `The answer is JSON, but no object (HTTP ${status}).`,
    remedy: 'Compare the address with the documentation.',
  }),
} as const

function refusedWithSuccess(status: number): Remark {
  return {
    verdict: 'bent',
    text: `The refusal came with HTTP ${status}; the standard wants 400 or above.`,
    remedy: 'Python must look into the answer for an error: response.raise_for_status() passes this one.',
  }
}

function otherSuccess(status: number): Remark {
  return {
    verdict: 'bent',
    text: `The answer came with HTTP ${status}; the standard wants 200.`,
    remedy: 'Python should take response.ok for success, not only the status 200.',
  }
}

/** The title of a page, on one line. */
function pageTitle(html: string): string {
  const title =
    /<title[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? /<h1[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? ''
  return title.replace(/\s+/g, ' ').trim()
}
