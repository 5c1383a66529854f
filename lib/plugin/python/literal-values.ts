import { childrenOf, type SyntaxNode } from './assignments'

const escapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/**
 * The value of an expression that is made of literals alone: texts, numbers, True, False, None, lists, tuples and dictionaries with
 * texts as keys. Undefined for all else: nothing is computed.
 */
export function literalValue(source: string, node: SyntaxNode): unknown {
  const text = source.slice(node.from, node.to)
  // Brackets in brackets without end would end in a full stack.
  if (text.length > 5000) return undefined
  switch (node.name) {
    case 'String':
      return stringValue(text)
    case 'ContinuedString': {
      const parts = childrenOf(node).map((part) => literalValue(source, part))
      return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined
    }
    case 'ParenthesizedExpression': {
      const [inner, ...more] = expressionsOf(node)
      return inner && more.length === 0 ? literalValue(source, inner) : undefined
    }
    case 'Number':
    case 'UnaryExpression':
      return /^[-+]?\s*[\d_.]+(?:e[-+]?\d+)?$/i.test(text) ? Number(text.replace(/[_\s]/g, '')) : undefined
    case 'Boolean':
      return text === 'True'
    case 'None':
      return null
    case 'ArrayExpression':
    case 'TupleExpression': {
      const items = expressionsOf(node).map((item) => literalValue(source, item))
      return items.includes(undefined) ? undefined : items
    }
    case 'DictionaryExpression':
      return dictionaryValue(source, node)
    default:
      return undefined
  }
}

/** The pairs of a dictionary whose keys are texts, in their order; undefined where one is another thing. */
export function dictionaryEntries(source: string, node: SyntaxNode): [key: string, value: SyntaxNode][] | undefined {
  const parts = expressionsOf(node)
  if (node.name !== 'DictionaryExpression' || parts.length % 2 === 1) return undefined
  const entries: [string, SyntaxNode][] = []
  for (let index = 0; index < parts.length; index += 2) {
    const [key, value] = [parts[index], parts[index + 1]]
    const name = key && literalValue(source, key)
    if (typeof name !== 'string' || !value || /^[*]/.test(value.name)) return undefined
    entries.push([name, value])
  }
  return entries
}

function dictionaryValue(source: string, node: SyntaxNode): unknown {
  const entries = dictionaryEntries(source, node)?.map(([key, value]): [string, unknown] => [
    key,
    literalValue(source, value),
  ])
  return entries === undefined || entries.some(([, value]) => value === undefined)
    ? undefined
    : Object.fromEntries(entries)
}

/** What stands between the brackets, without commas, colons and comments. */
function expressionsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !/^[()[\]{},:]$/.test(name) && name !== 'Comment')
}

/** The text that a string literal stands for; undefined for bytes, and for escapes that only Python knows. */
function stringValue(text: string): string | undefined {
  const [, prefix = '', quote = ''] = /^([a-z]*)('''|"""|'|")/i.exec(text) ?? []
  const body = text.slice(prefix.length + quote.length, -quote.length)
  if (quote === '' || !/^[ur]?$/i.test(prefix)) return undefined
  if (/r/i.test(prefix)) return body
  let known = true
  const value = body.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g,
    (_, x, u, long, other: string) => {
      const code: string | undefined = x ?? u ?? long
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff))
      const plain = escapes[other]
      if (plain === undefined) known = false
      return plain ?? ''
    },
  )
  return known ? value : undefined
}
