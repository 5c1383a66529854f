/** "2 tools", "1 endpoint": counts in words, joined by commas; an English plural is enough for Dify's nouns. */
export function countText(counts: readonly { noun: string; count: number }[]): string {
  return counts
    .filter(({ count }) => count > 0)
    .map(({ noun, count }) => `${count} ${count === 1 ? noun : pluralOf(noun)}`)
    .join(', ')
}

function pluralOf(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
