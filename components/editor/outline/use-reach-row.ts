import { useEffect, useRef, type RefObject } from 'react'
import { focusRow, isFree } from './focus-row'

/**
 * Gives the focus to the first of some rows that is there once what was done to the tree is drawn, so that the keyboard goes on from there.
 * A person who has gone on to something else is left there, and the wish with them.
 */
export function useReachRow(): { tree: RefObject<HTMLElement | null>; reach: (rows: readonly string[]) => void } {
  const tree = useRef<HTMLElement>(null)
  const wanted = useRef<readonly string[]>([])
  // The files are drawn a moment after they changed: each drawing may be the one.
  useEffect(() => {
    if (wanted.current.length === 0) return
    const isNowhere = document.activeElement === document.body
    const isReached = isNowhere && focusRow(tree.current, wanted.current)
    if (isReached || !isFree(document.activeElement, tree.current)) wanted.current = []
  })
  return {
    tree,
    reach(rows) {
      wanted.current = rows
    },
  }
}
