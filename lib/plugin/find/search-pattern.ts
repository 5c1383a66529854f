/** What to look for. */
export interface Query {
  words: string
  matchCase: boolean
  wholeWord: boolean
  /** `words` is a regular expression of JavaScript; `$1` in the replacement is its first group. */
  regex: boolean
}

export type SearchPattern = { ok: true; pattern: RegExp } | { ok: false; reason: string }

/** The query as a pattern that finds every place, by line for `^` and `$`; or why it is none. */
export function searchPattern({ words, matchCase, wholeWord, regex }: Query): SearchPattern {
  const source = regex ? words : words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  const whole = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  try {
    return { ok: true, pattern: new RegExp(whole, `gmu${matchCase ? '' : 'i'}`) }
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : ''
    return { ok: false, reason: `Mend the regular expression: ${why}` }
  }
}
