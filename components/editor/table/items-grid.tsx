'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { hasHeads, planCells } from '@/lib/plugin/table/sheet'
import { useGrid, type Cell } from '../grid/use-grid'
import { dragRows } from '../outline/drag-rows'
import { undoNewest } from '../store/undo-newest'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { ColumnHead, type Sort } from './column-head'
import { GridRow, ROW, type Editing } from './grid-row'
import { GroupLine, linesOf } from './group-line'
import { rowActions } from './row-actions'
import { RowTools } from './row-tools'
import { useCellEdits } from './use-cell-edits'

const HEAD = 33

interface ItemsGridProps {
  title: string
  columns: readonly Column[]
  rows: readonly ItemRow[]
  sort: Sort | undefined
  onSort: (column: number) => void
  /** Cells that would change several files or add rows, or that do not all fit, are shown as a change first. */
  onPreview: (text: string, from: Cell) => void
}

/** Documents as rows, fields as columns: cells are edited in place, several at once. `rows` come sorted by their groups. */
export function ItemsGrid({ title, columns, rows, sort, onSort, onPreview }: ItemsGridProps) {
  const store = useStore()
  const ui = useUiStore()
  const { readOnly, problem, setProblem, textOf, edit, change, fill } = useCellEdits(columns, rows)
  const actions = useMemo(() => rowActions(store), [store])
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [editing, setEditing] = useState<Editing>()
  const keys = useMemo(() => rows.map(({ file }) => file), [rows])

  const grid = useGrid({
    keys,
    columns: columns.length,
    textOf,
    onEdit(at, { typed, key }) {
      const [row, column] = [rows[at.row], columns[at.column]]
      if (!row || !column) return
      if (column.renames && key === 'Enter') open(row.file)
      else if (readOnly) return
      else if (typed === ' ' && column.node?.types.includes('boolean'))
        fill(
          grid.cells.filter((cell) => cell.column === at.column),
          textOf(at) === '' ? 'yes' : '',
        )
      else setEditing({ file: row.file, column: at.column, text: typed ?? textOf(at) })
    },
    onClear: (cells) =>
      fill(
        cells.filter(({ column }) => !columns[column]?.renames),
        '',
      ),
    onFill(cells) {
      const top = cells[0]?.row ?? 0
      edit(
        cells.map((each) => ({ ...each, text: textOf({ row: top, column: each.column }) })),
        'Fill',
      )
    },
    onPaste(at, text) {
      if (readOnly) return
      if (grid.cells.length > 1 && !/[\t\n]/.test(text.trimEnd())) return void fill(grid.cells, text.trim())
      const plan = planCells(text, at, columns, rows)
      const several = new Set(plan.edits.map((each) => each.file)).size > 1
      if (hasHeads(text, columns) || several || plan.added.length + plan.problems.length > 0) return onPreview(text, at)
      const count = change(plan.edits, 'Paste') ?? 0
      if (count > 1) showToast(`${count} cells changed`, { label: 'Undo', run: undoNewest(store) })
    },
    onKey(event: KeyboardEvent) {
      const jump = event.metaKey || event.ctrlKey
      if (readOnly) return false
      if (jump && (event.key === 'Delete' || event.key === 'Backspace')) remove()
      else if (jump && event.shiftKey && event.key.toLowerCase() === 'd') duplicate()
      else if (event.altKey && event.key === 'ArrowUp') moveRows(-1)
      else if (event.altKey && event.key === 'ArrowDown') moveRows(1)
      else return false
      return true
    },
  })
  const { cell, chosenRows, chosenColumns } = grid
  const ownRows = chosenRows.flatMap((row) => rows[row] ?? [])

  function remove() {
    setProblem(actions.remove(ownRows))
  }

  function duplicate() {
    setProblem(actions.duplicate(ownRows))
  }

  function moveRows(by: 1 | -1) {
    if (sort) return setProblem('Click the sorted head until its arrow is gone: moved rows would not be seen to move.')
    const beside = rows[by === 1 ? (chosenRows.at(-1) ?? 0) + 1 : (chosenRows[0] ?? 0) - 1]
    if (beside) setProblem(actions.move(ownRows, beside))
  }

  function open(file: string) {
    ui.set({ view: undefined, pane: 'form' })
    store.open(file)
  }

  // The file pane follows the chosen cell.
  const [file, at] = [rows[cell.row]?.file, columns[cell.column]?.at]
  useEffect(() => {
    if (file !== undefined && box.current?.contains(document.activeElement))
      store.select({ file, at: at ?? [] }, 'form')
  }, [store, file, at])

  const lines = useMemo(() => linesOf(rows), [rows])
  const line = lines.findIndex((each) => each.index === cell.row)
  // The list is measured by its box; nothing of it is remembered between renders.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    // The head stands over what is scrolled.
    scrollPaddingEnd: HEAD,
    overscan: 12,
  })
  useEffect(() => list.scrollToIndex(line), [list, line])
  useEffect(() => box.current?.focus(), [])

  /** False where the text was refused: the cell stays open with it. */
  function done(text: string | undefined, next?: { row: number; column: number }) {
    const edited = editing && { row: keys.indexOf(editing.file), column: editing.column }
    const kept = edited && edited.row >= 0 && text !== undefined
    if (kept && fill(next?.column === 0 ? grid.cells : [edited], text) === undefined) return false
    setEditing(undefined)
    box.current?.focus()
    if (next && (next.row !== 0 || next.column !== 0)) grid.move(cell.row + next.row, cell.column + next.column)
    return true
  }

  // A row is drawn again only where its own cells change: what it calls stays the same.
  const latest = useRef({ grid, columns, rows, readOnly, open, done, textOf })
  useEffect(() => {
    latest.current = { grid, columns, rows, readOnly, open, done, textOf }
  })
  const [calls] = useState(() => ({
    onPress(event: MouseEvent, row: number, column: number) {
      box.current?.focus()
      latest.current.grid.press(event, row, column)
    },
    onEnter(event: MouseEvent, row: number, column: number) {
      latest.current.grid.enter(event, row, column)
    },
    onOpen: (path: string) => latest.current.open(path),
    onOpenCell(row: number, column: number) {
      const now = latest.current
      const path = now.rows[row]?.file
      if (path === undefined) return
      if (now.columns[column]?.renames) now.open(path)
      else if (!now.readOnly) setEditing({ file: path, column, text: now.textOf({ row, column }) })
    },
    onDone: (...given: Parameters<typeof done>) => latest.current.done(...given),
  }))
  const drag = useMemo(() => dragRows((path, to) => setProblem(actions.moveTo(path, to))), [actions, setProblem])

  const widths = columns.map(widthOf)
  const tracks = useMemo(() => ({ gridTemplateColumns: widths.join(' ') }), [widths.join(' ')]) // eslint-disable-line react-hooks/exhaustive-deps -- the words are the value
  return (
    <>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={title}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-readonly={readOnly || undefined}
        aria-multiselectable
        aria-activedescendant={`${id}-${cell.row}-${cell.column}`}
        {...(editing ? {} : grid.handlers)}
        {...drag}
        onFocus={() => file !== undefined && !editing && store.select({ file, at: at ?? [] }, 'form')}
        className="min-h-0 flex-1 select-none overflow-auto outline-none [--ring:var(--control)] focus-within:[--ring:var(--accent)] focus-visible:shadow-none"
      >
        <div
          role="row"
          aria-rowindex={1}
          style={tracks}
          className="sticky top-0 z-(--z-sticky) grid min-w-fit border-b border-line bg-surface"
        >
          {columns.map((each, index) => (
            <ColumnHead
              key={each.at.join('.')}
              title={each.title}
              right={each.right}
              sorted={sort?.column === index ? sort.by : undefined}
              onSort={() => onSort(index)}
            />
          ))}
        </div>
        <div role="presentation" className="relative min-w-fit" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index: number, start }) => {
            const each = lines[number]
            const row = each?.index === undefined ? undefined : rows[each.index]
            if (!each) return null
            if (!row || each.index === undefined)
              return <GroupLine key={`group ${each.group}`} line={each} top={start} />
            const chosen = chosenRows.includes(each.index)
            return (
              <GridRow
                key={row.file}
                id={id}
                index={each.index}
                row={row}
                columns={columns}
                tracks={tracks}
                top={start}
                chosen={chosen ? chosenColumns.join(' ') : ''}
                active={cell.row === each.index ? cell.column : undefined}
                editing={editing?.file === row.file ? editing : undefined}
                movable={!readOnly && !sort && row.count > 1}
                {...calls}
              />
            )
          })}
        </div>
      </div>
      <RowTools
        rows={chosenRows.length}
        cells={grid.cells.length}
        problem={problem}
        readOnly={readOnly}
        onOpen={() => file !== undefined && open(file)}
        onSetAll={() => file !== undefined && setEditing({ file, column: cell.column, text: textOf(cell) })}
        onDuplicate={duplicate}
        onRemove={remove}
      />
    </>
  )
}

/** Numbers, codes and flags are narrow, so that more columns are seen at once. */
function widthOf({ renames, right, node }: Column): string {
  if (renames) return 'minmax(140px, 2fr)'
  if (right) return 'minmax(76px, 0.5fr)'
  const narrow = node?.meta.currency || node?.types.join() === 'boolean'
  return narrow ? 'minmax(76px, 0.5fr)' : 'minmax(104px, 1.5fr)'
}
