import { scanDirective, scanName, scanTag } from './scan-names'
import { scanBlockScalar, scanPlain, scanQuoted } from './scan-scalars'
import {
  atDocumentMark,
  column,
  isBlankOrEnd,
  peek,
  refuse,
  skipBreak,
  skipLine,
  type Scanner,
  type Token,
  type TokenType,
} from './scan-state'

/** The next token without taking it. */
export function peekToken(scanner: Scanner): Token {
  while (needsMore(scanner)) fetchMore(scanner)
  return scanner.tokens[0] ?? { type: 'stream-end', offset: scanner.at }
}

/** Takes the next token. */
export function takeToken(scanner: Scanner): Token {
  const token = peekToken(scanner)
  scanner.tokens.shift()
  scanner.taken += 1
  return token
}

/** A later ":" may turn the first waiting token into a key. */
function needsMore(scanner: Scanner): boolean {
  if (scanner.done) return false
  if (scanner.tokens.length === 0) return true
  dropStaleKeys(scanner)
  const [first] = scanner.keys.values()
  return first?.number === scanner.taken
}

/** Keys stand in the order of the text, the outer ones first: behind a fresh one none is stale. */
function dropStaleKeys(scanner: Scanner): void {
  for (const [level, key] of scanner.keys) {
    if (key.line === scanner.line && scanner.at - key.offset <= 1024) return
    if (key.required) refuse('missing-colon', key.offset)
    scanner.keys.delete(level)
  }
}

function saveKey(scanner: Scanner): void {
  if (!scanner.keyAllowed) return
  removeKey(scanner)
  const required = scanner.flow === 0 && scanner.indent === column(scanner)
  scanner.keys.set(scanner.flow, {
    required,
    number: scanner.taken + scanner.tokens.length,
    offset: scanner.at,
    line: scanner.line,
    column: column(scanner),
  })
}

function removeKey(scanner: Scanner): void {
  const key = scanner.keys.get(scanner.flow)
  if (key?.required) refuse('missing-colon', key.offset)
  scanner.keys.delete(scanner.flow)
}

function push(scanner: Scanner, type: TokenType, name?: string): void {
  scanner.tokens.push({ type, offset: scanner.at, ...(name === undefined ? {} : { name }) })
}

/** Ends the block collections that are indented deeper than this column. */
function unwind(scanner: Scanner, to: number): void {
  if (scanner.flow > 0) return
  while (scanner.indent > to) {
    scanner.indent = scanner.indents.pop() ?? -1
    push(scanner, 'block-end')
  }
}

function indentTo(scanner: Scanner, to: number): boolean {
  if (scanner.indent >= to) return false
  scanner.indents.push(scanner.indent)
  scanner.indent = to
  return true
}

function skipToToken(scanner: Scanner): void {
  for (;;) {
    const tabs = scanner.dialect === 'go' && (scanner.flow > 0 || !scanner.keyAllowed)
    while (peek(scanner) === ' ' || (tabs && peek(scanner) === '\t')) scanner.at += 1
    if (peek(scanner) === '#') skipLine(scanner)
    if (!skipBreak(scanner)) return
    if (scanner.flow === 0) scanner.keyAllowed = true
  }
}

