'use client'

import { unparse } from 'papaparse'
import { useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react'

export interface Cell {
  row: number
  column: number
}

/** A place that goes with its row, wherever that goes. */
interface Spot extends Cell {
  key: string | undefined
}

interface GridOptions {
  /** One for each row: what stays the same while rows are sorted, filtered and moved. */
  keys: readonly string[]
  columns: number
  /** A key that stands for a letter begins to type over the cell with it. */
  onEdit: (cell: Cell, how: { typed?: string; key?: string }) => void
  onPaste: (cell: Cell, text: string) => void
  onClear: (cells: readonly Cell[]) => void
  /** Ctrl+D: the cells of the first row go into all others. */
  onFill?: (cells: readonly Cell[]) => void
  /** Keys that the grid does not know; true where it was taken. */
  onKey?: (event: KeyboardEvent) => boolean
  textOf: (cell: Cell) => string
}

/**
 * The chosen cell of a grid, the range from it to where Shift began, further rows chosen with Ctrl, its keys and its clipboard (ARIA
 * Authoring Practices: grid, focus kept by the grid itself).
 */
export function useGrid({ keys, columns, onEdit, onPaste, onClear, onFill, onKey, textOf }: GridOptions) {
  const rows = keys.length
  const inside = ({ row, column }: Cell): Cell => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  })
  const spotOf = (at: Cell): Spot => ({ ...at, key: keys[at.row] })
  const found = (spot: Spot): Cell => {
    const row = spot.key === undefined || keys[spot.row] === spot.key ? spot.row : keys.indexOf(spot.key)
    return inside({ row: row < 0 ? spot.row : row, column: spot.column })
  }
  const [chosen, setChosen] = useState<Spot>(() => spotOf({ row: 0, column: 0 }))
  const [anchor, setAnchor] = useState<Spot>(chosen)
  const [also, setAlso] = useState<ReadonlySet<string>>(new Set())
  const cell = found(chosen)
  const other = found(anchor)
  const between = span(cell.row, other.row)
  const further = also.size === 0 ? [] : [...keys.keys()].filter((row) => also.has(keys[row] ?? ''))
  const chosenRows = also.size === 0 ? between : [...new Set([...between, ...further])].sort((a, b) => a - b)
  const chosenColumns = span(cell.column, other.column)
  const cells = chosenRows.flatMap((row) => chosenColumns.map((column) => ({ row, column })))

  function move(row: number, column: number, how: 'alone' | 'extend' | 'also' = 'alone') {
    const next = spotOf(inside({ row, column }))
    setChosen(next)
    if (how === 'extend') return
    setAnchor(next)
    setAlso(how === 'also' ? new Set(chosenRows.flatMap((each) => keys[each] ?? [])) : new Set())
  }

  /** Every row of the chosen column. */
  function all() {
    setAnchor(spotOf({ row: rows - 1, column: cell.column }))
    setChosen(spotOf({ row: 0, column: cell.column }))
    setAlso(new Set())
  }

  function onKeyDown(event: KeyboardEvent) {
    const jump = event.metaKey || event.ctrlKey
    const go = (row: number, column: number) => move(row, column, event.shiftKey ? 'extend' : 'alone')
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(jump ? rows - 1 : cell.row + 1, cell.column),
      ArrowUp: () => go(jump ? 0 : cell.row - 1, cell.column),
      ArrowRight: () => go(cell.row, jump ? columns - 1 : cell.column + 1),
      ArrowLeft: () => go(cell.row, jump ? 0 : cell.column - 1),
      PageDown: () => go(cell.row + 12, cell.column),
      PageUp: () => go(cell.row - 12, cell.column),
      Home: () => (jump ? go(0, cell.column) : go(cell.row, 0)),
      End: () => (jump ? go(rows - 1, cell.column) : go(cell.row, columns - 1)),
      Enter: () => onEdit(cell, { key: 'Enter' }),
      F2: () => onEdit(cell, { key: 'F2' }),
      Delete: () => onClear(cells),
      Backspace: () => onClear(cells),
    }
    const commands: Record<string, (() => void) | undefined> = { a: all, d: onFill && (() => onFill(cells)) }
    if (onKey?.(event)) return event.preventDefault()
    const run = jump && !event.shiftKey ? (commands[event.key.toLowerCase()] ?? moves[event.key]) : moves[event.key]
    if (run && !event.altKey) {
      event.preventDefault()
      run()
    } else if (event.key.length === 1 && !jump && !event.altKey) {
      event.preventDefault()
      onEdit(cell, { typed: event.key })
    }
  }

  return {
    cell,
    chosenRows,
    chosenColumns,
    cells,
    move,
    /** The pointer on a cell: alone, with Shift up to there, with Ctrl besides; pressed, it goes on choosing. */
    press(event: MouseEvent, row: number, column: number) {
      if (event.button !== 0) return
      if (event.shiftKey) event.preventDefault()
      move(row, column, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'also' : 'alone')
    },
    enter(event: MouseEvent, row: number, column: number) {
      if (event.buttons === 1) move(row, column, 'extend')
    },
    handlers: {
      onKeyDown,
      onPaste(event: ClipboardEvent) {
        event.preventDefault()
        onPaste(
          { row: chosenRows[0] ?? cell.row, column: chosenColumns[0] ?? cell.column },
          event.clipboardData.getData('text/plain'),
        )
      },
      onCopy(event: ClipboardEvent) {
        event.preventDefault()
        const texts = chosenRows.map((row) => chosenColumns.map((column) => textOf({ row, column })))
        event.clipboardData.setData('text/plain', unparse(texts, { delimiter: '\t' }))
      },
    },
  }
}

function span(one: number, other: number): number[] {
  const from = Math.min(one, other)
  return Array.from({ length: Math.abs(one - other) + 1 }, (_, index) => from + index)
}
