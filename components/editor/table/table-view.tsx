'use client'

import { ClipboardPaste, Plus, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { itemListOf } from '@/lib/plugin/item-lists'
import { documentTypeOf } from '@/lib/plugin/references'
import { columnsOf, parentOfRows, rowsOf, type ItemRow } from '@/lib/plugin/table/item-table'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import type { EditorState } from '../store/store'
import { useUiStore } from '../store/ui-state'
import { useEditor } from '../store/use-editor'
import { useSettled } from '../store/use-settled'
import { useLeaveView } from '../use-leave-view'
import type { Sort } from './column-head'
import { ItemsGrid } from './items-grid'
import { PasteSheet, type PastedCells } from './paste-sheet'

const filesOf = (state: EditorState) => state.files

/** All documents of one type side by side, in place of the form; the file of the chosen row stands beside it. */
export default function TableView({ typeId }: { typeId: string }) {
  const ui = useUiStore()
  const files = useSettled(filesOf)
  const readOnly = useEditor((state) => state.readOnly)
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<Sort>()
  const [pasting, setPasting] = useState<'sheet' | PastedCells>()
  const box = useRef<HTMLElement>(null)
  const type = documentTypeById(typeId)
  const columns = useMemo(() => (type ? columnsOf(type) : []), [type])
  const all = useMemo(() => (type ? rowsOf(files, type, columns) : []), [files, type, columns])
  const rows = useMemo(() => arranged(all, words, sort), [all, words, sort])
  const parent = useMemo(() => parentOfRows(files, typeId, all), [files, typeId, all])
  const noun = parent === undefined ? undefined : itemListOf(documentTypeOf(files, parent), typeId)?.noun

  useLeaveView(box)
  const place = useMemo(() => (parent === undefined ? undefined : { parent, type: typeId }), [parent, typeId])
  if (!type?.table) return null
  const { title } = type.table

  function sortBy(column: number) {
    if (sort?.column !== column) setSort({ column, by: 'ascending' })
    else setSort(sort.by === 'ascending' ? { column, by: 'descending' } : undefined)
  }

  return (
    <section ref={box} aria-label={title} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-11 flex-wrap items-center gap-2.5 border-b border-line px-6 py-2 max-md:px-4">
        <h2 className="text-15 font-semibold">{title}</h2>
        <Input
          type="search"
          aria-label={`Filter ${titleInside(title)}`}
          placeholder={`Filter ${all.length}`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          edge="min-w-24 max-w-48 flex-1"
        />
        <div className="ml-auto flex items-center gap-2.5">
          {!readOnly && (
            <>
              <Button size="compact" icon={ClipboardPaste} onClick={() => setPasting('sheet')}>
                Paste a sheet
              </Button>
              {parent !== undefined && noun !== undefined && (
                <Button
                  size="compact"
                  icon={Plus}
                  onClick={() =>
                    ui.set({ task: { kind: 'add', parent, noun, type: typeId }, drawer: true, pane: 'outline' })
                  }
                >
                  Add {noun}
                </Button>
              )}
            </>
          )}
          <IconButton icon={X} size="compact" label="Close the table" onClick={() => ui.set({ view: undefined })} />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="px-6 py-4 text-ink-2 max-md:px-4">
          {words === '' ? 'There is nothing to show yet.' : `Nothing has “${words}”.`}
        </p>
      ) : (
        <ItemsGrid
          title={title}
          columns={columns}
          rows={rows}
          sort={sort}
          onSort={sortBy}
          onPreview={(text, from) => setPasting({ text, from, rows })}
        />
      )}
      {pasting && (
        <PasteSheet
          columns={columns}
          rows={all}
          place={place}
          pasted={pasting === 'sheet' ? undefined : pasting}
          onClose={() => setPasting(undefined)}
        />
      )}
    </section>
  )
}

/** Rows that have the words, sorted within their groups. */
function arranged(all: readonly ItemRow[], words: string, sort: Sort | undefined): ItemRow[] {
  const wanted = words.trim().toLowerCase()
  const rows = all.filter(({ name, cells }) => `${name} ${cells.join(' ')}`.toLowerCase().includes(wanted))
  const groups = [...new Set(rows.map(({ group }) => group))]
  const textOf = ({ cells }: ItemRow) => cells[sort?.column ?? 0] ?? ''
  const order = (one: ItemRow, other: ItemRow) =>
    groups.indexOf(one.group) - groups.indexOf(other.group) ||
    (sort ? compared(textOf(one), textOf(other)) * (sort.by === 'ascending' ? 1 : -1) : 0)
  return rows.sort(order)
}

const collator = new Intl.Collator('en', { numeric: true })

/** Numbers by their size, with decimals; all else as people sort words. */
function compared(one: string, other: string): number {
  const [left, right] = [Number(one), Number(other)]
  return one !== '' && other !== '' && !Number.isNaN(left) && !Number.isNaN(right)
    ? left - right
    : collator.compare(one, other)
}
