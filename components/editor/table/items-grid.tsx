'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { showToast } from '@/components/ui/toast'
import { cellsFromClipboard } from '@/lib/plugin/table/cells'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { setCells, type CellEdit } from '@/lib/plugin/table/set-cells'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { CellEditor } from '../grid/cell-editor'
import { cellsIn, isIn, useGrid, type Cell } from '../grid/use-grid'
import { outlineActions, siblings } from '../outline/actions'
import { RowMenu } from '../outline/row-menu'
import { undoNewest } from '../store/undo-newest'
import { useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { ColumnHead, type Sort } from './column-head'

const ROW = 28

/** Documents as rows, fields as columns: cells are edited in place, several at once. `rows` come sorted by their groups. */
export function ItemsGrid({
  title,
  columns,
  rows,
  sort,
  onSort,
}: {
  title: string
  columns: readonly Column[]
  rows: readonly ItemRow[]
  sort: Sort | undefined
  onSort: (column: number) => void
}) {
  const store = useStore()
  const ui = useUiStore()
  const readOnly = useEditor((state) => state.readOnly)
  const files = useEditor((state) => state.files)
  const actions = useMemo(() => outlineActions(store), [store])
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [editing, setEditing] = useState<{ cell: Cell; text: string }>()
  const [problem, setProblem] = useState<string>()
  const textOf = ({ row, column }: Cell) => (column === 0 ? rows[row]?.name : rows[row]?.cells[column - 1]) ?? ''

  function editsOf(cells: readonly (Cell & { text: string })[]): CellEdit[] {
    return cells.flatMap((each) => {
      const [row, column] = [rows[each.row], columns[each.column - 1]]
      return row && column && textOf(each) !== each.text ? [{ file: row.file, column, text: each.text }] : []
    })
  }

  /** How many cells changed. */
  function edit(cells: readonly (Cell & { text: string })[], said?: string): number {
    const edits = editsOf(cells)
    const [first] = edits
    setProblem(undefined)
    if (readOnly || !first) return 0
    const name = rows.find(({ file }) => file === first.file)?.name ?? first.file
    const one = `Change ${titleInside(first.column.title)} of ${name}`
    const label = edits.length === 1 ? one : `${said ?? 'Change'} ${edits.length} cells`
    const edited = store.edit(label, (now) => setCells(now, edits), { quiet: true })
    if (!edited.ok) setProblem(edited.reason)
    return edited.ok ? edits.length : 0
  }

  const fill = (cells: readonly Cell[], text: string) => edit(cells.map((each) => ({ ...each, text })))

  const { cell, range, move, handlers } = useGrid({
    rows: rows.length,
    columns: columns.length + 1,
    textOf,
    onEdit(chosen, typed) {
      if (chosen.column > 0 && !readOnly) setEditing({ cell: chosen, text: typed ?? textOf(chosen) })
      else if (chosen.column === 0 && typed === undefined) open(chosen.row)
    },
    onClear: (chosen) => fill(cellsIn(chosen), ''),
    onFill: (chosen) =>
      edit(
        cellsIn(chosen).map((each) => ({ ...each, text: textOf({ row: chosen.top, column: each.column }) })),
        'Fill',
      ),
    onPaste(chosen, text) {
      const lines = cellsFromClipboard(text)
      const cells = lines.flatMap((line, down) =>
        line.map((each, right) => ({ row: chosen.row + down, column: chosen.column + right, text: each })),
      )
      const count = edit(cells, 'Paste')
      if (count > 1) showToast(`${count} cells changed`, { label: 'Undo', run: undoNewest(store) })
    },
  })

  function open(index: number) {
    const row = rows[index]
    if (!row) return
    ui.set({ view: undefined, pane: 'form' })
    store.open(row.file)
  }

  // The file pane follows the chosen cell.
  const [row, column] = [rows[cell.row], columns[cell.column - 1]]
  const [file, at] = [row?.file, column?.at]
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
    overscan: 12,
  })
  useEffect(() => list.scrollToIndex(line), [list, line])
  useEffect(() => box.current?.focus(), [])

  function done(text: string | undefined, next?: { row: number; column: number }) {
    if (editing && text !== undefined) fill(next?.row === 1 ? cellsIn(range) : [editing.cell], text)
    setEditing(undefined)
    box.current?.focus()
    if (next) move(cell.row + next.row, cell.column + next.column)
  }

  const count = cellsIn(range).length
  const widths = columns.map(({ right }) => (right ? 'minmax(84px, 0.5fr)' : 'minmax(120px, 1fr)')).join(' ')
  const grid = { gridTemplateColumns: `minmax(160px, 1fr) ${widths}` }
  return (
    <>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label={title}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={readOnly || undefined}
        aria-multiselectable
        aria-activedescendant={`${id}-${cell.row}-${cell.column}`}
        {...(editing ? {} : handlers)}
        className="min-h-0 flex-1 overflow-auto outline-none [--ring:var(--control)] focus-within:[--ring:var(--accent)] focus-visible:shadow-none"
      >
        <div
          role="row"
          aria-rowindex={1}
          style={grid}
          className="sticky top-0 z-(--z-sticky) grid min-w-fit border-b border-line bg-surface"
        >
          {['Name', ...columns.map((each) => each.title)].map((head, index) => (
            <ColumnHead
              key={`${head}${index}`}
              title={head}
              right={columns[index - 1]?.right ?? false}
              sorted={sort?.column === index ? sort.by : undefined}
              onSort={() => onSort(index)}
            />
          ))}
        </div>
        <div role="presentation" className="relative min-w-fit" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index: number, start }) => {
            const each = lines[number]
            const shown = each?.index === undefined ? undefined : rows[each.index]
            const place = { height: ROW, transform: `translateY(${start}px)` }
            if (!each) return null
            if (!shown || each.index === undefined)
              return (
                <div
                  key={number}
                  role="presentation"
                  style={place}
                  className="absolute inset-x-0 top-0 flex items-center gap-2 border-b border-line bg-chrome pl-6 text-12"
                >
                  <span className="font-semibold">{each.group}</span>
                  <span className="text-ink-3">{each.count}</span>
                </div>
              )
            const { index } = each
            const where = siblings(files, shown.file)
            return (
              <div
                key={number}
                role="row"
                aria-rowindex={index + 2}
                style={{ ...grid, ...place }}
                className={classNames(
                  'group absolute inset-x-0 top-0 grid border-b border-line',
                  cell.row === index && 'bg-hover',
                )}
              >
                {['', ...columns].map((_, at) => {
                  const on = cell.row === index && cell.column === at
                  const text = textOf({ row: index, column: at })
                  const isEdited = editing?.cell.row === index && editing.cell.column === at
                  return (
                    <div
                      key={at}
                      id={`${id}-${index}-${at}`}
                      role={at === 0 ? 'rowheader' : 'gridcell'}
                      aria-selected={on || isIn(range, index, at)}
                      title={text}
                      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
                      onClick={(event) => {
                        box.current?.focus()
                        move(index, at, event.shiftKey)
                      }}
                      onDoubleClick={() => {
                        if (at === 0) open(index)
                        else if (!readOnly) setEditing({ cell: { row: index, column: at }, text })
                      }}
                      className={classNames(
                        'relative flex min-w-0 items-center border-l border-line px-2.5 first:border-l-0 first:pl-6',
                        columns[at - 1]?.right && 'code-text justify-end',
                        isIn(range, index, at) && 'bg-accent-soft',
                        on && 'bg-surface shadow-[inset_0_0_0_2px_var(--ring)]',
                      )}
                    >
                      {isEdited ? (
                        <CellEditor
                          name={`${columns[at - 1]?.title ?? ''} of ${shown.name}`}
                          start={editing.text}
                          onDone={done}
                        />
                      ) : (
                        <span className={classNames('truncate', at === 0 && 'code-text font-medium')}>
                          {text || <span className="text-ink-3">–</span>}
                        </span>
                      )}
                      {at === 0 && where && !readOnly && (
                        <span className="ml-auto flex">
                          <RowMenu file={shown.file} name={shown.name} place={where} actions={actions} />
                        </span>
                      )}
                    </div>
                  )
                })}
              </div>
            )
          })}
        </div>
      </div>
      <div className="flex min-h-8 flex-wrap items-center gap-x-4 border-t border-line px-6 py-1 text-12 text-ink-3 max-md:px-4">
        {problem ? (
          <span role="alert" className="text-error">
            {problem}
          </span>
        ) : (
          <>
            <span className="text-ink">{count === 1 ? '1 cell' : `${count} cells`} selected</span>
            {!readOnly && (
              <span className="max-md:hidden">
                {count > 1 ? 'Type and Enter set all, Ctrl+D fills down' : 'Enter types, Shift and arrows select'},
                Ctrl+V puts cells of a spreadsheet down
              </span>
            )}
          </>
        )}
      </div>
    </>
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
