import { headerOf, type HttpRequest } from '../http'
import { isRecord, parsedJson } from '../json'
import { isSecretHeader, isSecretName } from './secret-names'
import { namedSecrets } from './redact-message'
import { spellings } from './redact-text'

/** Text as it is, and the name of a variable of the shell where a secret stood. */
type Piece = string | { variable: string }

/**
 * A request as a command for `curl` in a POSIX shell, every secret a variable to be set before (`"$CLIENT_SECRET"`). Nothing of the
 * request can end its quotes. `known` are the secrets of the flow, replaced wherever they stand.
 */
export function curlOf(request: HttpRequest, known: Iterable<string> = []): string {
  const plain = new Set(known)
  const secrets = spellings([...plain, ...namedSecrets(request.body ?? '', false)]).map(([spelling]) => spelling)
  const quoted = (pieces: readonly Piece[]) =>
    shellWord(pieces.flatMap((piece) => (typeof piece === 'string' ? withoutKnown(piece, secrets) : [piece])))
  const form = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const lines = [`curl ${quoted(urlPieces(request.url))}`]
  for (const [name, value] of request.headers) {
    // curl says so itself for --data-urlencode.
    if (form && name.toLowerCase() === 'content-type') continue
    lines.push(headerLine(name, value, quoted, plain))
  }
  if (request.body !== undefined && form)
    for (const [name, value] of new URLSearchParams(request.body))
      lines.push(`--data-urlencode ${quoted(isSecretName(name) ? [`${name}=`, variable(name)] : [`${name}=${value}`])}`)
  else if (request.body !== undefined) lines.push(`--data-raw ${quoted(jsonPieces(request.body))}`)
  // Brackets of an address are no patterns.
  if (/[[\]{}]/.test(request.url)) lines.splice(1, 0, '--globoff')
  return lines.join(' \\\n  ')
}

function headerLine(
  name: string,
  value: string,
  quoted: (pieces: readonly Piece[]) => string,
  known: ReadonlySet<string>,
): string {
  const [, scheme = '', rest = ''] = /^(\S+\s+)?([^]*)$/.exec(value) ?? []
  if (!isSecretHeader(name)) return `--header ${quoted([`${name}: ${value}`])}`
  if (/^basic\s/i.test(scheme)) {
    const { id, secret } = basicParts(rest)
    const isEncoded = !known.has(secret) && /%[0-9A-F]{2}|\+/i.test(secret)
    return `--user ${quoted([`${id}:`, { variable: isEncoded ? 'CLIENT_SECRET_FORM_ENCODED' : 'CLIENT_SECRET' }])}`
  }
  const token = name.toLowerCase() === 'authorization' ? 'access_token' : name
  return `--header ${quoted([`${name}: ${scheme}`, variable(token)])}`
}

/** Id and secret of a Basic header, encoded as they stand there (RFC 6749 section 2.3.1). */
function basicParts(base64: string): { id: string; secret: string } {
  try {
    const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
    const [id = '', ...secret] = new TextDecoder().decode(bytes).split(':')
    return { id, secret: secret.join(':') }
  } catch {
    return { id: '', secret: '' }
  }
}

function urlPieces(url: string): Piece[] {
  const plain = url.replace(/^([a-z][\w+.-]*:\/\/)[^/?#@]*@/i, '$1')
  return plain.split(/(?<=[?&#][\w.-]+=)([^&#]*)/).flatMap((part, index, parts): Piece[] => {
    const name = /([\w.-]+)=$/.exec(parts[index - 1] ?? '')?.[1] ?? ''
    return index % 2 === 1 && isSecretName(name) ? [variable(name)] : [part]
  })
}

/** The text of a JSON body, with variables for the values of its first level that are secret. */
function jsonPieces(body: string): Piece[] {
  const value = parsedJson(body)
  if (!isRecord(value)) return [body]
  const pieces = Object.entries(value).map(([name, each]): Piece[] =>
    isSecretName(name) && typeof each === 'string'
      ? [`${JSON.stringify(name)}: "`, variable(name), '"']
      : [`${JSON.stringify(name)}: ${JSON.stringify(each)}`],
  )
  return ['{', ...pieces.flatMap((each, index) => (index === 0 ? each : [', ', ...each])), '}']
}

function variable(name: string): Piece {
  return { variable: name.toUpperCase().replace(/[^A-Z0-9]+/g, '_') }
}

function withoutKnown(text: string, secrets: readonly string[]): Piece[] {
  let pieces: Piece[] = [text]
  for (const secret of secrets.filter((each) => text.includes(each)))
    pieces = pieces.flatMap((piece) =>
      typeof piece === 'string'
        ? piece.split(secret).flatMap((part, at): Piece[] => (at === 0 ? [part] : [{ variable: 'SECRET' }, part]))
        : [piece],
    )
  return pieces
}

/** Pieces as one word: text in single quotes, where a shell changes nothing, variables in double quotes. */
function shellWord(pieces: readonly Piece[]): string {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined.splice(-1, 1, last + piece)
    else if (piece !== '') joined.push(piece)
  }
  return joined
    .map((piece) => (typeof piece === 'string' ? `'${piece.replaceAll("'", `'\\''`)}'` : `"$${piece.variable}"`))
    .join('')
}
