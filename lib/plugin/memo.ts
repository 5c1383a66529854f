/** Characters of all remembered texts together; beyond it the longest unused ones go. */
const LIMIT = 4_000_000

/**
 * Remembers a function of a text and a key (a document type, a path), so that a keystroke in one file costs only that file.
 * The function must depend on nothing else.
 */
export function memoByText<Key, Value>(compute: (text: string, key: Key) => Value): (text: string, key: Key) => Value {
  const entries = new Map<string, Map<Key, Value>>()
  let size = 0
  return (text, key) => {
    let values = entries.get(text)
    if (values) {
      entries.delete(text)
    } else {
      values = new Map()
      size += text.length
    }
    entries.set(text, values)
    const known = values.get(key)
    if (known !== undefined) return known
    const value = compute(text, key)
    values.set(key, value)
    for (const old of entries.keys()) {
      if (size <= LIMIT || old === text) break
      entries.delete(old)
      size -= old.length
    }
    return value
  }
}
