import { formEncoded } from '../request/form-encoding'
import { isSecretName } from './secret-names'
import { mask } from './mask'
import { oddSpellings } from './odd-spellings'

export interface RedactOptions {
  /** Values that are known to be secret: masked wherever they stand, in every spelling that the web has for them. */
  known?: Iterable<string>
  /** The text came back from a server. */
  inAnswer?: boolean
}

/** Known values shorter than this are masked only where a name tells them: they would blot out ordinary words. */
const shortest = 6

// None of these can go back over what it has read: an answer of 256 KB takes milliseconds, whoever wrote it.
const jwt = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g
/** Prose like "token expired" has no digit. */
const scheme = /(?<![\w.~+/-])(Bearer|Basic|token|DPoP)(\s+|%20|\+)(?=[A-Za-z.~+/_-]*\d)([\w.~+/-]{8,}=*)/gi
const jsonPair = /(["'])((?:[\w.-]|\s){1,60})\1(\s*:\s*)(["'])((?:(?!\4)(?:[^\\\n]|\\[^]))*)\4?/g
const numberPair = /(["'])((?:[\w.-]|\s){1,60})\1(\s*:\s*)(-?\d[\d.eE+-]*)/g
/** JSON that stands as text in JSON. */
const escapedPair = /\\"([\w.-]{1,60})\\"(\s*:\s*)\\"((?:(?!\\")[^\n])*)(?:\\")?/g
const xmlPair =
  /(<(?:[A-Za-z_][\w.-]{0,40}:)?)([A-Za-z_][\w.-]{0,60})((?:\s[^<>]{0,300})?>\s{0,200}(?:<!\[CDATA\[)?)([^\s<\]][^<\]]*)/g
const attributePair = /(\s)([A-Za-z][\w.-]{0,60})(=)(["'])([^"'<>\n]+)\4/g
const formPair = /(^|[?&#;\s"'>(]|&amp;)([A-Za-z][\w.-]{0,60})(=)([^\s&"'<>#;]*)/g
/** An address that stands encoded in another: `next=%2Fcallback%3Fcode%3D…`. */
const encodedPair = /(%3F|%26)([A-Za-z][\w.-]{0,60})(%3D)((?:(?!%26)[^\s&"'<>#;])*)/gi

/**
 * A text without its secrets, be it JSON, a form, an address or a page that nothing can parse: known values, values whose name says
 * what they are, and what looks like a token. What stays is as it was.
 */
export function redactText(text: string, { known = [], inAnswer = false }: RedactOptions = {}): string {
  return withoutKnown(text, known)
    .replace(jsonPair, (whole, quote: string, name: string, colon: string, open: string, value: string) =>
      isSecretName(name, inAnswer) && value !== ''
        ? `${quote}${name}${quote}${colon}${open}${masked(value)}${open}`
        : whole,
    )
    .replace(numberPair, (whole, quote: string, name: string, colon: string, value: string) =>
      isSecretName(name, inAnswer) ? quote + name + quote + colon + mask(value) : whole,
    )
    .replace(escapedPair, (whole, name: string, colon: string, value: string) =>
      isSecretName(name, inAnswer) && value !== '' ? `\\"${name}\\"${colon}\\"${masked(value)}\\"` : whole,
    )
    .replace(xmlPair, (whole, open: string, name: string, close: string, value: string) =>
      isSecretName(name, inAnswer) ? open + name + close + masked(value.trimEnd()) : whole,
    )
    .replace(attributePair, (whole, blank: string, name: string, equals: string, quote: string, value: string) =>
      isSecretName(name, inAnswer) ? blank + name + equals + quote + masked(value) + quote : whole,
    )
    .replace(encodedPair, maskedPair)
    .replace(formPair, maskedPair)
    .replace(jwt, (whole) => mask(whole))
    .replace(scheme, (_, word: string, blank: string, value: string) =>
      word.toLowerCase() === 'basic' ? `${word}${blank}••••••` : word + blank + masked(value),
    )
}

/** A text in which these values alone are masked, in every spelling; all else stays, be it called after a secret. */
export function withoutKnown(text: string, known: Iterable<string>): string {
  let clean = text
  const secrets = spellings(known)
  for (const [spelling, secret] of secrets) clean = clean.replaceAll(spelling, () => mask(secret))
  return withoutOdd(clean, [...new Set(secrets.map(([, secret]) => secret))])
}

function withoutOdd(text: string, secrets: readonly string[]): string {
  const places = oddSpellings(text, secrets).sort((one, other) => one.from - other.from || other.to - one.to)
  let clean = ''
  let done = 0
  for (const { from, to, secret } of places) {
    if (from < done) continue
    clean += text.slice(done, from) + mask(secret)
    done = to
  }
  return clean + text.slice(done)
}

/** What already is a mask stays one. */
function masked(value: string): string {
  return value.includes('••••••') ? value : mask(value)
}

function maskedPair(whole: string, before: string, name: string, equals: string, value: string): string {
  return isSecretName(name) && value !== '' ? before + name + equals + masked(value) : whole
}

/** How a value is written in a form, an address, JSON, HTML; the longest first, since one may stand in another. */
export function spellings(known: Iterable<string>): [spelling: string, secret: string][] {
  const secrets = [...new Set(known)].filter((secret) => secret.length >= shortest)
  const all = secrets.flatMap((secret) => {
    const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const json = JSON.stringify(secret).slice(1, -1)
    return [
      secret,
      formEncoded(secret),
      formEncoded(formEncoded(secret)),
      formEncoded(secret).replaceAll('+', '%20'),
      new URLSearchParams([['', secret]]).toString().slice(1),
      json,
      json.replaceAll('/', '\\/'),
      html,
      html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    ].map((spelling): [string, string] => [spelling, secret])
  })
  return [...new Map(all)].sort(([one], [other]) => other.length - one.length)
}
