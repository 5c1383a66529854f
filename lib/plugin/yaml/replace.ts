import { isMap, isSeq, type Node } from 'yaml'
import type { EditResult } from './edit'
import { lineEnd, lineStart, nextLine } from './lines'
import { ownEndInLine, withoutLineEnd } from './own-lines'
import type { Place } from './place'
import { contentEnd, isBlock, isEmpty, slotsOf, type Slot } from './slots'
import { firstFitting, spliced, type Splice } from './splice'
import { styleOf } from './style'
import { expectedAt } from './verify'
import { waysToWrite, type Where, type Written } from './written'

/** Writes a value where another one (or none) stands; the comment behind the old value stays. */
export function replaceNode(place: Place, value: unknown): EditResult {
  const { text } = place.yaml
  const texts = waysToWrite(value, whereOf(place)).map((written) => spliced(text, splicesFor(place, written)))
  return firstFitting(place, expectedAt(place.steps, { value }), texts)
}

/** The splices of the way of writing that is tried first; whether it reads as it must is to be seen. */
export function splicesOver(place: Place, value: unknown): Splice[] {
  for (const written of waysToWrite(value, whereOf(place))) return splicesFor(place, written)
  return []
}

function whereOf(place: Place): Where {
  const { yaml, node, slot } = place
  const list = place.steps.at(-1)?.collection
  const under = !slot ? 'root' : isSeq(list) ? 'dash' : 'key'
  return {
    column: Math.max(0, place.column),
    under,
    gap: under === 'dash' ? gapOf(yaml.text, slot) : 1,
    flow: place.flow,
    style: styleOf(yaml),
    old: node,
    oldIndent: oldIndent(place),
    compact: !slot || !/^[^\S\n]*#/.test(yaml.text.slice(slot.head, lineEnd(yaml.text, slot.head))),
  }
}

/** Spaces between a dash and what follows on its line; 1 where nothing does. */
export function gapOf(text: string, slot: Slot | undefined): number {
  if (!slot) return 1
  const spaces = /^-( +)[^\s#]/.exec(text.slice(slot.start, lineEnd(text, slot.start)))
  return spaces?.[1]?.length ?? 1
}

/** Column of the lines of a block scalar, where it is deeper than its key and written without tricks. */
function oldIndent(place: Place): number | undefined {
  const { node, yaml } = place
  const token = node?.srcToken
  if (token?.type !== 'block-scalar' || !node?.range) return undefined
  const header = token.props[0]
  const explicit = /[1-9]/.exec(header && 'source' in header ? header.source : '')
  if (explicit) return Math.max(0, place.column) + Number(explicit[0])
  const first = /^( *)[^\s]/m.exec(yaml.text.slice(nextLine(yaml.text, node.range[0]), node.range[1]))
  const indent = first?.[1]?.length ?? 0
  return indent > place.column ? indent : undefined
}

function splicesFor(place: Place, written: Written): Splice[] {
  const { node, slot } = place
  if (node === null || isEmpty(node))
    return slot ? intoEmpty(place, slot, written) : intoEmptyRoot(place, node, written)
  const tag = tagSplice(place, written)
  if (isBlock(node)) return [...tag, ...overBlockCollection(place, node, written)]
  if (node.srcToken?.type === 'block-scalar') return [...tag, ...overBlockScalar(place, node, written)]
  return [...tag, ...overFlow(place, node, written)]
}

/** The tag of the old value goes: it would make something else of the new one. */
function tagSplice(place: Place, written: Written): Splice[] {
  const { slot, yaml } = place
  if (!slot?.tag || (written.head === '' && slot.tag.offset >= slot.head)) return []
  const end = slot.tag.offset + slot.tag.source.length
  const gap = /^ */.exec(yaml.text.slice(end))?.[0].length ?? 0
  return [{ from: slot.tag.offset, to: end + gap, text: '' }]
}

function intoEmpty(place: Place, slot: Slot, { head, body }: Written): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  if (!slot.colon) {
    if (place.flow) return [{ from: slot.end, to: slot.end, text: `: ${head}` }]
    const at = lineEnd(text, slot.end)
    return [{ from: at, to: at, text: [`${eol}${' '.repeat(place.column)}:${head && ` ${head}`}`, ...body].join(eol) }]
  }
  const from = slot.tag && slot.tag.offset < slot.head ? slot.head : (slot.tag?.offset ?? slot.head)
  const end = Math.max(slot.head, slot.end)
  const rest = /^[ \t]*(?=\r?\n|$)/.exec(text.slice(end))
  const gap = head === '' || /[ \t]/.test(text[from - 1] ?? '') ? '' : ' '
  const at = lineEnd(text, end)
  return [
    ...(slot.tag && slot.tag.offset < slot.head ? tagSplice(place, { head: ' ', body }) : []),
    { from, to: end + (rest?.[0].length ?? 0), text: gap + head },
    ...below(at, body, eol),
  ]
}

