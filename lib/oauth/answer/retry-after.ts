import { headerOf, type HttpAnswer } from '../http'

/** Seconds that an answer asks to wait (RFC 9110 §10.2.3), a date against `now` in unix seconds; undefined where it does not. */
export function retryAfter(answer: HttpAnswer, now: number): number | undefined {
  const value = headerOf(answer, 'retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil(date / 1000 - now))
}
