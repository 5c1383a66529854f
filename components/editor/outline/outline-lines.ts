import type { OutlineNode } from '@/lib/plugin/outline'

export interface Line {
  node: OutlineNode
  level: number
  /** Of an item: where it stands in which list. */
  place: { list: string; index: number; count: number } | undefined
}

/** The tree as lines, parents first. */
export function linesOf(nodes: readonly OutlineNode[], level = 1, list?: OutlineNode): Line[] {
  return nodes.flatMap((node, index) => [
    { node, level, place: list && { list: list.id, index, count: list.children.length } },
    ...linesOf(node.children, level + 1, node.type === 'items' ? node : undefined),
  ])
}

/** A line for those who may only look: nothing can be added below it, nor it be moved, renamed or deleted. */
export function fixed({ node, level }: Line): Line {
  return { node: { ...node, canAdd: undefined }, level, place: undefined }
}

const between = ['section', 'items', 'texts']

/** Not a section or a group between them. */
export function isDocument(node: OutlineNode): boolean {
  return !between.includes(node.type)
}

/** Something with a name of its own that can be renamed, moved and deleted. */
export function isItem(node: OutlineNode): boolean {
  return isDocument(node) && node.icon !== '' && node.type !== 'text'
}
