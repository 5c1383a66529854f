import type { DragEvent } from 'react'

/** The line that shows where a dragged row would go. */
export const dropMark =
  'data-[drop=before]:shadow-[inset_0_2px_0_var(--accent)] data-[drop=after]:shadow-[inset_0_-2px_0_var(--accent)]'

const TYPE = 'application/x-plugwright-row'

/**
 * Handlers of what holds the rows: one with `data-drag` (its file) is dragged to another place among the rows of the same `data-list`;
 * `data-index` is its place. The browser's own dragging: nothing to load, and lists that draw only what is seen scroll along.
 */
export function dragRows(drop: (file: string, to: number) => void) {
  let dragged: DOMStringMap | undefined
  let marked: HTMLElement | undefined

  function mark(row?: HTMLElement, edge = '') {
    if (marked !== row) marked?.removeAttribute('data-drop')
    row?.setAttribute('data-drop', edge)
    marked = row
  }

  const rowAt = ({ target }: DragEvent) =>
    (target instanceof Element && target.closest<HTMLElement>('[data-drag]')) || undefined

  return {
    onDragStart(event: DragEvent) {
      const row = rowAt(event)
      if (!row) return
      dragged = { ...row.dataset }
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData(TYPE, '')
    },
    onDragOver(event: DragEvent) {
      const row = rowAt(event)
      if (!dragged || !row || row.dataset.list !== dragged.list || row.dataset.drag === dragged.drag) return mark()
      event.preventDefault()
      const { top, height } = row.getBoundingClientRect()
      mark(row, event.clientY < top + height / 2 ? 'before' : 'after')
    },
    onDrop(event: DragEvent) {
      const [from, over, edge] = [Number(dragged?.index), Number(marked?.dataset.index), marked?.dataset.drop]
      const file = dragged?.drag
      mark()
      dragged = undefined
      if (file === undefined || edge === undefined) return
      event.preventDefault()
      const to = edge === 'before' ? over : over + 1
      if (to !== from && to !== from + 1) drop(file, from < to ? to - 1 : to)
    },
    onDragEnd() {
      mark()
      dragged = undefined
    },
  }
}
