const key = 'plugwright-author'

/** The author that was last given in this browser. */
export function rememberedAuthor(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export function rememberAuthor(author: string): void {
  try {
    localStorage.setItem(key, author)
  } catch {
    // A browser without storage asks again next time.
  }
}
