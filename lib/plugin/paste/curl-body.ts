import type { CurlOptions } from './curl'

/** The body of a request, as far as it can be read. Values of a form that begin with `@` name a file. */
export type Body =
  | { kind: 'json'; value: unknown }
  | { kind: 'form'; fields: readonly (readonly [string, string])[] }
  | { kind: 'multipart'; fields: readonly (readonly [string, string])[]; files: readonly string[] }
  | { kind: 'text'; text: string }

export function bodyOf(options: CurlOptions): Body | undefined {
  const json = options.all('json').filter((text) => !namesFile(text))
  if (json.length > 0) return textBody(json.join(''))
  const parts = options.all('form').map(pairOf)
  if (parts.length > 0) return multipart(parts)
  const data = [...options.all('data').filter((text) => !namesFile(text)), ...options.all('data-raw')]
  const encoded = options.all('data-urlencode').map(pairOf)
  if (encoded.length > 0) return { kind: 'form', fields: [...data.flatMap(formFields), ...encoded] }
  return data.length > 0 ? textBody(data.join('&')) : undefined
}

/** Files that `--data` and `--json` name by an `@`; what they hold, the command does not tell. */
export function dataFiles(options: CurlOptions): string[] {
  return [...options.all('data'), ...options.all('json')].filter(namesFile).map((text) => text.slice(1))
}

const namesFile = (text: string) => text.startsWith('@')

function textBody(text: string): Body {
  const value = jsonIn(text)
  if (value !== undefined) return { kind: 'json', value }
  // Without a content type curl sends a form; what is none is passed on as it is.
  return /^[^\s=&]+=[^&]*(&[^=&]+=[^&]*)*$/.test(text)
    ? { kind: 'form', fields: formFields(text) }
    : { kind: 'text', text }
}

/** The object or list that a text is; undefined for all else. */
export function jsonIn(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

export const formFields = (text: string): [string, string][] => [...new URLSearchParams(text)]

function pairOf(text: string): readonly [string, string] {
  const equals = text.indexOf('=')
  return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)]
}

function multipart(parts: readonly (readonly [string, string])[]): Body {
  const isFile = (value: string) => /^[@<]/.test(value)
  return {
    kind: 'multipart',
    fields: parts.filter(([, value]) => !isFile(value)),
    files: parts.flatMap(([name, value]) => (isFile(value) ? [name] : [])),
  }
}
