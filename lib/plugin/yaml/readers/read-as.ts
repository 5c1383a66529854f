import {
  newScanner,
  refuse,
  Refused,
  type Dialect,
  type Refusal,
  type Scanner,
  type Token,
  type TokenType,
} from './scan-state'
import { peekToken, takeToken } from './scan-tokens'

/** Why a reader of Dify refuses a text, and where; `depth` is how deep the collections went. */
export interface Reading {
  refusal?: { reason: Refusal; offset: number }
  depth: number
}

/**
 * Reads a text with the rules of Go's yaml.v3 or of PyYAML and tells what they refuse in its syntax: scanner, grammar, anchors
 * and the number of documents, not types. Never throws, does not recurse.
 */
export function readAs(text: string, dialect: Dialect): Reading {
  const parser: Parser = {
    scanner: newScanner(text, dialect),
    states: [],
    tags: new Set(defaultTags),
    anchors: new Set(),
    depth: 0,
    most: 0,
  }
  try {
    readStream(parser)
    return { depth: parser.most }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { refusal: { reason: error.refusal, offset: error.offset }, depth: parser.most }
  }
}

/** yaml.v3 counts (`max_indents`, `max_flow_level`); PyYAML recurses, and Python ends that at about 490 levels. */
const deepest = { go: 10_000, python: 450 }

type State = (parser: Parser) => void

interface Parser {
  scanner: Scanner
  /** What to go on with when the present node ends; the last first. */
  states: State[]
  tags: Set<string>
  anchors: Set<string>
  depth: number
  most: number
}

const defaultTags = ['!', '!!']

function is(parser: Parser, ...types: TokenType[]): boolean {
  return types.includes(peekToken(parser.scanner).type)
}

function take(parser: Parser): Token {
  return takeToken(parser.scanner)
}

function readStream(parser: Parser): void {
  if (!is(parser, 'directive', 'document-start', 'stream-end')) {
    // PyYAML's first implicit document may not begin with "...", yaml.v3 reads it as an empty one.
    readDocument(parser, block)
  } else if (!startDocument(parser)) return
  else
    readDocument(parser, (inner) =>
      is(inner, 'directive', 'document-start', 'document-end', 'stream-end') ? undefined : block(inner),
    )
  if (parser.scanner.dialect === 'go') return // it reads the first document only
  while (is(parser, 'document-end')) take(parser)
  const { offset } = peekToken(parser.scanner)
  if (startDocument(parser)) refuse('second-document', offset)
}

/** Directives and `---`; false at the end of the text. */
function startDocument(parser: Parser): boolean {
  while (is(parser, 'document-end')) take(parser)
  if (is(parser, 'stream-end')) return false
  parser.tags = new Set(defaultTags)
  const seen = new Set<string>()
  while (is(parser, 'directive')) {
    const { name = '', offset } = take(parser)
    if (seen.has(name) && (name === 'YAML' || name.startsWith('!'))) refuse('directive', offset)
    seen.add(name)
    if (name.startsWith('!')) parser.tags.add(name)
  }
  if (!is(parser, 'document-start')) refuse('document-start', peekToken(parser.scanner).offset)
  take(parser)
  return true
}

function readDocument(parser: Parser, content: State): void {
  parser.anchors.clear()
  parser.states.push(content)
  for (let state = parser.states.pop(); state; state = parser.states.pop()) state(parser)
  if (is(parser, 'document-end')) take(parser)
}

const block: State = (parser) => node(parser, true, false)
const blockOrIndentless: State = (parser) => node(parser, true, true)
const flow: State = (parser) => node(parser, false, false)

function node(parser: Parser, inBlock: boolean, indentless: boolean): void {
  if (is(parser, 'alias')) {
    const { name = '', offset } = take(parser)
    if (!parser.anchors.has(name)) refuse('alias', offset)
    return
  }
  const named = properties(parser)
  const type = peekToken(parser.scanner).type
  if (indentless && type === '-') return begin(parser, indentlessEntry)
  if (type === 'scalar') return void take(parser)
  if (type === '[') return open(parser, firstFlowEntry)
  if (type === '{') return open(parser, firstFlowKey)
  if (inBlock && type === 'block-sequence') return open(parser, blockEntry)
  if (inBlock && type === 'block-mapping') return open(parser, blockKey)
  if (!named) refuse('no-value', peekToken(parser.scanner).offset)
}

