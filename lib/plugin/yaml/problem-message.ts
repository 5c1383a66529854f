import type { YAMLError } from 'yaml'

/** The parser's error in one sentence for an author: what stands wrong, and what to do. */
export function messageOf(error: YAMLError): string {
  switch (error.code) {
    case 'BAD_INDENT':
      return /flow|end with a/i.test(error.message)
        ? 'Close this bracket, and indent its lines deeper than the key it belongs to.'
        : 'Indent this line like its neighbours: entries of one map or list start in the same column, and text goes on deeper than its key.'
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Add a colon and a space after this key, or indent the line so that it continues the text above.'
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'Start this on its own line, or put the text in quotes: a second ": " on one line cannot be read.'
    case 'TAB_AS_INDENT':
      return 'Indent with spaces: YAML does not accept tabs there.'
    case 'BAD_DQ_ESCAPE':
      return 'Write two backslashes for one inside double quotes, or use single quotes: this escape does not exist.'
    case 'BAD_SCALAR_START':
      return 'Put this text in quotes: YAML gives its first character another meaning.'
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
      return 'Put this text in quotes if it is no alias: * and & at its start repeat and name a value.'
    case 'BLOCK_IN_FLOW':
      return 'Write this inside the brackets with brackets, too: indented lists and maps cannot stand in them.'
    case 'KEY_OVER_1024_CHARS':
      return 'Shorten this key to less than 1024 characters.'
    case 'MISSING_CHAR':
      return missing(error.message)
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return 'Leave one anchor and one tag before this value.'
    case 'RESOURCE_EXHAUSTION':
      return 'Nest this less deeply: so many levels of lists and maps cannot be read.'
    case 'TAG_RESOLVE_FAILED':
      return 'Remove this tag, or write a value that fits it.'
    case 'BAD_DIRECTIVE':
      return 'Remove this line, or put its text in quotes: % at the start of a line is a directive.'
    default:
      return 'Remove or quote what stands here: it does not fit at this place.'
  }
}

function missing(message: string): string {
  if (/quote/.test(message))
    return 'Close this quoted text, and indent its further lines deeper than the key it belongs to.'
  if (/map values/.test(message)) return 'Add a colon and a space after this key.'
  if (/Comments must/.test(message)) return 'Put a space before # to begin a comment, or put the text in quotes.'
  if (/Missing ,|must end with/.test(message)) return 'Add the comma or the closing bracket that is missing here.'
  if (/- indicator/.test(message)) return 'Begin this item with a dash and a space, or indent the line deeper.'
  if (/more-indented/.test(message)) return 'Indent the first line of this text like the blank lines above it.'
  if (/space/i.test(message)) return 'Add the space that is missing here.'
  return 'Start this on a new line.'
}
