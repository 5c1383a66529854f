import { dictionary, lay } from '../../python/layout'
import { pythonString } from '../../python/literals'

/** An entry of `EVENTS`: what the service calls an event, and the event of the plugin. */
export interface DispatchEntry {
  readonly key: string
  readonly event: string
}

/** The same with the place of the event in the Python. */
interface PlacedEntry extends DispatchEntry {
  readonly from: number
  readonly to: number
}

interface Token {
  from: number
  to: number
  /** Of a string: what it holds. */
  text?: string
  sign?: string
}

interface WrittenEntry extends DispatchEntry {
  readonly keyAt: Token
  readonly eventAt: Token
}

interface Table {
  from: number
  to: number
  /** What stands before the brace: `EVENTS = `. */
  head: string
  entries: readonly WrittenEntry[]
  comments: boolean
}

/**
 * The entries of the dictionary `EVENTS` in a provider's Python; undefined where it is anything but plain texts. Authors rewrite what
 * stands around it and its keys, so it is edited where it stands.
 */
export function dispatchEntries(python: string): readonly PlacedEntry[] | undefined {
  return tableIn(python)?.entries.map(({ key, event, eventAt: { from, to } }) => ({ key, event, from, to }))
}

/**
 * The Python in which `key` starts `event`: its own entry gets the key, else there is a new one. A key that starts something already
 * is left alone: of two entries Python keeps the last.
 */
export function withDispatch(python: string, key: string, event: string): string {
  const table = tableIn(python)
  if (!table || table.entries.some((entry) => entry.key === key)) return python
  const own = table.entries.find((entry) => entry.event === event && entry.key === event)
  if (own) return laid(python, table, own.keyAt, key)
  const { entries } = table
  const last = entries.at(-1)
  if (!table.comments || !last) return rewritten(python, table, [...entries, { key, event }])
  const comma = /^\s*,/.exec(python.slice(last.eventAt.to))?.[0] ?? ''
  const at = last.eventAt.to + comma.length
  const line = `${comma === '' ? ',' : ''}\n    ${pythonString(key)}: ${pythonString(event)},`
  return python.slice(0, at) + line + python.slice(at)
}

/** The Python in which what started the event `from` starts `to`, by however many keys. */
export function withRenamedEvent(python: string, from: string, to: string): string {
  const table = tableIn(python)
  const own = table?.entries.find((entry) => entry.event === from)
  if (!table || !own || from === to) return python
  const renamed = laid(python, table, own.eventAt, to)
  const after = tableIn(renamed)
  // What never got a name of the service's goes by the event's.
  const free = own.key === from && !table.entries.some((entry) => entry.key === to)
  const entry = free ? after?.entries[table.entries.indexOf(own)] : undefined
  return withRenamedEvent(after && entry ? laid(renamed, after, entry.keyAt, to) : renamed, from, to)
}

/** The Python that starts this event no more. */
export function withoutDispatch(python: string, event: string): string {
  const table = tableIn(python)
  if (!table?.entries.some((entry) => entry.event === event)) return python
  if (!table.comments)
    return rewritten(
      python,
      table,
      table.entries.filter((entry) => entry.event !== event),
    )
  return [...table.entries].reverse().reduce((text, entry) => {
    if (entry.event !== event) return text
    const from = text.lastIndexOf('\n', entry.keyAt.from) + 1
    const end = text.indexOf('\n', entry.eventAt.to) + 1
    const line = text.slice(from, end)
    const alone =
      /^\s*$/.test(text.slice(from, entry.keyAt.from)) && /^\s*,?\s*(#.*)?$/.test(text.slice(entry.eventAt.to, end))
    return alone && line !== '' ? text.slice(0, from) + text.slice(end) : text
  }, python)
}

/** One text of the table another; short tables on one line are laid out anew. */
function laid(python: string, table: Table, at: Token, text: string): string {
  if (table.comments) return python.slice(0, at.from) + pythonString(text) + python.slice(at.to)
  return rewritten(
    python,
    table,
    table.entries.map(({ key, event, keyAt, eventAt }) => ({
      key: keyAt === at ? text : key,
      event: eventAt === at ? text : event,
    })),
  )
}

function rewritten(python: string, table: Table, entries: readonly DispatchEntry[]): string {
  const head = entries.length === 0 && table.head === 'EVENTS = ' ? 'EVENTS: dict[str, str] = ' : table.head
  const typed = table.entries.length === 0 && head === 'EVENTS: dict[str, str] = ' && entries.length > 0
  const code = dictionary(
    typed ? 'EVENTS = ' : head,
    entries.map(({ key, event }) => [key, pythonString(event)] as const),
  )
  return python.slice(0, table.from) + lay(code, 0).join('\n') + python.slice(table.to)
}

function tableIn(python: string): Table | undefined {
  const start = /^(EVENTS\b[^=\n{]*= ?)\{/m.exec(python)
  if (!start) return undefined
  const [opening, head = ''] = start
  const tokens: Token[] = []
  const pattern = /\s+|(#[^\n]*)|("[^"\\\n]*"|'[^'\\\n]*')|([:,}])/y
  pattern.lastIndex = start.index + opening.length
  let comments = false
  for (;;) {
    const from = pattern.lastIndex
    const match = pattern.exec(python)
    if (!match) return undefined
    const [, comment, text, sign] = match
    if (comment !== undefined) comments = true
    if (text !== undefined) tokens.push({ from, to: pattern.lastIndex, text: text.slice(1, -1) })
    if (sign === '}') break
    if (sign !== undefined) tokens.push({ from, to: pattern.lastIndex, sign })
  }
  const entries = entriesOf(tokens)
  return entries && { from: start.index, to: pattern.lastIndex, head, entries, comments }
}

/** Texts in pairs; undefined where the signs between them are others. */
function entriesOf(tokens: readonly Token[]): WrittenEntry[] | undefined {
  const entries: WrittenEntry[] = []
  for (let at = 0; at < tokens.length; at += 4) {
    const [keyAt, colon, eventAt, comma] = tokens.slice(at, at + 4)
    if (keyAt?.text === undefined || colon?.sign !== ':' || eventAt?.text === undefined) return undefined
    if (comma !== undefined && comma.sign !== ',') return undefined
    entries.push({ key: keyAt.text, event: eventAt.text, keyAt, eventAt })
  }
  return entries
}
