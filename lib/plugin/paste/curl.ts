import { parse } from 'shell-quote'
import { bodyOf, dataFiles, formFields, type Body } from './curl-body'

/** What a cURL command sends. */
export interface CurlRequest {
  method: string
  /** Origin and path, without query and fragment. */
  url: URL
  query: readonly (readonly [name: string, value: string])[]
  headers: readonly (readonly [name: string, value: string])[]
  body?: Body
  /** Of `--user`. */
  user?: { name: string; password: string }
  /** What of the command counts for nothing here, a sentence each. */
  notes: readonly string[]
}

export type CurlReading = { ok: true; request: CurlRequest } | { ok: false; reason: string }

/** Options that take a value and change the request (curl(1)); the short ones under the name of the long one. */
const valued: Readonly<Record<string, string>> = {
  X: 'request',
  H: 'header',
  d: 'data',
  'data-raw': 'data-raw',
  'data-ascii': 'data',
  'data-binary': 'data',
  'data-urlencode': 'data-urlencode',
  json: 'json',
  F: 'form',
  'form-string': 'form',
  u: 'user',
  url: 'url',
  'url-query': 'url-query',
  T: 'upload-file',
  'upload-file': 'upload-file',
  'oauth2-bearer': 'oauth2-bearer',
  b: 'cookie',
  cookie: 'cookie',
  request: 'request',
  header: 'header',
  data: 'data',
  form: 'form',
  user: 'user',
}

/** Options that take a value and do not matter to the plugin. */
const skipped = new Set(
  `A user-agent c cookie-jar o output m max-time connect-timeout x proxy cacert capath cert E key cert-type key-type ciphers w
  write-out retry retry-delay retry-max-time resolve interface D dump-header e referer limit-rate max-redirs proxy-user U K
  config netrc-file z time-cond r range dns-servers unix-socket tls-max aws-sigv4 stderr trace trace-ascii C continue-at
  proto proto-default proto-redir connect-to noproxy preproxy proxy-header socks4 socks4a socks5 socks5-hostname doh-url pass pinnedpubkey
  curves tls13-ciphers crlfile engine max-filesize keepalive-time keepalive-cnt expect100-timeout happy-eyeballs-timeout-ms local-port
  output-dir etag-save etag-compare hsts alt-svc libcurl rate variable request-target Y speed-limit y speed-time parallel-max
  abstract-unix-socket trace-config create-file-mode delegation service-name login-options haproxy-clientip ech`.split(
    /\s+/,
  ),
)

/**
 * Reads a command as browsers and API documentation give it to copy (bash, also the one for cmd.exe). Variables of the shell stay as they
 * are written. The reason of a refusal says what to paste instead.
 */
export function parseCurl(text: string): CurlReading {
  const words = wordsOf(text)
  if (words[0]?.toLowerCase().replace(/\.exe$/, '') !== 'curl')
    return { ok: false, reason: 'Paste a command that begins with curl: other commands are not read.' }
  const found = optionsOf(words.slice(1))
  const [address, ...others] = found.all('url')
  if (address === undefined) return { ok: false, reason: 'Paste the whole command: it names no address.' }
  const url = urlOf(address)
  if (!url) return { ok: false, reason: `Mend the address ${address}: it is no http or https URL.` }
  const body = bodyOf(found)
  const get = found.has('get', 'G')
  const query = [
    ...url.searchParams,
    ...found.all('url-query').flatMap(formFields),
    ...(get && body?.kind === 'form' ? body.fields : []),
  ]
  const sent = get ? undefined : body
  const uploads = found.all('upload-file')
  const files = [...dataFiles(found), ...uploads]
  const method = uploads.length > 0 ? 'PUT' : !get && (sent || files.length > 0) ? 'POST' : 'GET'
  const headers = found.all('header').flatMap(headerOf)
  const bearer = found.all('oauth2-bearer')[0]
  if (bearer !== undefined) headers.push(['Authorization', `Bearer ${bearer}`])
  // Without “=” it is the name of a file.
  for (const cookie of found.all('cookie')) if (cookie.includes('=')) headers.push(['Cookie', cookie])
  const login = found.all('user')[0] ?? loginIn(url)
  url.search = ''
  url.hash = ''
  url.username = ''
  url.password = ''
  return {
    ok: true,
    request: {
      method: (found.all('request').at(-1) ?? (found.has('head', 'I') ? 'HEAD' : method)).toUpperCase(),
      url,
      query,
      headers,
      ...(sent ? { body: sent } : {}),
      ...(login === undefined ? {} : { user: loginOf(login) }),
      notes: [
        ...(others.length > 0 ? ['Only the first address of the command counts.'] : []),
        ...files.map(
          (file) =>
            `The command does not hold the file ${file}: paste its text in place of the name, or send it in Python.`,
        ),
        ...(found.cut ? [`What follows “${found.cut}” is left out. Put an address with & in quotes.`] : []),
        ...(found.has('insecure', 'k') ? ['The plugin checks certificates, although the command does not.'] : []),
      ],
    },
  }
}

