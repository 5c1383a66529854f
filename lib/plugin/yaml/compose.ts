import { Composer, Document, Parser, type YAMLError } from 'yaml'
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

/** Longer lines of brackets than any plugin has, and few enough that the parser's recursion holds on every stack. */
const DEEPEST = 1000

/** The nodes of a text's first document, with ranges and source tokens, and what is wrong with the text. */
export function composeText(text: string): Composed {
  const deep = offsetTooDeep(text)
  if (deep !== undefined) return failed({ message: TOO_DEEP, offset: deep })
  try {
    const composer = new Composer(OPTIONS)
    const [first, second] = [...composer.compose(new Parser().parse(text), true, text.length)]
    if (!first) return failed({ message: 'Nothing in this text can be read as YAML.', offset: 0 })
    const faults = first.errors.map(faultOf)
    if (second) {
      const offset = second.range?.[0] ?? 0
      faults.push({ message: 'Leave one document in this file: a second one begins here, Dify reads only one.', offset })
    }
    return { document: first, faults }
  } catch {
    return failed({ message: TOO_DEEP, offset: 0 })
  }
}

const TOO_DEEP = 'Nest this less deeply: so many levels of lists and maps cannot be read.'

function failed(fault: Fault): Composed {
  return { document: new Document(null, OPTIONS), faults: [fault] }
}

function faultOf(error: YAMLError): Fault {
  return { message: messageOf(error), offset: error.pos[0] }
}

/** Where a run of `[`, `{` or `- ` without an end goes too deep for a parser that recurses; a guess that only hostile texts meet. */
function offsetTooDeep(text: string): number | undefined {
  let open = 0
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === 91 || character === 123) {
      open++
      if (open > DEEPEST) return index
    } else if ((character === 93 || character === 125) && open > 0) open--
  }
  const run = /(?:[-?:][ \t]+){1000}/.exec(text)
  return run?.index
}
