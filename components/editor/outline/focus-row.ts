/** Whether the focus may be moved: nobody has gone on to something outside this tree. A menu that is closing does not count. */
export function isFree(active: Element | null, tree: Element | null): boolean {
  return !active || active === document.body || tree?.contains(active) || active.closest('[role=menu]') !== null
}

/** Gives the focus to the first of these rows that the tree shows; whether one took it. */
export function focusRow(tree: Element | null, ids: readonly string[]): boolean {
  const rows = [...(tree?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
  const row = ids.flatMap((id) => rows.find(({ dataset }) => dataset.id === id) ?? [])[0]
  row?.focus()
  return row !== undefined && document.activeElement === row
}
