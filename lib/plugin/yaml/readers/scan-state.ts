/** Whose rules: `go` is yaml.v3 in Dify's daemon, `python` is PyYAML in the SDK. Both descend from libyaml. */
export type Dialect = 'go' | 'python'

/** Why a reader stops; said in words by `wordsOf`. */
export type Refusal =
  | 'alias'
  | 'anchor-name'
  | 'anchor-twice'
  | 'block-end'
  | 'block-scalar'
  | 'directive'
  | 'document-start'
  | 'escape'
  | 'flow-end'
  | 'key-place'
  | 'missing-colon'
  | 'no-value'
  | 'second-document'
  | 'sequence-place'
  | 'start'
  | 'tab'
  | 'tag'
  | 'too-deep'
  | 'unclosed-quote'
  | 'value-place'

/** Ends a reading; caught by `readAs`. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly offset: number,
  ) {
    super(refusal)
  }
}

export type TokenType =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'

export interface Token {
  type: TokenType
  offset: number
  /** Name of an anchor or alias, handle of a tag or tag directive, name of another directive. */
  name?: string
}

interface SimpleKey {
  required: boolean
  number: number
  offset: number
  line: number
  column: number
}

/** A scanner's place in the text and what it remembers (`scanner.py`, `scannerc.go`). */
export interface Scanner {
  readonly text: string
  readonly dialect: Dialect
  at: number
  line: number
  lineStart: number
  flow: number
  indent: number
  indents: number[]
  keyAllowed: boolean
  keys: Map<number, SimpleKey>
  tokens: Token[]
  taken: number
  done: boolean
}

export function newScanner(text: string, dialect: Dialect): Scanner {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  return {
    text,
    dialect,
    at: start,
    line: 0,
    lineStart: start,
    flow: 0,
    indent: -1,
    indents: [],
    keyAllowed: true,
    keys: new Map(),
    tokens: [],
    taken: 0,
    done: false,
  }
}

/** The character some places ahead; empty at the end. */
export function peek(scanner: Scanner, ahead = 0): string {
  return scanner.text.charAt(scanner.at + ahead)
}

export function column(scanner: Scanner): number {
  return scanner.at - scanner.lineStart
}

export function isBreak(character: string): boolean {
  return (
    character === '\n' ||
    character === '\r' ||
    character === '\u0085' ||
    character === '\u2028' ||
    character === '\u2029'
  )
}

export function isBreakOrEnd(character: string): boolean {
  return character === '' || isBreak(character)
}

export function isBlankOrEnd(character: string): boolean {
  return character === ' ' || character === '\t' || isBreakOrEnd(character)
}

/** Steps over a line break, `\r\n` as one; false where none stands. */
export function skipBreak(scanner: Scanner): boolean {
  const character = peek(scanner)
  if (!isBreak(character)) return false
  scanner.at += character === '\r' && peek(scanner, 1) === '\n' ? 2 : 1
  scanner.line += 1
  scanner.lineStart = scanner.at
  return true
}

const restOfLine = /[^\n\r\u0085\u2028\u2029]+/y

/** Steps to the end of the line. */
export function skipLine(scanner: Scanner): void {
  skipRun(scanner, restOfLine)
}

/** Steps over what a sticky pattern matches here: many characters at once, since files of megabytes exist. */
export function skipRun(scanner: Scanner, run: RegExp): void {
  run.lastIndex = scanner.at
  if (run.test(scanner.text)) scanner.at = run.lastIndex
}

/** True at `---` or `...` in the first column, with a blank behind. */
export function atDocumentMark(scanner: Scanner, mark?: string): boolean {
  if (column(scanner) !== 0) return false
  const three = scanner.text.slice(scanner.at, scanner.at + 3)
  return (mark ? three === mark : three === '---' || three === '...') && isBlankOrEnd(peek(scanner, 3))
}

export function refuse(refusal: Refusal, offset: number): never {
  throw new Refused(refusal, offset)
}
