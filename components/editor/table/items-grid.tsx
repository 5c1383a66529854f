'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { setCells, type CellEdit } from '@/lib/plugin/table/set-cells'
import { hasHeads, planCells } from '@/lib/plugin/table/sheet'
import { useGrid, type Cell } from '../grid/use-grid'
import { dragRows } from '../outline/drag-rows'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { undoNewest } from '../store/undo-newest'
import { useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { ColumnHead, type Sort } from './column-head'
import { GridRow, ROW, type Editing } from './grid-row'
import { rowActions } from './row-actions'
import { RowTools } from './row-tools'

const HEAD = 33

interface ItemsGridProps {
  title: string
  columns: readonly Column[]
  rows: readonly ItemRow[]
  sort: Sort | undefined
  onSort: (column: number) => void
  /** Cells that would add rows, or that do not all fit, are shown as a change first. */
  onPreview: (text: string, from: Cell) => void
}

/** Documents as rows, fields as columns: cells are edited in place, several at once. `rows` come sorted by their groups. */
export function ItemsGrid({ title, columns, rows, sort, onSort, onPreview }: ItemsGridProps) {
  const store = useStore()
  const ui = useUiStore()
  const readOnly = useEditor((state) => state.readOnly)
  const actions = useMemo(() => rowActions(store), [store])
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [editing, setEditing] = useState<Editing>()
  const [problem, setProblem] = useState<string>()
  const keys = useMemo(() => rows.map(({ file }) => file), [rows])
  const textOf = ({ row, column }: Cell) => rows[row]?.cells[column] ?? ''

  /** How many cells changed. */
  function edit(cells: readonly (Cell & { text: string })[], said = 'Change'): number {
    const edits = cells.flatMap((each): CellEdit[] => {
      const [row, column] = [rows[each.row], columns[each.column]]
      // Many rows with one name are none.
      const wanted = row && column && textOf(each) !== each.text && (!column.renames || cells.length === 1)
      return wanted ? [{ file: row.file, column, text: each.text }] : []
    })
    return change(edits, said)
  }

  function change(edits: readonly CellEdit[], said: string): number {
    const [first] = edits
    setProblem(undefined)
    if (readOnly || !first) return 0
    const name = rows.find(({ file }) => file === first.file)?.name ?? first.file
    const one = `Change ${titleInside(first.column.title)} of ${name}`
    const label = edits.length === 1 ? one : `${said} ${edits.length} cells`
    const edited = store.edit(label, (now) => setCells(now, edits), { quiet: true })
    if (!edited.ok) setProblem(edited.reason)
    return edited.ok ? edits.length : 0
  }

  const fill = (cells: readonly Cell[], text: string) => edit(cells.map((each) => ({ ...each, text })))

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
      if (hasHeads(text, columns) || plan.added.length + plan.problems.length > 0) return onPreview(text, at)
      const count = change(plan.edits, 'Paste')
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

  function done(text: string | undefined, next?: { row: number; column: number }) {
    const edited = editing && { row: keys.indexOf(editing.file), column: editing.column }
    if (edited && edited.row >= 0 && text !== undefined) fill(next?.column === 0 ? grid.cells : [edited], text)
    setEditing(undefined)
    box.current?.focus()
    if (next && (next.row !== 0 || next.column !== 0)) grid.move(cell.row + next.row, cell.column + next.column)
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
  const drag = useMemo(() => dragRows((path, to) => setProblem(actions.moveTo(path, to))), [actions])

  const widths = columns.map(({ renames, right }) =>
    renames ? 'minmax(180px, 1fr)' : right ? 'minmax(92px, 0.5fr)' : 'minmax(112px, 1fr)',
  )
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

function GroupLine({ line, top }: { line: Line; top: number }) {
  return (
    <div
      role="presentation"
      style={{ height: ROW, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 flex items-center gap-2 border-b border-line bg-chrome pl-6 text-12"
    >
      <span className="font-semibold">{line.group}</span>
      <span className="text-ink-3">{line.count}</span>
    </div>
  )
}

interface Line {
  /** Of a row; a group has none. */
  index?: number
  group?: string
  count?: number
}

/** Rows with a line in front of each group; no lines where there is one group. */
function linesOf(rows: readonly ItemRow[]): Line[] {
  const groups = new Map<string, number>()
  for (const { group } of rows) groups.set(group, (groups.get(group) ?? 0) + 1)
  return rows.flatMap((row, index): Line[] =>
    groups.size > 1 && row.group !== rows[index - 1]?.group
      ? [{ group: row.group || 'Others', count: groups.get(row.group) }, { index }]
      : [{ index }],
  )
}
