import { parseCurl } from '../../../paste/curl'
import { jsonIn } from '../../../paste/curl-body'
import { isRecord } from '../../../yaml/nodes'

/** What a service sent to a webhook. */
export interface Delivery {
  headers: readonly (readonly [name: string, value: string])[]
  body: Readonly<Record<string, unknown>>
}

export type DeliveryReading = { ok: true; delivery: Delivery } | { ok: false; reason: string }

/**
 * Reads a delivery as services, tunnels and request bins give it to copy: JSON; headers and then JSON; a cURL command; an object that
 * holds `headers` and `body`. Further headers may come apart, as lines or as JSON.
 */
export function readDelivery(text: string, headerText = ''): DeliveryReading {
  const apart = headersIn(headerText)
  if (/^\s*(\$ )?curl(\.exe)?\s/i.test(text)) {
    const curl = parseCurl(text)
    if (!curl.ok) return curl
    const { body, headers } = curl.request
    if (body?.kind === 'form') return readDelivery(fieldOf(body.fields, 'payload'), linesOf([...headers, ...apart]))
    return deliveryOf(body?.kind === 'json' ? body.value : undefined, [...headers, ...apart])
  }
  const start = /^[ \t]*[{[]/m.exec(text)
  const head = start ? text.slice(0, start.index) : text
  return deliveryOf(start ? firstJson(text.slice(start.index)) : undefined, [...headersIn(head), ...apart])
}

function deliveryOf(value: unknown, headers: Delivery['headers']): DeliveryReading {
  const [only, ...more] = Array.isArray(value) ? value : []
  const sent: unknown = more.length === 0 && isRecord(only) && isRecord(only.headers) ? only : value
  if (Array.isArray(sent)) return { ok: false, reason: 'Paste one delivery: this is a list, a webhook gets an object.' }
  if (!isRecord(sent))
    return { ok: false, reason: 'Paste the payload whole, as JSON: there is no JSON object in this text.' }
  const { headers: inner, body } = sent
  const held = typeof body === 'string' ? jsonIn(body) : body
  return isRecord(inner) && isRecord(held)
    ? { ok: true, delivery: { headers: [...entriesOf(inner), ...headers], body: held } }
    : { ok: true, delivery: { headers, body: sent } }
}

/** Lines `Name: value`, also with a tab between; a JSON object of them. Other lines are none. */
function headersIn(text: string): [string, string][] {
  const json = jsonIn(text)
  if (isRecord(json)) return entriesOf(json)
  return text.split('\n').flatMap((line): [string, string][] => {
    const [, name, value = ''] = /^\s*([A-Za-z][A-Za-z0-9-]*)(?::|\t)\s*(.*?)\s*$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value]]
  })
}

const linesOf = (headers: Delivery['headers']) => headers.map(([name, value]) => `${name}: ${value}`).join('\n')

const fieldOf = (fields: readonly (readonly [string, string])[], name: string) =>
  fields.find(([key]) => key === name)?.[1] ?? ''

function entriesOf(value: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(value).flatMap(([name, each]): [string, string][] => {
    const text: unknown = Array.isArray(each) ? each[0] : each
    return typeof text === 'string' ? [[name, text]] : []
  })
}

/** The object or list that a text begins with, whatever follows it. */
function firstJson(text: string): unknown {
  const whole = jsonIn(text)
  if (whole !== undefined) return whole
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    if (depth === 0) return jsonIn(text.slice(0, index + token.length))
  }
  return undefined
}
