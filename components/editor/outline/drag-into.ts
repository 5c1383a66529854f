import type { DragEvent } from 'react'

/** How a folder shows that what is dragged would go into it. */
export const intoMark = 'data-[drop=into]:bg-accent-soft data-[drop=into]:text-accent-ink'

const TYPE = 'application/x-plugwright-path'

/**
 * Handlers of what holds the rows: one with `data-drag` (its path) is dragged onto one with `data-into` (the path of a folder; the root is
 * ''). F2 is the keyboard's way: the whole path is typed.
 */
export function dragInto(drop: (path: string, folder: string) => void) {
  let dragged: string | undefined
  let marked: Element | undefined

  function mark(row?: Element) {
    if (marked !== row) marked?.removeAttribute('data-drop')
    row?.setAttribute('data-drop', 'into')
    marked = row
  }

  const at = ({ target }: DragEvent, what: string) =>
    (target instanceof Element && target.closest<HTMLElement>(`[data-${what}]`)) || undefined

  /** The folder below the pointer, where it is another than the one that the path is in, and not part of it. */
  function folderAt(event: DragEvent): HTMLElement | undefined {
    const row = at(event, 'into')
    const into = row?.dataset.into
    if (dragged === undefined || into === undefined) return undefined
    const stays = into === folderOf(dragged) || `${into}/`.startsWith(`${dragged}/`)
    return stays ? undefined : row
  }

  return {
    onDragStart(event: DragEvent) {
      const row = at(event, 'drag')
      if (!row) return
      dragged = row.dataset.drag
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData(TYPE, '')
    },
    onDragOver(event: DragEvent) {
      const row = folderAt(event)
      mark(row)
      if (row) event.preventDefault()
    },
    onDrop(event: DragEvent) {
      const [path, into] = [dragged, folderAt(event)?.dataset.into]
      mark()
      dragged = undefined
      if (path === undefined || into === undefined) return
      event.preventDefault()
      drop(path, into)
    },
    onDragEnd() {
      mark()
      dragged = undefined
    },
  }
}

/** '' for the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0))
}
