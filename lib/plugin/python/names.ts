const keywords = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield match case type`.split(/\s+/),
)

/** Built-in names that generated code uses or that authors would miss. */
const builtIns = new Set(
  `abs all any bin bool bytes callable chr dict dir enumerate eval exec filter float format frozenset getattr hash help hex id
  input int isinstance iter len list map max memoryview min next object oct open ord pow print property range repr reversed
  round set slice sorted str sum super tuple vars zip`.split(/\s+/),
)

/** Easily mistaken for digits; linters refuse them. */
const ambiguous = new Set(['l', 'o', 'i'])

/**
 * The class of a document: PascalCase of its name and the suffix of its kind, once (`first_tool` → FirstTool). Cut at 60
 * characters; a name that the file imports gets `Custom` before the suffix (stubs.md section 2).
 */
export function className(name: string, suffix: string, imported: readonly string[]): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  if (words.at(-1)?.toLowerCase() === suffix.toLowerCase()) words.pop()
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const stem = (/^[0-9]/.test(joined) ? `N${joined}` : joined).slice(0, 60)
  return imported.includes(stem + suffix) ? `${stem}Custom${suffix}` : stem + suffix
}

/**
 * Local names for free text, one for each in order: snake_case, legal, different from each other, from Python's words and from
 * those that the code around uses.
 */
export function localNames(texts: readonly string[], reserved: readonly string[]): string[] {
  const taken = new Set<string>()
  const kept = new Set(reserved)
  return texts.map((text, index) => {
    const name = free(localName(text) || `value_${index + 1}`, kept, taken)
    taken.add(name)
    return name
  })
}

function localName(text: string): string {
  const snake = text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase()
    .slice(0, 40)
    .replace(/^_+|_+$/g, '')
  return /^[0-9]/.test(snake) ? `n${snake}` : snake
}

function free(name: string, reserved: ReadonlySet<string>, taken: ReadonlySet<string>): string {
  const own = reserved.has(name) || keywords.has(name) || builtIns.has(name) || ambiguous.has(name) ? `${name}_` : name
  if (!taken.has(own) && !reserved.has(own)) return own
  return numbered(name, (text) => taken.has(text) || reserved.has(text))
}

/** Names of devices on Windows, which no file there may have. */
const devices = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/

/**
 * The stem of a document's files: its name in lower case with `_` for all but letters and digits, cut at 100 characters so
 * that paths stay within 128 (manifest.md section 1), unlike those in `taken` (stubs.md section 2).
 */
export function fileStem(name: string, taken: readonly string[] = []): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 100)
  const stem = plain === '' || devices.test(plain) || /^__.*__$/.test(plain) ? `n${plain}` : plain
  if (!taken.includes(stem)) return stem
  return numbered(stem, (text) => taken.includes(text))
}

/** The first of `name_2`, `name_3` … that is free, or from another number on. */
export function numbered(name: string, isTaken: (name: string) => boolean, from = 2, separator = '_'): string {
  let number = from
  while (isTaken(`${name}${separator}${number}`)) number += 1
  return `${name}${separator}${number}`
}
