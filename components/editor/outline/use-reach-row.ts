import { useEffect, useRef, type RefObject } from 'react'

/**
 * Gives the focus to the first of some rows that is there once what was done to the tree is drawn, so that the keyboard goes on from there.
 * A person who has gone on to something else is left there.
 */
export function useReachRow(): { tree: RefObject<HTMLElement | null>; reach: (rows: readonly string[]) => void } {
  const tree = useRef<HTMLElement>(null)
  const wanted = useRef<readonly string[]>([])
  // The files are drawn a moment after they changed: each drawing may be the one.
  useEffect(() => {
    if (wanted.current.length === 0 || document.activeElement !== document.body) return
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const row = wanted.current.flatMap((id) => rows.find(({ dataset }) => dataset.id === id) ?? [])[0]
    if (!row) return
    wanted.current = []
    row.focus()
  })
  return {
    tree,
    reach(rows) {
      wanted.current = rows
    },
  }
}
