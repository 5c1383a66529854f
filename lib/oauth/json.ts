/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a dotted path (`authed_user.access_token`); undefined where there is none. */
export function valueAtPath(value: unknown, path: string): unknown {
  let found = value
  for (const key of path.split('.')) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}

/**
 * The value of a JSON text, a whole number that would be rounded as a bigint; undefined where it is none. A byte order mark before it
 * is passed over (RFC 8259 §8.1).
 */
export function parsedJson(given: string): unknown {
  const text = given.replace(/^\ufeff/, '')
  try {
    const value: unknown = JSON.parse(text)
    return text.search(/\d{16}/) < 0 ? value : exact(text)
  } catch {
    return undefined
  }
}

const textOrLongNumber = /"(?:[^"\\]|\\.)*"(\s*:)?|(?<![\w.+-])-?\d{16,}(?![\w.])/g

/** A reviver is given rounded numbers: long ones go through the parser as texts, and a letter before each text tells them apart. */
function exact(json: string): unknown {
  const marked = json.replace(textOrLongNumber, (whole: string, colon: string | undefined) => {
    if (colon !== undefined) return whole
    return whole.startsWith('"') ? `"t${whole.slice(1)}` : `"n${whole}"`
  })
  return JSON.parse(marked, (_, value: unknown) => {
    if (typeof value !== 'string') return value
    const rest = value.slice(1)
    return value.startsWith('t') ? rest : Number.isSafeInteger(Number(rest)) ? Number(rest) : BigInt(rest)
  })
}

/** A value of `parsedJson` as text, to be shown or compared: a long number stands as a text. Undefined for what is none. */
export function jsonText(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? String(each) : each))
}

/** True for a number of a JSON text, be it long. */
export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** The texts of a list; none where it is no list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
