import { isNumber, isRecord, parsedJson } from '../json'
import { isSecretName } from './secret-names'

/** So many values and levels of an answer are looked through. */
const mostValues = 100
const mostLevels = 30

/** Members that say what a token is for, whose it is, or what went wrong. */
const harmless =
  /^(?:sub|iss|aud)$|^(?:errors?|err|state|message|msg|detail|details|reason|title|login|locale|time)(?:_|$)|(?:^|_)(?:type|scopes?|id|ids|name|email|uri|url|domain|host|region|description|timestamp|version)$|_(?:at|in)$/

/**
 * The values of an answer of a token endpoint that may be secrets: those under the name of one, and those that look like a token,
 * under whatever name that is not known to be harmless; of JSON, a form, XML, or a text that is nothing but a token.
 */
export function opaqueValues(text: string): string[] {
  const found = new Set<string>()
  for (const [name, value] of membersOf(text)) {
    if (found.size >= mostValues) break
    if (value !== '' && (isSecretName(name, true) || (!isHarmless(name) && looksOpaque(value)))) found.add(value)
  }
  return [...found]
}

function isHarmless(name: string): boolean {
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[-.\s]+/g, '_')
  return harmless.test(plain.toLowerCase())
}

/** One word of 16 characters or more, of many different ones, with a digit or letters of both cases all over. */
function looksOpaque(text: string): boolean {
  if (!/^[\w.~+/=:|!*$-]{16,}$/.test(text) || /^[a-z][\w+.-]*:\/\/|^\d{4}-\d\d-\d\dT/i.test(text)) return false
  const isMixed = /\d/.test(text) || (text.match(/[A-Z]/g)?.length ?? 0) > 4
  return isMixed && new Set(text).size >= 8
}

function membersOf(text: string): Iterable<readonly [name: string, value: string]> {
  const plain = text.trim()
  const json = parsedJson(plain)
  if (json !== undefined) return membersOfJson('', json)
  if (/^[\w.[\]-]+=[^\s<{]*$/.test(plain)) return new URLSearchParams(plain)
  if (plain.startsWith('<'))
    return [...plain.matchAll(element)].map(([, name = '', value = '']) => [name, value.trim()])
  return [['', plain]]
}

/** An element with text in it, and the attributes and `<![CDATA[` that may stand before the text. */
const element = /<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,60})(?:\s[^<>]{0,300})?>\s*(?:<!\[CDATA\[)?([^<\]]+)/g

function* membersOfJson(name: string, value: unknown, level = 0): Generator<readonly [string, string]> {
  if (typeof value === 'string' || isNumber(value)) yield [name, String(value)]
  else if (level > mostLevels) return
  else if (Array.isArray(value)) for (const each of value) yield* membersOfJson(name, each, level + 1)
  else if (isRecord(value)) for (const [key, each] of Object.entries(value)) yield* membersOfJson(key, each, level + 1)
}
