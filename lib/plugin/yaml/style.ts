import { isMap, isSeq, type Node } from 'yaml'
import type { YamlText } from './parse'
import { columnOfSlots, isBlock } from './slots'
import { nodeOrNull } from './nodes'

/** How a file is written, for what is new in it. */
export interface Style {
  /** Line end of the file. */
  eol: string
  /** Columns from a key to the keys below it. */
  step: number
  /** Columns from a key to the dashes below it: 0 where lists stand right under their key. */
  list: number
}

const known = new WeakMap<YamlText, Style>()

/** Reads the style off the first nested map and the first list below a key; 2 columns where there is none. */
export function styleOf(yaml: YamlText): Style {
  const style = known.get(yaml) ?? detect(yaml)
  known.set(yaml, style)
  return style
}

function detect(yaml: YamlText): Style {
  const found: { step?: number; list?: number } = {}
  look(yaml.document.contents, yaml.text, found)
  const step = found.step ?? (found.list || 2)
  return { eol: eolOf(yaml.text), step, list: found.list ?? step }
}

function eolOf(text: string): string {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}

function look(node: Node | null, text: string, found: { step?: number; list?: number }): void {
  if (found.step !== undefined && found.list !== undefined) return
  if (!isBlock(node)) return
  const column = isMap(node) ? columnOfSlots(text, node) : 0
  for (const item of node.items) {
    const child = isMap(node)
      ? nodeOrNull(item instanceof Object && 'value' in item ? item.value : null)
      : nodeOrNull(item)
    if (isMap(node) && isBlock(child)) {
      const deeper = columnOfSlots(text, child) - column
      if (isSeq(child)) found.list ??= deeper
      else if (deeper > 0) found.step ??= deeper
    }
    look(child, text, found)
  }
}
