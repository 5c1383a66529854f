'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { languageOf } from '@/components/form/languages'
import { classNames } from '@/components/ui/class-names'
import { showToast } from '@/components/ui/toast'
import type { LocalizedText } from '@/lib/plugin/texts/localized-texts'
import { cellsFromClipboard } from '@/lib/plugin/table/cells'
import { pasteEdits } from '@/lib/plugin/texts/paste'
import { setTexts, type TextEdit } from '@/lib/plugin/texts/set-texts'
import { undoNewest } from '../store/undo-newest'
import { useUiStore } from '../store/ui-state'
import { useEditor, useStore } from '../store/use-editor'
import { CellEditor } from '../grid/cell-editor'
import { useGrid, type Cell } from '../grid/use-grid'

const ROW = 32
const HEAD = 33

/** The texts as a grid: the first column says what a text is and leads there, the others are its languages. */
export function TextsGrid({ rows, languages }: { rows: readonly LocalizedText[]; languages: readonly string[] }) {
  const store = useStore()
  const ui = useUiStore()
  const readOnly = useEditor((state) => state.readOnly)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const [editing, setEditing] = useState<{ key: string; column: number; text: string }>()
  const keys = useMemo(() => rows.map(({ file, path }) => `${file} ${path.join('/')}`), [rows])
  const columns = languages.length + 1
  const textOf = ({ row, column }: Cell) => rows[row]?.texts[languages[column - 1] ?? ''] ?? ''

  function edit(label: string, edits: readonly TextEdit[]): boolean {
    return edits.length > 0 && store.edit(label, (files) => setTexts(files, edits)).ok
  }

  /** The same text in all these cells. */
  function write(cells: readonly Cell[], text: string) {
    const edits = cells.flatMap((each): (TextEdit & { title: string })[] => {
      const [at, language] = [rows[each.row], languages[each.column - 1]]
      if (!at || language === undefined || textOf(each) === text) return []
      return [{ file: at.file, path: at.path, language, text, title: at.title }]
    })
    const [first] = edits
    if (!first) return
    const what = `${first.title} in ${languageOf(first.language).title}`
    edit(edits.length === 1 ? `Change ${what}` : `Change ${edits.length} texts`, edits)
  }

  const grid = useGrid({
    keys,
    columns,
    textOf,
    onEdit(chosen, { typed }) {
      const row = rows[chosen.row]
      if (!row) return
      if (chosen.column > 0) {
        if (!readOnly) setEditing({ key: keys[chosen.row] ?? '', column: chosen.column, text: typed ?? textOf(chosen) })
      } else if (typed === undefined) {
        ui.set({ view: undefined, pane: 'form' })
        store.select({ file: row.file, at: row.path })
      }
    },
    onClear: (cells) => !readOnly && write(cells, ''),
    onPaste(chosen, text) {
      if (readOnly || chosen.column === 0) return
      const cells = cellsFromClipboard(text)
      const edits = pasteEdits(rows, languages, { row: chosen.row, column: chosen.column - 1 }, cells)
      const lost = chosen.column - 1 + Math.max(...cells.map((line) => line.length)) - languages.length
      const lostColumns = lost > 0 ? `; no place for ${lost === 1 ? '1 column' : `${lost} columns`}` : ''
      const what = edits.length === 1 ? '1 text' : `${edits.length} texts`
      if (edit(`Paste ${what}`, edits))
        showToast(`${what} changed${lostColumns}`, { label: 'Undo', run: undoNewest(store) })
    },
  })

  const { cell, move, chosenRows, chosenColumns } = grid

  // The list is measured by its box; nothing of it is remembered between renders.
  // eslint-disable-next-line react-hooks/incompatible-library
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    // The head stands over what is scrolled.
    scrollPaddingEnd: HEAD,
    overscan: 12,
  })
  useEffect(() => list.scrollToIndex(cell.row), [list, cell.row])
  useEffect(() => box.current?.focus(), [])

  function done(text: string | undefined, next?: { row: number; column: number }) {
    const edited = editing && { row: keys.indexOf(editing.key), column: editing.column }
    if (edited && edited.row >= 0 && text !== undefined) write(next?.column === 0 ? grid.cells : [edited], text)
    setEditing(undefined)
    box.current?.focus()
    if (next) move(cell.row + next.row, cell.column + next.column)
    return true
  }

  const tracks = {
    gridTemplateColumns: `minmax(min(320px, 50vw), 1.8fr) repeat(${languages.length}, minmax(160px, 1fr))`,
  }
  return (
    <div
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label="Texts of the plugin"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns}
      aria-readonly={readOnly || undefined}
      aria-activedescendant={`${id}-${cell.row}-${cell.column}`}
      {...(editing ? {} : grid.handlers)}
      className="min-h-0 flex-1 select-none overflow-auto outline-none [--ring:var(--control)] focus-within:[--ring:var(--accent)] focus-visible:shadow-none"
    >
      <div
        role="row"
        aria-rowindex={1}
        style={tracks}
        className="sticky top-0 z-(--z-sticky) grid min-w-fit border-b border-line bg-surface"
      >
        <Head>Text</Head>
        {languages.map((language) => (
          <Head key={language}>
            {languageOf(language).title} <code className="font-normal">{language}</code>
          </Head>
        ))}
      </div>
      <div role="presentation" className="relative min-w-fit" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              style={{ ...tracks, height: ROW, transform: `translateY(${start}px)` }}
              className={classNames(
                'absolute inset-x-0 top-0 grid border-b border-line',
                // What is typed into stands over the rows below.
                editing?.key === keys[index] && 'z-(--z-popover)',
              )}
            >
              {['', ...languages].map((language, column) => {
                const on = cell.row === index && cell.column === column
                const text = column === 0 ? row.title : (row.texts[language] ?? '')
                const isEdited = editing?.key === keys[index] && editing?.column === column
                const inside = grid.cells.length > 1 && chosenRows.includes(index) && chosenColumns.includes(column)
                return (
                  <div
                    key={language}
                    id={`${id}-${index}-${column}`}
                    role={column === 0 ? 'rowheader' : 'gridcell'}
                    aria-selected={on || inside}
                    lang={language === '' ? undefined : languageOf(language).tag}
                    title={column === 0 ? `${row.file} › ${row.path.join(' › ')}` : text}
                    onMouseDown={(event) => grid.press(event, index, column)}
                    onMouseEnter={(event) => grid.enter(event, index, column)}
                    onDoubleClick={() =>
                      column > 0 && !readOnly && setEditing({ key: keys[index] ?? '', column, text })
                    }
                    className={classNames(
                      'relative flex min-w-0 items-center gap-2 border-l border-line px-2.5 first:border-l-0 first:pl-6',
                      inside && 'bg-accent-soft',
                      on && 'bg-surface shadow-[inset_0_0_0_2px_var(--ring)]',
                      // in a narrow window the file stands below what it is a text of
                      column === 0 && 'max-md:flex-col max-md:items-start max-md:justify-center max-md:gap-0',
                    )}
                  >
                    {isEdited ? (
                      <CellEditor
                        name={`${row.title}, ${languageOf(language).title}`}
                        start={editing.text}
                        onDone={done}
                      />
                    ) : text === '' ? (
                      <span className="size-1.5 rounded-round border border-advice" aria-label="Empty" role="img" />
                    ) : (
                      <span
                        className={classNames(
                          'min-w-0 truncate',
                          column === 0 && 'max-md:max-w-full max-md:leading-[15px]',
                        )}
                      >
                        {text}
                      </span>
                    )}
                    {column === 0 && (
                      <code className="code-12 ml-auto max-w-[40%] shrink-0 truncate text-ink-3 max-md:ml-0 max-md:max-w-full max-md:leading-[15px]">
                        {row.file.slice(row.file.lastIndexOf('/') + 1)}
                      </code>
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Head({ children }: { children: React.ReactNode }) {
  return (
    <div
      role="columnheader"
      className="border-l border-line px-2.5 py-1.5 text-12 text-ink-3 first:border-l-0 first:pl-6"
    >
      {children}
    </div>
  )
}
