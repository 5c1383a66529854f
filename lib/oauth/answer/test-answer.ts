import type { HttpAnswer } from '../http'

/** An answer of a server, for tests. */
export function answerOf(body: unknown, part: Partial<HttpAnswer> & { type?: string } = {}): HttpAnswer {
  const { type = 'application/json', ...rest } = part
  return {
    status: 200,
    headers: [['Content-Type', type]],
    body: typeof body === 'string' ? body : JSON.stringify(body),
    milliseconds: 12,
    ...rest,
  }
}
