import { isRecord } from '../yaml/nodes'
import type { YamlPath } from '../yaml/parse'
import { textAt, valueAt } from './file-reference'

/** Words of a field that stand elsewhere in its document: what other entries of a list around it say. Plain data. */
export interface Offers {
  /** The key of that list; the nearest one around counts. */
  list: string
  /** Where each entry has its word: `variable`. */
  word: string
  /** In place of that word, those of a list in the entry that this key beside the field names. */
  of?: { named: string; list: string; word: string }
  /** Words that no entry has, and where the document lists the values that go with each. */
  besides?: Readonly<Record<string, string>>
}

/** The words that a field at `path` offers; `here` is the map in which it stands. The entry around it has none for itself. */
export function offersAt(
  root: unknown,
  path: YamlPath,
  { list, word, of, besides = {} }: Offers,
  here: unknown = valueAt(root, path.slice(0, -1)),
): string[] {
  const depth = path.lastIndexOf(list) + 1
  const entries = depth === 0 ? undefined : valueAt(root, path.slice(0, depth))
  const others = Array.isArray(entries) ? entries.filter((_, index) => index !== path[depth]) : []
  const named = of && textAt(here, [of.named])
  const from = named === undefined ? undefined : besides[named]
  const words = !of
    ? [...Object.keys(besides), ...others.map((entry) => textAt(entry, [word]))]
    : from !== undefined
      ? listAt(root, [from]).map((each) => textAt(each, []))
      : others
          .filter((entry) => named !== undefined && textAt(entry, [word]) === named)
          .flatMap((entry) => listAt(entry, [of.list]).map((each) => textAt(each, [of.word])))
  return [...new Set(words.flatMap((each) => (each === undefined || each === '' ? [] : [each])))]
}

function listAt(value: unknown, path: YamlPath): unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list : []
}

/** A new entry whose empty texts are the first words offered, where possible those with which the others have something to offer too. */
export function withOffers(
  value: unknown,
  fields: readonly { readonly key: string; readonly offers?: Offers }[],
  root: unknown,
  path: YamlPath,
): unknown {
  if (!isRecord(value)) return value
  const open = fields.flatMap(({ key, offers }) => (offers && value[key] === '' ? [{ key, offers }] : []))
  const fill = (left: typeof open, here: Record<string, unknown>): Record<string, unknown> | undefined => {
    const [first, ...rest] = left
    if (!first) return here
    for (const word of offersAt(root, [...path, first.key], first.offers, here)) {
      const filled = fill(rest, { ...here, [first.key]: word })
      if (filled) return filled
    }
    return undefined
  }
  const [first] = open
  const [word = ''] = first ? offersAt(root, [...path, first.key], first.offers, value) : []
  return fill(open, value) ?? (first ? { ...value, [first.key]: word } : value)
}
