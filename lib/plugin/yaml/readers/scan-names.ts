import { isBlankOrEnd, isBreakOrEnd, peek, refuse, skipBreak, skipLine, type Scanner, type Token } from './scan-state'

const nameCharacter = /[0-9A-Za-z_-]/

function word(scanner: Scanner, ahead: number): string {
  let length = ahead
  while (nameCharacter.test(peek(scanner, length))) length += 1
  return scanner.text.slice(scanner.at + ahead, scanner.at + length)
}

/** An anchor or alias: letters, digits, `_`, `-` (`scan_anchor`). */
export function scanName(scanner: Scanner): Token {
  const offset = scanner.at
  const type = peek(scanner) === '*' ? 'alias' : 'anchor'
  const name = word(scanner, 1)
  scanner.at += 1 + name.length
  const next = peek(scanner)
  if (name === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(next))) refuse('anchor-name', offset)
  return { type, offset, name }
}

/** A tag: `!<uri>`, `!`, `!word`, `!handle!word` (`scan_tag`). The token's name is its handle. */
export function scanTag(scanner: Scanner): Token {
  const offset = scanner.at
  let handle: string | undefined
  if (peek(scanner, 1) === '<') {
    scanner.at += 2
    scanUri(scanner, offset)
    if (peek(scanner) !== '>') refuse('tag', offset)
    scanner.at += 1
  } else if (isBlankOrEnd(peek(scanner, 1))) scanner.at += 1
  else {
    const inner = word(scanner, 1)
    if (peek(scanner, 1 + inner.length) === '!') {
      handle = `!${inner}!`
      scanner.at += handle.length
    } else {
      handle = '!'
      scanner.at += 1
    }
    scanUri(scanner, offset)
  }
  const next = peek(scanner)
  const ends = isBlankOrEnd(next) && !(scanner.dialect === 'python' && next === '\t')
  if (!ends && !(scanner.dialect === 'go' && scanner.flow > 0 && next === ',')) refuse('tag', offset)
  return { type: 'tag', offset, ...(handle === undefined ? {} : { name: handle }) }
}

function scanUri(scanner: Scanner, offset: number): void {
  const start = scanner.at
  for (;;) {
    const character = peek(scanner)
    if (character === '%') {
      if (!/^%[0-9a-fA-F]{2}$/.test(scanner.text.slice(scanner.at, scanner.at + 3))) refuse('tag', offset)
      scanner.at += 3
    } else if (character !== '' && (nameCharacter.test(character) || isUriMark(scanner, character))) scanner.at += 1
    else break
  }
  if (scanner.at === start) refuse('tag', offset)
}

/** Marks that may stand in a tag; yaml.v3 ends one at a comma or bracket in flow. */
function isUriMark(scanner: Scanner, character: string): boolean {
  if (scanner.dialect === 'go' && ',[]'.includes(character)) return scanner.flow === 0 || character !== ','
  return "-;/?:@&=+$,_.!~*'()[]".includes(character)
}

/** `%YAML` and `%TAG`; yaml.v3 refuses any other and any version but 1.1 (package-format.md section 2.2). */
export function scanDirective(scanner: Scanner): Token {
  const offset = scanner.at
  const name = word(scanner, 1)
  if (name === '') refuse('directive', offset)
  scanner.at += 1 + name.length
  if (!isBlankOrEnd(peek(scanner)) || (scanner.dialect === 'python' && peek(scanner) === '\t'))
    refuse('directive', offset)
  let handle: string | undefined
  if (name === 'YAML') {
    const version = /^[ \t]*(\d+)\.(\d+)(?=[ \t\r\n\u0085\u2028\u2029]|$)/.exec(
      scanner.text.slice(scanner.at, scanner.at + 100),
    )
    if (!version || version[1] !== '1' || (scanner.dialect === 'go' && version[2] !== '1')) refuse('directive', offset)
    scanner.at += version[0].length
  } else if (name === 'TAG') {
    const tag = /^[ \t]*(!(?:[0-9A-Za-z_-]*!)?)[ \t]+[^\s]+/.exec(scanner.text.slice(scanner.at, scanner.at + 2000))
    if (!tag) refuse('directive', offset)
    handle = tag[1]
    scanner.at += tag[0].length
  } else if (scanner.dialect === 'go') refuse('directive', offset)
  else skipLine(scanner)
  while (peek(scanner) === ' ' || (scanner.dialect === 'go' && peek(scanner) === '\t')) scanner.at += 1
  if (peek(scanner) === '#') skipLine(scanner)
  if (!isBreakOrEnd(peek(scanner))) refuse('directive', offset)
  skipBreak(scanner)
  return { type: 'directive', offset, name: handle ?? name }
}
