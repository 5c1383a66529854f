import {
  Composer,
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  type CST,
  type Node,
  type YAMLError,
} from 'yaml'
import { nodeOrNull } from './nodes'
import { messageOf } from './problem-message'

/** Something a text cannot be read for, at an offset. */
export interface Fault {
  message: string
  offset: number
}

export interface Composed {
  document: Document
  faults: Fault[]
}

const OPTIONS = {
  keepSourceTokens: true,
  prettyErrors: false,
  uniqueKeys: false, // quadratic in the library; `valueOfDocument` looks for duplicates itself
  schema: 'core',
} as const

/**
 * Levels of lists and maps that are read. The library recurses per level, and a stack overflow inside of it can end the
 * whole process (V8 aborts when a regular expression is compiled without stack), so it must never come near to one.
 */
export const DEEPEST = 200

/** Beyond this a text takes seconds and hundreds of megabytes to read. */
const MOST_CHARACTERS = 3_000_000

/** The nodes of a text's first document, with ranges and source tokens, and what is wrong with the text. */
export function composeText(text: string): Composed {
  if (text.length > MOST_CHARACTERS)
    return failed({ message: 'Make this file smaller than 3 MB: more is not read.', offset: 0 })
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return failed(tokens)
  const [first, second] = [...new Composer(OPTIONS).compose(tokens, true, text.length)]
  if (!first) return failed({ message: 'Nothing in this text can be read as YAML.', offset: 0 })
  const faults = first.errors.map(faultOf)
  if (second) {
    const offset = second.range?.[0] ?? 0
    faults.push({ message: 'Leave one document in this file: a second one begins here.', offset })
  }
  endAsWritten(first.contents, text)
  return { document: first, faults }
}

/**
 * A block scalar at the end of a text without a final newline has none either, for PyYAML and Go and by YAML 1.2.2 section
 * 8.1.1.2; the library adds one.
 */
function endAsWritten(root: Node | null, text: string): void {
  if (!/[^ \t\r\n]/.test(text.slice(text.lastIndexOf('\n') + 1))) return
  let node = root
  while (isMap(node) || isSeq(node)) {
    const item = node.flow ? null : node.items.at(-1)
    node = nodeOrNull(isPair(item) ? item.value : item)
  }
  if (!isScalar(node) || node.srcToken?.type !== 'block-scalar' || node.range?.[1] !== text.length) return
  if (node.source?.endsWith('\n') && node.srcToken.source !== '') node.source = node.source.slice(0, -1)
}

/** The syntax tree of a text, or where it goes too deep. */
function tokensOf(text: string): CST.Token[] | Fault {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    // The parser takes a byte order mark for something that stands before the first dash on its line.
    if (lexeme === '\uFEFF' && parser.offset === 0) parser.offset = 1
    else for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > DEEPEST + 2) return { message: TOO_DEEP, offset: parser.offset }
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

export const TOO_DEEP = 'Nest this less deeply: so many levels of lists and maps cannot be read.'

function failed(fault: Fault): Composed {
  return { document: new Document(null, OPTIONS), faults: [fault] }
}

function faultOf(error: YAMLError): Fault {
  return { message: messageOf(error), offset: error.pos[0] }
}
