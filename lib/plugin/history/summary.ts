import type { FileChange } from './file-changes'

/** What changed in a few sentences, the most telling first, and how many more there are. */
export interface Summary {
  words: string[]
  more: number
}

/** A summary of at most `most` sentences. Files that only follow are told where there is nothing else. */
export function summaryOf(changes: readonly FileChange[], most = 3): Summary {
  const own = changes.filter(({ follows }) => !follows)
  const all = (own.some(({ words }) => words.length > 0) ? own : changes).flatMap(({ words }) => words)
  const words = [...new Set(all)]
  return { words: words.slice(0, most), more: Math.max(0, words.length - most) }
}
