/** A text with its spellings undone, and where each of its characters stood. */
interface Layer {
  text: string
  /** Start of each character in the text as it was, and one more for the end. */
  starts: readonly number[]
}

/** Percent-encoding and the escapes of JSON and HTML. Nothing of it repeats, so that a long text costs one pass. */
const escape = /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\([\\/"'])|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Spellings stand in each other so deep: a percent-encoded text in JSON in HTML. */
const deepest = 3

/**
 * The places of secrets in a text that are spelled in an odd way: some or all characters percent-encoded, as `\u0041` or as `&#65;`,
 * one over the other too. Plain ones are found as well.
 */
export function oddSpellings(text: string, secrets: readonly string[]): { from: number; to: number; secret: string }[] {
  const found: { from: number; to: number; secret: string }[] = []
  if (secrets.length === 0 || text.search(escape) < 0) return found
  let layer: Layer = { text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) }
  for (let depth = 0; depth < deepest && layer.text.search(escape) >= 0; depth++) {
    layer = unescaped(layer)
    const { text: plain, starts } = layer
    for (const secret of secrets)
      for (let at = plain.indexOf(secret); at >= 0; at = plain.indexOf(secret, at + secret.length))
        found.push({ from: starts[at] ?? 0, to: starts[at + secret.length] ?? text.length, secret })
  }
  return found
}

function unescaped({ text, starts }: Layer): Layer {
  let plain = ''
  const from: number[] = []
  const take = (characters: string, at: number) => {
    for (let index = 0; index < characters.length; index++) from.push(starts[at] ?? 0)
    plain += characters
  }
  let done = 0
  const copy = (to: number) => {
    for (let at = done; at < to; at++) take(text.charAt(at), at)
    done = to
  }
  for (const match of text.matchAll(escape)) {
    if (match.index < done) continue
    copy(match.index)
    const [whole, percent, unicode, sign, decimal, hex, name] = match
    const value =
      percent === undefined
        ? { characters: characterOf({ unicode, sign, decimal, hex, name }), length: whole.length }
        : percentEncoded(text.slice(match.index, match.index + 12))
    take(value.characters, match.index)
    done = match.index + value.length
  }
  copy(text.length)
  return { text: plain, starts: [...from, starts.at(-1) ?? 0] }
}

function characterOf(
  match: Readonly<Partial<Record<'unicode' | 'sign' | 'decimal' | 'hex' | 'name', string>>>,
): string {
  const { unicode, sign, decimal, hex, name } = match
  if (sign !== undefined) return sign
  if (name !== undefined) return named[name.toLowerCase()] ?? ''
  if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16))
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/** One character, which UTF-8 writes as up to four bytes. */
function percentEncoded(text: string): { characters: string; length: number } {
  const first = Number.parseInt(text.slice(1, 3), 16)
  const bytes = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const length = bytes * 3
  try {
    return { characters: decodeURIComponent(text.slice(0, length)), length }
  } catch {
    return { characters: '\ufffd', length: 3 }
  }
}
