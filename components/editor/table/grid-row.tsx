'use client'

import { GripVertical, PanelRightOpen } from 'lucide-react'
import { memo, type CSSProperties, type MouseEvent } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { shownInCell } from '@/lib/plugin/table/cell-value'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { CellEditor } from '../grid/cell-editor'
import { dropMark } from '../outline/drag-rows'

export const ROW = 28

/** The cell that is being typed in; it stays with its row and column wherever they go. */
export interface Editing {
  file: string
  column: number
  text: string
}

interface GridRowProps {
  id: string
  index: number
  row: ItemRow
  columns: readonly Column[]
  tracks: CSSProperties
  top: number
  /** Columns that are chosen in this row, and the one that has the focus; "" for none. */
  chosen: string
  active: number | undefined
  editing: Editing | undefined
  movable: boolean
  onPress: (event: MouseEvent, row: number, column: number) => void
  onEnter: (event: MouseEvent, row: number, column: number) => void
  onOpen: (file: string) => void
  onOpenCell: (row: number, column: number) => void
  onDone: (text: string | undefined, next?: { row: number; column: number }) => boolean
}

/** One document as a row of cells; drawn again only where what it shows is other. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, index, row, columns, tracks, top, chosen, active, editing, movable } = props
  const inChosen = chosen === '' ? [] : chosen.split(' ').map(Number)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ ...tracks, height: ROW, transform: `translateY(${top}px)` }}
      data-drag={movable ? row.file : undefined}
      data-list={row.parent}
      data-index={row.index}
      className={classNames(
        'group absolute inset-x-0 top-0 grid border-b border-line',
        dropMark,
        inChosen.length > 0 && 'bg-hover',
        // What is typed into stands over the rows below.
        editing && 'z-(--z-popover)',
      )}
    >
      {columns.map((column, at) => {
        const on = active === at
        const text = row.cells[at] ?? (at === 0 ? row.name : '')
        return (
          <div
            key={column.at.join('.')}
            id={`${id}-${index}-${at}`}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-selected={inChosen.includes(at)}
            title={text}
            onMouseDown={(event) => props.onPress(event, index, at)}
            onMouseEnter={(event) => props.onEnter(event, index, at)}
            onDoubleClick={() => props.onOpenCell(index, at)}
            className={classNames(
              'relative flex min-w-0 items-center border-l border-line px-2.5 first:border-l-0 first:pl-6',
              at === 0 && 'sticky left-0 z-1 bg-surface',
              column.right && 'code-text justify-end',
              inChosen.includes(at) && 'bg-accent-soft',
              on && 'bg-surface shadow-[inset_0_0_0_2px_var(--ring)]',
              editing?.column === at && 'z-(--z-popover)',
            )}
          >
            {at === 0 && movable && (
              <span
                draggable
                aria-hidden
                className="absolute inset-y-0 left-1 grid w-4 cursor-grab place-items-center text-ink-3 opacity-0 group-hover:opacity-100"
                onMouseDown={(event) => event.stopPropagation()}
              >
                <Icon of={GripVertical} size={14} />
              </span>
            )}
            {editing?.column === at ? (
              <CellEditor
                name={`${column.title} of ${row.name}`}
                start={editing.text}
                words={wordsOf(column)}
                several={column.node?.items !== undefined}
                onDone={props.onDone}
              />
            ) : (
              <span className={classNames('truncate', at === 0 && 'code-text font-medium')}>
                {text === '' ? <span className="text-ink-3">–</span> : shownInCell(column.node, text)}
              </span>
            )}
            {at === 0 && (
              <span
                className={classNames('ml-auto w-0 overflow-hidden group-hover:w-auto', on && 'w-auto')}
                onMouseDown={(event) => event.stopPropagation()}
                onDoubleClick={(event) => event.stopPropagation()}
              >
                <IconButton
                  icon={PanelRightOpen}
                  size="compact"
                  tabIndex={-1}
                  label={`Open ${row.name}`}
                  shortcut="enter"
                  onClick={() => props.onOpen(row.file)}
                />
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
})

const yes = [{ word: 'yes', title: 'yes' }]

function wordsOf({ node }: Column): readonly { word: string; title: string }[] {
  if (node?.types.length === 1 && node.types[0] === 'boolean') return yes
  const words = node?.words ?? node?.items?.words ?? Object.keys(node?.meta.choices ?? {})
  return words.map((word) => ({ word, title: node?.meta.choices?.[word]?.title ?? word }))
}