function fetchMore(scanner: Scanner): void {
  skipToToken(scanner)
  dropStaleKeys(scanner)
  unwind(scanner, column(scanner))
  const character = peek(scanner)
  if (character === '') return fetchEnd(scanner)
  if (column(scanner) === 0 && character === '%') {
    resetLine(scanner)
    return void scanner.tokens.push(scanDirective(scanner))
  }
  if (atDocumentMark(scanner, '---')) return fetchMark(scanner, 'document-start')
  if (atDocumentMark(scanner, '...')) return fetchMark(scanner, 'document-end')
  const next = peek(scanner, 1)
  const apart = scanner.flow > 0 || isBlankOrEnd(next)
  switch (character) {
    case '[':
    case '{':
      saveKey(scanner)
      scanner.flow += 1
      scanner.keyAllowed = true
      return step(scanner, character)
    case ']':
    case '}':
      removeKey(scanner)
      scanner.flow = Math.max(0, scanner.flow - 1)
      scanner.keyAllowed = false
      return step(scanner, character)
    case ',':
      scanner.keyAllowed = true
      removeKey(scanner)
      return step(scanner, character)
    case '-':
      if (isBlankOrEnd(next)) return fetchDash(scanner)
      break
    case '?':
      if (apart) return fetchQuestion(scanner)
      break
    case ':':
      if (apart) return fetchColon(scanner)
      break
    case '*':
    case '&':
      saveKey(scanner)
      scanner.keyAllowed = false
      return void scanner.tokens.push(scanName(scanner))
    case '!':
      saveKey(scanner)
      scanner.keyAllowed = false
      return void scanner.tokens.push(scanTag(scanner))
    case '|':
    case '>':
      if (scanner.flow > 0) break
      scanner.keyAllowed = true
      removeKey(scanner)
      push(scanner, 'scalar')
      return scanBlockScalar(scanner)
    case '"':
    case "'":
      saveKey(scanner)
      scanner.keyAllowed = false
      push(scanner, 'scalar')
      return scanQuoted(scanner)
  }
  if (!startsPlain(scanner, character, next)) refuse(character === '\t' ? 'tab' : 'start', scanner.at)
  saveKey(scanner)
  scanner.keyAllowed = false
  push(scanner, 'scalar')
  scanPlain(scanner)
}

function startsPlain(scanner: Scanner, character: string, next: string): boolean {
  if (!isBlankOrEnd(character) && !'-?:,[]{}#&*!|>\'"%@`'.includes(character)) return true
  if (character === '-') return scanner.dialect === 'go' ? next !== ' ' && next !== '\t' : !isBlankOrEnd(next)
  return scanner.flow === 0 && (character === '?' || character === ':') && !isBlankOrEnd(next)
}

function step(scanner: Scanner, type: TokenType): void {
  push(scanner, type)
  scanner.at += 1
}

function fetchEnd(scanner: Scanner): void {
  resetLine(scanner)
  scanner.keys.clear()
  push(scanner, 'stream-end')
  scanner.done = true
}

function resetLine(scanner: Scanner): void {
  unwind(scanner, -1)
  removeKey(scanner)
  scanner.keyAllowed = false
}

function fetchMark(scanner: Scanner, type: 'document-start' | 'document-end'): void {
  resetLine(scanner)
  push(scanner, type)
  scanner.at += 3
}

function fetchDash(scanner: Scanner): void {
  if (scanner.flow === 0) {
    if (!scanner.keyAllowed) refuse('sequence-place', scanner.at)
    if (indentTo(scanner, column(scanner))) push(scanner, 'block-sequence')
  }
  scanner.keyAllowed = true
  removeKey(scanner)
  step(scanner, '-')
}

function fetchQuestion(scanner: Scanner): void {
  if (scanner.flow === 0) {
    if (!scanner.keyAllowed) refuse('key-place', scanner.at)
    if (indentTo(scanner, column(scanner))) push(scanner, 'block-mapping')
  }
  scanner.keyAllowed = scanner.flow === 0
  removeKey(scanner)
  step(scanner, '?')
}

function fetchColon(scanner: Scanner): void {
  const key = scanner.keys.get(scanner.flow)
  if (key) {
    scanner.keys.delete(scanner.flow)
    const index = key.number - scanner.taken
    scanner.tokens.splice(index, 0, { type: '?', offset: key.offset })
    if (scanner.flow === 0 && indentTo(scanner, key.column))
      scanner.tokens.splice(index, 0, { type: 'block-mapping', offset: key.offset })
    scanner.keyAllowed = false
  } else {
    if (scanner.flow === 0) {
      if (!scanner.keyAllowed) refuse('value-place', scanner.at)
      if (indentTo(scanner, column(scanner))) push(scanner, 'block-mapping')
    }
    scanner.keyAllowed = scanner.flow === 0
    removeKey(scanner)
  }
  step(scanner, ':')
}
