import {
  atDocumentMark,
  column,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  peek,
  refuse,
  skipBreak,
  skipLine,
  skipRun,
  type Scanner,
} from './scan-state'

/** A literal or folded scalar (`scan_block_scalar`). */
export function scanBlockScalar(scanner: Scanner): void {
  const start = scanner.at
  scanner.at += 1
  const increment = scanIndicators(scanner, start)
  while (peek(scanner) === ' ' || (scanner.dialect === 'go' && peek(scanner) === '\t')) scanner.at += 1
  if (peek(scanner) === '#') skipLine(scanner)
  if (!isBreakOrEnd(peek(scanner))) refuse('block-scalar', scanner.at)
  skipBreak(scanner)
  const least = Math.max(scanner.indent + 1, 1)
  const indent = increment === undefined ? Math.max(least, detectIndent(scanner)) : least + increment - 1
  skipBreaks(scanner, indent)
  while (column(scanner) === indent && peek(scanner) !== '') {
    skipLine(scanner)
    skipBreak(scanner)
    skipBreaks(scanner, indent)
  }
}

function scanIndicators(scanner: Scanner, start: number): number | undefined {
  let increment: number | undefined
  for (let count = 0; count < 2; count += 1) {
    const character = peek(scanner)
    if ((character === '+' || character === '-') && (count === 0 || increment !== undefined)) scanner.at += 1
    else if (/[0-9]/.test(character) && increment === undefined) {
      if (character === '0') refuse('block-scalar', start)
      increment = Number(character)
      scanner.at += 1
    } else break
  }
  if (!isBlankOrEnd(peek(scanner)) || (scanner.dialect === 'python' && peek(scanner) === '\t'))
    refuse('block-scalar', start)
  return increment
}

/** Skips blank lines and tells the deepest indentation among them and the first line of text. */
function detectIndent(scanner: Scanner): number {
  let most = 0
  for (;;) {
    while (peek(scanner) === ' ') scanner.at += 1
    most = Math.max(most, column(scanner))
    if (scanner.dialect === 'go' && peek(scanner) === '\t' && column(scanner) < Math.max(scanner.indent + 1, 1))
      refuse('tab', scanner.at)
    if (!skipBreak(scanner)) return most
  }
}

function skipBreaks(scanner: Scanner, indent: number): void {
  do while (column(scanner) < indent && peek(scanner) === ' ') scanner.at += 1
  while (goTab(scanner, indent) || skipBreak(scanner))
}

/** yaml.v3 wants spaces where the text of a block scalar is still to begin. */
function goTab(scanner: Scanner, indent: number): false {
  if (scanner.dialect === 'go' && column(scanner) < indent && peek(scanner) === '\t') refuse('tab', scanner.at)
  return false
}

/** A scalar in quotes (`scan_flow_scalar`). */
export function scanQuoted(scanner: Scanner): void {
  const start = scanner.at
  const quote = peek(scanner)
  scanner.at += 1
  for (;;) {
    if (column(scanner) === 0 && atDocumentMark(scanner)) refuse('unclosed-quote', start)
    skipRun(scanner, quotedRun)
    const character = peek(scanner)
    if (character === '') refuse('unclosed-quote', start)
    if (character === quote) {
      if (quote === '"' || peek(scanner, 1) !== "'") break
      scanner.at += 2
    } else if (character === '\\' && quote === '"') scanEscape(scanner)
    else if (!skipBreak(scanner)) scanner.at += 1
  }
  scanner.at += 1
}

/** Characters that mean nothing but themselves between quotes. */
const quotedRun = /[^\n\r\u0085\u2028\u2029"'\\]+/y

const escapes = { go: '0abt\tnvfre "\'\\N_LP', python: '0abt\tnvfre "\\/N_LP' }
const digits = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
])

function scanEscape(scanner: Scanner): void {
  const start = scanner.at
  const character = peek(scanner, 1)
  const length = digits.get(character)
  if (length !== undefined) {
    const hex = scanner.text.slice(start + 2, start + 2 + length)
    const code = /^[0-9a-fA-F]+$/.test(hex) && hex.length === length ? Number.parseInt(hex, 16) : Number.NaN
    const surrogate = scanner.dialect === 'go' && code >= 0xd800 && code <= 0xdfff
    if (!(code <= 0x10ffff) || surrogate) refuse('escape', start)
    scanner.at += 2 + length
  } else if (isBreak(character)) {
    scanner.at += 1
    skipBreak(scanner)
  } else if (character !== '' && escapes[scanner.dialect].includes(character)) scanner.at += 2
  else refuse(character === '' ? 'unclosed-quote' : 'escape', start)
}

/** A scalar without quotes (`scan_plain`). */
export function scanPlain(scanner: Scanner): void {
  const indent = scanner.indent + 1
  let brokeLine = false
  for (;;) {
    if (scanner.dialect === 'go' && atDocumentMark(scanner)) break
    if (peek(scanner) === '#') break
    const start = scanner.at
    skipWords(scanner)
    while (!endsPlain(scanner)) {
      scanner.at += 1
      skipWords(scanner)
    }
    if (scanner.at > start) {
      brokeLine = false
      scanner.keyAllowed = false
    } else if (scanner.dialect === 'python') break
    const blanks = skipPlainBlanks(scanner, indent)
    if (blanks === 'none') break
    if (blanks === 'lines') brokeLine = true
    if (blanks === 'document') break
    if (scanner.flow === 0 && column(scanner) < indent) break
    if (scanner.at === start) break
  }
  if (brokeLine) scanner.keyAllowed = true
}

/** Characters that end no plain scalar anywhere, and spaces, which do not either while words follow on the line. */
const plainRun = /[^\t\n\r\u0085\u2028\u2029:#,?[\]{}]+/y

/** Steps over words and the spaces between them, not over spaces behind the last. */
function skipWords(scanner: Scanner): void {
  const start = scanner.at
  if (isBlankOrEnd(peek(scanner))) return
  skipRun(scanner, plainRun)
  while (scanner.at > start && scanner.text.charAt(scanner.at - 1) === ' ') scanner.at -= 1
}

function endsPlain(scanner: Scanner): boolean {
  const character = peek(scanner)
  if (isBlankOrEnd(character)) return true
  if (character === ':') {
    const next = peek(scanner, 1)
    return isBlankOrEnd(next) || (scanner.dialect === 'python' && scanner.flow > 0 && ',[]{}'.includes(next))
  }
  return scanner.flow > 0 && ',?[]{}'.includes(character)
}

function skipPlainBlanks(scanner: Scanner, indent: number): 'none' | 'spaces' | 'lines' | 'document' {
  const tabs = scanner.dialect === 'go'
  const start = scanner.at
  const isBlank = () => peek(scanner) === ' ' || (tabs && peek(scanner) === '\t')
  while (isBlank()) scanner.at += 1
  if (!isBreak(peek(scanner))) return scanner.at > start ? 'spaces' : 'none'
  while (isBlank() || isBreak(peek(scanner))) {
    if (peek(scanner) === '\t' && column(scanner) < indent) refuse('tab', scanner.at)
    if (!skipBreak(scanner)) scanner.at += 1
    else if (!tabs && atDocumentMark(scanner)) return 'document'
  }
  return 'lines'
}
