/** Words that some YAML reader takes for a boolean, null or number. */
const words = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity)$/i

/** Letters and calm punctuation; no `:`, `#`, quote or bracket, nothing at the ends that a reader would drop. */
const calm = /^\/?\p{L}[\p{L}\p{M}\p{N} _.,;()/+&-]*$/u

/**
 * Text as a YAML scalar for a block mapping: plain where every reader (YAML 1.2, PyYAML, Go) takes it for this text, else in
 * double quotes.
 */
export function scalar(text: string): string {
  if (calm.test(text) && !words.test(text) && !/[ .]$| {2}/.test(text.replace(/\.$/, ''))) return text
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u00ad\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
