/** A title as it stands inside of a sentence: "Label" is lower-cased, "LLM" and "OAuth client" stay. */
export function titleInside(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
