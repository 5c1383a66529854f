import { parsedJson } from '@/lib/oauth/json'

export type PartColor = 'word' | 'key' | 'plain' | 'text' | 'number' | 'punctuation'
export interface LinePart {
  text: string
  color: PartColor
}
export type Line = readonly LinePart[]

interface Message {
  headers: readonly (readonly [name: string, value: string])[]
  body?: string
}

/** The lines of a request before its headers: `POST /token`, and the host. */
export function startLines(method: string, url: string): Line[] {
  if (!URL.canParse(url)) return [[part(method, 'word'), part(` ${url}`, 'plain')]]
  const { host, pathname, search } = new URL(url)
  return [
    [part(method, 'word'), part(` ${pathname}${search}`, 'plain')],
    [part('Host', 'key'), part(': ', 'punctuation'), part(host, 'plain')],
  ]
}

/** Headers, one a line. */
export function headerLines({ headers }: Message): Line[] {
  return headers.map(([name, value]) => [part(name, 'key'), part(': ', 'punctuation'), part(value, 'plain')])
}

/** A body to be read: JSON indented, of a form one parameter a line and decoded, else as it is. No value is changed. */
export function bodyLines({ headers, body = '' }: Message): Line[] {
  if (body === '') return []
  // The mask of a number stands without quotes.
  if (parsedJson(body.replace(/••••••\d*/g, '0')) !== undefined) return jsonLines(body)
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('x-www-form-urlencoded')) return body.split('&').map(formLine)
  return body.split(/\r?\n/).map((line) => [part(line, 'plain')])
}

function formLine(pair: string): Line {
  const equals = pair.indexOf('=')
  if (equals < 0) return [part(decoded(pair), 'plain')]
  return [
    part(decoded(pair.slice(0, equals)), 'key'),
    part('=', 'punctuation'),
    part(decoded(pair.slice(equals + 1)), 'plain'),
  ]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** By its own tokens and not by its value, which would round long numbers and drop the first of two equal keys. */
function jsonLines(json: string): Line[] {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []
  const lines: LinePart[][] = [[]]
  let depth = 0
  const add = (text: string, color: PartColor) => lines.at(-1)?.push(part(text, color))
  const breakLine = () => lines.push([part('  '.repeat(depth), 'plain')])
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (token === '{' || token === '[') {
      add(token, 'punctuation')
      depth++
      if (next !== '}' && next !== ']') breakLine()
    } else if (token === '}' || token === ']') {
      depth--
      if (!['{', '['].includes(tokens[index - 1] ?? '')) breakLine()
      add(token, 'punctuation')
    } else if (token === ',') {
      add(token, 'punctuation')
      breakLine()
    } else if (token === ':') add(': ', 'punctuation')
    else if (token.startsWith('"')) add(token, next === ':' ? 'key' : 'text')
    else add(token, 'number')
  }
  return lines
}

function part(text: string, color: PartColor): LinePart {
  return { text, color }
}
