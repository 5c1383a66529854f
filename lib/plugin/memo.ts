/** Characters of the texts behind all remembered values; beyond it those go that were unused the longest. */
const LIMIT = 4_000_000
/** What a value costs besides its text, in characters, so that many values of a short text count too. */
const VALUE_COST = 200

/**
 * Remembers a function of a text and a key (a document type, a path), so that a keystroke in one file costs only that file.
 * The function must depend on nothing else. `nameOf` gives what tells keys apart, where it is not the key itself.
 */
export function memoByText<Key, Value>(
  compute: (text: string, key: Key) => Value,
  nameOf: (key: Key) => unknown = (key) => key,
): (text: string, key: Key) => Value {
  const entries = new Map<string, Map<unknown, Value>>()
  let size = 0

  /** Lets go of the oldest texts, and of the oldest values of `text` itself where it alone is too much. */
  function shrink(text: string): void {
    for (const [old, values] of entries) {
      for (const name of values.keys()) {
        if (size <= LIMIT || (old === text && values.size === 1)) return
        values.delete(name)
        size -= old.length + VALUE_COST
      }
      entries.delete(old)
    }
  }

  return (text, key) => {
    const name = nameOf(key)
    const values = entries.get(text) ?? new Map<unknown, Value>()
    entries.delete(text)
    entries.set(text, values)
    const known = values.get(name)
    if (known !== undefined) return known
    const value = compute(text, key)
    if (!values.has(name)) size += text.length + VALUE_COST
    values.set(name, value)
    shrink(text)
    return value
  }
}