export interface CurlOptions {
  all: (name: string) => string[]
  has: (...names: string[]) => boolean
  cut?: string
}

function optionsOf(words: readonly string[]): CurlOptions {
  const values: (readonly [string, string])[] = []
  const flags = new Set<string>()
  let cut: string | undefined
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (word.startsWith(operator)) {
      cut = word.slice(1)
      break
    }
    if (word.startsWith('--')) {
      const name = word.slice(2)
      if (Object.hasOwn(valued, name)) values.push([valued[name] ?? name, words[(index += 1)] ?? ''])
      else if (skipped.has(name)) index += 1
      else flags.add(name)
    } else if (word.startsWith('-') && word.length > 1) {
      // Short options may stand together, the value of the last one with or without a blank: -sSXPOST.
      for (let at = 1; at < word.length; at += 1) {
        const name = word.charAt(at)
        if (!Object.hasOwn(valued, name) && !skipped.has(name)) {
          flags.add(name)
          continue
        }
        const value = word.slice(at + 1) || (words[(index += 1)] ?? '')
        if (!skipped.has(name)) values.push([valued[name] ?? name, value])
        break
      }
    } else if (word !== '') values.push(['url', word])
  }
  return {
    all: (name) => values.flatMap(([key, value]) => (key === name ? [value] : [])),
    has: (...names) => names.some((name) => flags.has(name)),
    ...(cut === undefined ? {} : { cut }),
  }
}

/** In front of a word that is an operator of the shell; no argument can hold it. */
const operator = '\u0000'

function wordsOf(text: string): string[] {
  const line = unescapedCmd(text.trim().replace(/^\$ /, '')).replace(/\\\r?\n/g, ' ')
  return parse(line, (name) => `$${name}`).flatMap((part) => {
    if (typeof part === 'string') return [part]
    if ('comment' in part) return []
    return part.op === 'glob' ? [part.pattern] : [`${operator}${part.op}`]
  })
}

/** cmd.exe escapes with a caret, also the quotes: `^"`. */
function unescapedCmd(text: string): string {
  if (!/\^\s*\r?\n|\^"/.test(text)) return text
  return text.replace(/\^\r?\n/g, ' ').replace(/\^(.)/g, '$1')
}

function urlOf(text: string): URL | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
}

function headerOf(line: string): (readonly [string, string])[] {
  const colon = line.indexOf(':')
  return colon < 1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
}

/** `https://name:password@host`. */
function loginIn({ username, password }: URL): string | undefined {
  return username === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
}

function loginOf(text: string): { name: string; password: string } {
  const colon = text.indexOf(':')
  return colon < 0 ? { name: text, password: '' } : { name: text.slice(0, colon), password: text.slice(colon + 1) }
}
