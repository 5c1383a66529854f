import type { HttpAnswer, HttpRequest } from '../http'
import { isNumber, isRecord, parsedJson } from '../json'
import { isSecretHeader, isSecretName } from './secret-names'
import { maskHeader } from './mask'
import { redactText } from './redact-text'

/** A request as it may be shown, logged and stored: `known` are the secrets of the flow, masked wherever they stand. */
export function redactedRequest(request: HttpRequest, known: Iterable<string> = []): HttpRequest {
  const secrets = [...known, ...namedSecrets(request.body ?? '', false)]
  return {
    ...request,
    url: redactedUrl(request.url, secrets),
    headers: redactedHeaders(request.headers, secrets),
    ...(request.body === undefined ? {} : { body: redactText(request.body, { known: secrets }) }),
  }
}

/** An answer as it may be shown, logged and stored. Its text is kept but for the secrets. */
export function redactedAnswer(answer: HttpAnswer, known: Iterable<string> = []): HttpAnswer {
  const secrets = [...known, ...namedSecrets(answer.body, true)]
  return {
    ...answer,
    headers: redactedHeaders(answer.headers, secrets),
    body: redactText(answer.body, { known: secrets, inAnswer: true }),
  }
}

/** An address without user and password, and without the codes and tokens of its query or fragment. */
export function redactedUrl(url: string, known: Iterable<string> = []): string {
  return redactText(url.replace(/^([a-z][\w+.-]*:\/\/)[^/?#@]*@/i, '$1••••••@'), { known })
}

function redactedHeaders(headers: HttpRequest['headers'], known: readonly string[]): [string, string][] {
  return headers.map(([name, value]) => {
    if (/^(?:set-)?cookie$/i.test(name)) return [name, value.replace(/=[^;]*/, '=••••••')]
    return [name, isSecretHeader(name) ? maskHeader(value) : redactedUrl(value, known)]
  })
}

/** So many values and levels of a body are looked through; what is beyond is masked by its name alone. */
const mostValues = 100
const mostLevels = 30

/** The values that stand under the name of a secret in a JSON text. */
export function namedSecrets(text: string, inAnswer: boolean): string[] {
  const found: string[] = []
  const walk = (value: unknown, secret: boolean, level: number) => {
    if (found.length >= mostValues || level > mostLevels) return
    if (secret && (typeof value === 'string' || isNumber(value))) found.push(String(value))
    if (Array.isArray(value)) for (const each of value) walk(each, secret, level + 1)
    if (!isRecord(value)) return
    for (const [name, each] of Object.entries(value))
      walk(each, isSecretName(name, inAnswer) || (secret && !/type|expires|scope|_at$/i.test(name)), level + 1)
  }
  walk(parsedJson(text), false, 0)
  return found
}