/** An anchor and a tag, in either order. */
function properties(parser: Parser): boolean {
  let found = false
  for (let wanted: TokenType[] = ['anchor', 'tag']; is(parser, ...wanted);) {
    const token = take(parser)
    found = true
    wanted = wanted.filter((type) => type !== token.type)
    if (token.type === 'anchor') {
      // PyYAML refuses a name that comes twice, yaml.v3 takes the later one.
      if (parser.scanner.dialect === 'python' && parser.anchors.has(token.name ?? ''))
        refuse('anchor-twice', token.offset)
      parser.anchors.add(token.name ?? '')
    } else if (token.name !== undefined && !parser.tags.has(token.name)) refuse('tag', token.offset)
  }
  return found
}

/** Takes the token that opens a collection and reads on inside it. */
function open(parser: Parser, state: State): void {
  take(parser)
  begin(parser, state)
}

function begin(parser: Parser, state: State): void {
  parser.depth += 1
  parser.most = Math.max(parser.most, parser.depth)
  if (parser.depth > deepest[parser.scanner.dialect]) refuse('too-deep', parser.scanner.at)
  parser.states.push(state)
}

function end(parser: Parser): void {
  parser.depth -= 1
}

/** Reads a node now and goes on with `state` behind it. */
function then(parser: Parser, state: State, content: State): void {
  parser.states.push(state, content)
}

const blockEntry: State = (parser) => {
  if (is(parser, '-')) {
    take(parser)
    if (is(parser, '-', 'block-end')) parser.states.push(blockEntry)
    else then(parser, blockEntry, block)
    return
  }
  closeBlock(parser)
}

function closeBlock(parser: Parser): void {
  const { type, offset } = peekToken(parser.scanner)
  if (type !== 'block-end') refuse('block-end', offset)
  take(parser)
  end(parser)
}

const indentlessEntry: State = (parser) => {
  if (!is(parser, '-')) return end(parser)
  take(parser)
  if (is(parser, '-', '?', ':', 'block-end')) parser.states.push(indentlessEntry)
  else then(parser, indentlessEntry, block)
}

const blockKey: State = (parser) => {
  if (!is(parser, '?')) return closeBlock(parser)
  take(parser)
  if (is(parser, '?', ':', 'block-end')) parser.states.push(blockValue)
  else then(parser, blockValue, blockOrIndentless)
}

const blockValue: State = (parser) => {
  if (!is(parser, ':')) return void parser.states.push(blockKey)
  take(parser)
  if (is(parser, '?', ':', 'block-end')) parser.states.push(blockKey)
  else then(parser, blockKey, blockOrIndentless)
}

const firstFlowEntry: State = (parser) => flowEntry(parser, true)
const nextFlowEntry: State = (parser) => flowEntry(parser, false)

function flowEntry(parser: Parser, first: boolean): void {
  if (!is(parser, ']')) {
    if (!first) comma(parser)
    if (is(parser, '?')) {
      take(parser)
      begin(parser, pairEnd)
      if (is(parser, ':', ',', ']')) return void parser.states.push(pairValue)
      return then(parser, pairValue, flow)
    }
    if (!is(parser, ']')) return then(parser, nextFlowEntry, flow)
  }
  take(parser)
  end(parser)
}

const pairEnd: State = (parser) => {
  end(parser)
  parser.states.push(nextFlowEntry)
}

const pairValue: State = (parser) => {
  if (!is(parser, ':')) return
  take(parser)
  if (!is(parser, ',', ']')) parser.states.push(flow)
}

const firstFlowKey: State = (parser) => flowKey(parser, true)
const nextFlowKey: State = (parser) => flowKey(parser, false)

function flowKey(parser: Parser, first: boolean): void {
  if (!is(parser, '}')) {
    if (!first) comma(parser)
    if (is(parser, '?')) {
      take(parser)
      if (is(parser, ':', ',', '}')) return void parser.states.push(flowValue)
      return then(parser, flowValue, flow)
    }
    if (!is(parser, '}')) return then(parser, nextFlowKey, flow)
  }
  take(parser)
  end(parser)
}

const flowValue: State = (parser) => {
  parser.states.push(nextFlowKey)
  if (!is(parser, ':')) return
  take(parser)
  if (!is(parser, ',', '}')) parser.states.push(flow)
}

function comma(parser: Parser): void {
  if (!is(parser, ',')) refuse('flow-end', peekToken(parser.scanner).offset)
  take(parser)
}
