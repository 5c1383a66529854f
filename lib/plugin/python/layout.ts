import { columns, pythonNumber, pythonString } from './literals'

/** An expression or the head of a statement, to be laid out in 100 columns as ruff does it. */
export type Code = string | Bracket | Operands

interface Bracket {
  /** What stands up to and with the opening bracket: `city = str(`. */
  readonly before: string
  readonly items: readonly Code[]
  /** The closing bracket and what follows it. */
  readonly after: string
  /** A collection that is too long has one item a line at once; a call may keep its arguments together on one line. */
  readonly collection: boolean
}

/** `a or b`: each part on its own line when it is too long. Only inside brackets. */
interface Operands {
  readonly operands: readonly Code[]
}

const width = 100

/** A call: `call('str', ['value'])`. `head` may hold what stands before it: `city = str`. */
export function call(head: string, items: readonly Code[], after = ''): Code {
  return { before: `${head}(`, items, after: `)${after}`, collection: false }
}

/** `{"key": value}` from keys (as text) and values. */
export function dictionary(head: string, entries: readonly (readonly [string, Code])[]): Code {
  return {
    before: `${head}{`,
    items: entries.map(([key, value]) => prefixed(`${pythonString(key)}: `, value)),
    after: '}',
    collection: true,
  }
}

/** `[item, item]`. */
export function list(head: string, items: readonly Code[]): Code {
  return { before: `${head}[`, items, after: ']', collection: true }
}

/** Parts joined by operators that the later parts begin with: `either('x', 'or 3')`. */
export function either(...operands: readonly Code[]): Code {
  return { operands }
}

/** The same code with something in front: a name and `=`, a keyword. */
export function prefixed(prefix: string, code: Code): Code {
  if (typeof code === 'string') return prefix + code
  if ('before' in code) return { ...code, before: prefix + code.before }
  const [first = '', ...rest] = code.operands
  return { operands: [prefixed(prefix, first), ...rest] }
}

/** A JSON value as a Python literal. What is no JSON, is nested beyond 20 levels or comes after 2,000 values is None. */
export function literal(value: unknown): Code {
  let left = 2000
  const write = (part: unknown, depth: number): Code => {
    left -= 1
    if (typeof part === 'string') return pythonString(part)
    if (typeof part === 'boolean') return part ? 'True' : 'False'
    if (typeof part === 'number' || typeof part === 'bigint') return pythonNumber(part)
    // Aliases of YAML can make a few lines mean billions of values.
    if (typeof part !== 'object' || part === null || depth > 20 || left < 0) return 'None'
    if (Array.isArray(part))
      return list(
        '',
        part.slice(0, 2000).map((item: unknown) => write(item, depth + 1)),
      )
    const entries = Object.entries(part).slice(0, 2000)
    return dictionary(
      '',
      entries.map(([key, entry]) => [key, write(entry, depth + 1)]),
    )
  }
  return write(value, 0)
}

/** The code on one line. */
export function flat(code: Code): string {
  if (typeof code === 'string') return code
  if ('operands' in code) return code.operands.map(flat).join(' ')
  return code.before + code.items.map(flat).join(', ') + code.after
}

/** The lines of the code, each indented by this many columns; `end` (a comma, a colon) belongs to the last one. */
export function lay(code: Code, indent: number, end = ''): string[] {
  const margin = ' '.repeat(indent)
  const line = margin + flat(code) + end
  if (typeof code === 'string' || columns(line) <= width) return [line]
  if ('operands' in code)
    return code.operands.flatMap((part, index) => lay(part, indent, index === code.operands.length - 1 ? end : ''))
  if (code.items.length === 0) return [line]
  const together = `${margin}    ${code.items.map(flat).join(', ')}`
  const body =
    !code.collection && columns(together) <= width
      ? [together]
      : code.items.flatMap((item) => lay(item, indent + 4, ','))
  return [margin + code.before, ...body, margin + code.after + end]
}
