'use client'

import { unparse } from 'papaparse'
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'

export interface Cell {
  row: number
  column: number
}

/** Cells from one corner to the other, ends included. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

interface GridOptions {
  rows: number
  columns: number
  /** A key that stands for a letter begins to type over the cell with it. */
  onEdit: (cell: Cell, typed?: string) => void
  onPaste: (cell: Cell, text: string) => void
  onClear: (range: Range) => void
  /** Ctrl+D: the cells of the first row go into all rows below. */
  onFill?: (range: Range) => void
  textOf: (cell: Cell) => string
}

/**
 * The chosen cell of a grid, the range from it to where Shift began, its keys and its clipboard (ARIA Authoring Practices: grid, focus kept
 * by the grid itself).
 */
export function useGrid({ rows, columns, onEdit, onPaste, onClear, onFill, textOf }: GridOptions) {
  const inside = ({ row, column }: Cell): Cell => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  const [chosen, setChosen] = useState<Cell>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<Cell>(chosen)
  const cell = inside(chosen)
  const range = rangeOf(cell, inside(anchor))

  function move(row: number, column: number, extend = false) {
    const next = inside({ row, column })
    setChosen(next)
    if (!extend) setAnchor(next)
  }

  function keys(event: KeyboardEvent) {
    const jump = event.metaKey || event.ctrlKey
    const go = (row: number, column: number) => move(row, column, event.shiftKey)
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(cell.row + 1, cell.column),
      ArrowUp: () => go(cell.row - 1, cell.column),
      ArrowRight: () => go(cell.row, cell.column + 1),
      ArrowLeft: () => go(cell.row, cell.column - 1),
      PageDown: () => go(cell.row + 12, cell.column),
      PageUp: () => go(cell.row - 12, cell.column),
      Home: () => (jump ? go(0, cell.column) : go(cell.row, 0)),
      End: () => (jump ? go(rows - 1, cell.column) : go(cell.row, columns - 1)),
      Enter: () => onEdit(cell),
      F2: () => onEdit(cell),
      Delete: () => onClear(range),
      Backspace: () => onClear(range),
    }
    const run = jump && event.key.toLowerCase() === 'd' ? onFill && (() => onFill(range)) : moves[event.key]
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
    range,
    move,
    handlers: {
      onKeyDown: keys,
      onPaste(event: ClipboardEvent) {
        event.preventDefault()
        onPaste(cell, event.clipboardData.getData('text/plain'))
      },
      onCopy(event: ClipboardEvent) {
        event.preventDefault()
        event.clipboardData.setData('text/plain', unparse(textsIn(range, textOf), { delimiter: '\t' }))
      },
    },
  }
}

function rangeOf(one: Cell, other: Cell): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  }
}

/** Every cell of a range, row by row. */
export function cellsIn({ top, bottom, left, right }: Range): Cell[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => ({ row: top + row, column: left + column })),
  ).flat()
}

function textsIn({ top, bottom, left, right }: Range, textOf: (cell: Cell) => string): string[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => textOf({ row: top + row, column: left + column })),
  )
}

/** Whether a cell belongs to a range of more than one. */
export function isIn({ top, bottom, left, right }: Range, row: number, column: number): boolean {
  const several = top !== bottom || left !== right
  return several && top <= row && row <= bottom && left <= column && column <= right
}
