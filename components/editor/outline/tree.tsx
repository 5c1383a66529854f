'use client'

import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

/** A tree as a flat list of rows; Tab comes to the chosen row, arrows move, Home and End go to the ends, letters search. */
export function Tree({
  label,
  children,
  className,
  onAction,
}: {
  label: string
  children: ReactNode
  className?: string
  onAction?: (event: KeyboardEvent, id: string) => void
}) {
  const tree = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement) return
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=treeitem]') : null
    const rows = [...(tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const index = row ? rows.indexOf(row) : -1
    const to = target(event, rows, index)
    if (to) {
      event.preventDefault()
      to.focus()
    } else if (row?.dataset.id !== undefined) onAction?.(event, row.dataset.id)
  }
  /** The right button and Shift+F10 open what the row's own button opens. */
  const openMenu = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[role=treeitem]') : null
    const button = row?.querySelector<HTMLElement>('[aria-haspopup=menu]')
    if (!button) return
    event.preventDefault()
    button.focus()
    button.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  }
  return (
    <div ref={tree} role="tree" aria-label={label} onKeyDown={move} onContextMenu={openMenu} className={className}>
      {children}
    </div>
  )
}

function target(event: KeyboardEvent, rows: readonly HTMLElement[], index: number): HTMLElement | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined
  if (event.key === 'ArrowDown') return rows[Math.min(index + 1, rows.length - 1)]
  if (event.key === 'ArrowUp') return rows[Math.max(index - 1, 0)]
  if (event.key === 'Home') return rows[0]
  if (event.key === 'End') return rows.at(-1)
  if (event.key.length === 1 && /\p{L}/u.test(event.key)) {
    const fits = (row: HTMLElement) => row.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
    return rows.slice(index + 1).find(fits) ?? rows.find(fits)
  }
  return undefined
}
