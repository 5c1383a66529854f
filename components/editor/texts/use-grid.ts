'use client'

import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'

export interface Cell {
  row: number
  column: number
}

interface GridOptions {
  rows: number
  columns: number
  /** A key that stands for a letter begins to type over the cell with it. */
  onEdit: (cell: Cell, typed?: string) => void
  onPaste: (cell: Cell, text: string) => void
  onClear: (cell: Cell) => void
  textOf: (cell: Cell) => string
}

/** The one chosen cell of a grid, its keys and its clipboard (ARIA Authoring Practices: grid, focus kept by the grid itself). */
export function useGrid({ rows, columns, onEdit, onPaste, onClear, textOf }: GridOptions) {
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: 0 })
  const cell = {
    row: Math.max(0, Math.min(chosen.row, rows - 1)),
    column: Math.max(0, Math.min(chosen.column, columns - 1)),
  }

  function move(row: number, column: number) {
    setChosen({ row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) })
  }

  function keys(event: KeyboardEvent) {
    const jump = event.metaKey || event.ctrlKey
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(cell.row + 1, cell.column),
      ArrowUp: () => move(cell.row - 1, cell.column),
      ArrowRight: () => move(cell.row, cell.column + 1),
      ArrowLeft: () => move(cell.row, cell.column - 1),
      PageDown: () => move(cell.row + 12, cell.column),
      PageUp: () => move(cell.row - 12, cell.column),
      Home: () => (jump ? move(0, cell.column) : move(cell.row, 0)),
      End: () => (jump ? move(rows - 1, cell.column) : move(cell.row, columns - 1)),
      Enter: () => onEdit(cell),
      F2: () => onEdit(cell),
      Delete: () => onClear(cell),
      Backspace: () => onClear(cell),
    }
    const run = moves[event.key]
    if (run) {
      event.preventDefault()
      run()
    } else if (event.key.length === 1 && !jump && !event.altKey) {
      event.preventDefault()
      onEdit(cell, event.key)
    }
  }

  return {
    cell,
    move,
    handlers: {
      onKeyDown: keys,
      onPaste(event: ClipboardEvent) {
        event.preventDefault()
        onPaste(cell, event.clipboardData.getData('text/plain'))
      },
      onCopy(event: ClipboardEvent) {
        event.preventDefault()
        event.clipboardData.setData('text/plain', textOf(cell))
      },
    },
  }
}