/** Into a document without content: behind its comments and `---`. */
function intoEmptyRoot(place: Place, node: Node | null, { head, body }: Written): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  const at = node?.range ? nextLine(text, node.range[0]) : text.length
  const bare = text.replace('\uFEFF', '') === ''
  const before = at === text.length && !bare && !text.endsWith('\n') ? eol : ''
  const behind = before === '' ? eol : ''
  return [{ from: at, to: at, text: before + [head, ...body].join(eol) + behind }]
}

/** Over a plain or quoted text, or brackets: exactly their own range; new lines go below the line on which they end. */
function overFlow(place: Place, node: Node, { head, body }: Written): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  const [from = 0, to = 0] = node.range ?? []
  const at = lineEnd(text, to)
  if (head !== '' || !place.slot) return [{ from, to, text: head }, ...below(at, body, eol)]
  const ownLine = lineStart(text, from) > place.slot.head
  if (ownLine) return [{ from: lineStart(text, from), to, text: body.join(eol) }]
  return [{ from: place.slot.head, to, text: '' }, ...below(at, body, eol)]
}

/** Over `|` or `>`: the header and the lines, not the comment behind the header. */
function overBlockScalar(place: Place, node: Node, { head, body }: Written): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  const [from = 0, end = 0] = node.range ?? []
  const headerEnd = from + (/^[|>][-+0-9]*/.exec(text.slice(from, from + 8))?.[0].length ?? 1)
  const at = lineEnd(text, headerEnd)
  return [
    { from: head === '' ? (place.slot?.head ?? from) : from, to: headerEnd, text: head },
    { from: at, to: Math.max(at, withoutLineEnd(text, end)), text: body.map((line) => eol + line).join('') },
  ]
}

/** Over a list or map by indentation: all its lines, from the key's on; the comment behind the key stays. */
function overBlockCollection(place: Place, node: Node, { head, body }: Written): Splice[] {
  const { text } = place.yaml
  const { eol } = styleOf(place.yaml)
  const slots = isMap(node) || isSeq(node) ? slotsOf(node) : []
  const start = slots[0]?.start ?? contentEnd(node)
  const last = place.slot ? { ...place.slot, end: contentEnd(node) } : slots.at(-1)
  const end = last ? ownEndInLine(text, last, place.column) : contentEnd(node)
  if (!place.slot) return [{ from: start, to: end, text: [head, ...body].join(eol) }]
  const gap = head === '' ? '' : ' '
  const at = lineEnd(text, Math.max(place.slot.head, place.slot.tag ? place.slot.tag.offset : 0))
  if (start <= at) {
    const between = head === '' ? '' : text.slice(place.slot.head, start)
    return [{ from: place.slot.head, to: Math.max(end, start), text: between + [head, ...body].join(eol) }]
  }
  return [
    { from: place.slot.head, to: place.slot.head, text: gap + head },
    { from: at, to: Math.max(at, end), text: body.map((line) => eol + line).join('') },
  ]
}

function below(at: number, body: readonly string[], eol: string): Splice[] {
  return body.length === 0 ? [] : [{ from: at, to: at, text: body.map((line) => eol + line).join('') }]
}
