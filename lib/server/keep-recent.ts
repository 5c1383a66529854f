import 'server-only'

/** Puts an entry into a cache as its newest, and drops the oldest beyond `most`. */
export function keepRecent<K, V>(cache: Map<K, V>, key: K, value: V, most: number): void {
  cache.delete(key)
  cache.set(key, value)
  for (const oldest of cache.keys()) {
    if (cache.size <= most) return
    cache.delete(oldest)
  }
}
