'use client'

import { useId, useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FieldNote } from '@/components/ui/field-note'
import { TextArea } from '@/components/ui/text-area'
import { changedPaths } from '@/lib/plugin/files'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { applySheet, hasHeads, planCells, planSheet, type RowsPlace } from '@/lib/plugin/table/sheet'
import { DiffLines } from '../diff-lines'
import { useEditor, useStore } from '../store/use-editor'

/** Cells that are put down from a place of the table on: `rows` as they are seen there. */
export interface PastedCells {
  text: string
  from: { row: number; column: number }
  rows: readonly ItemRow[]
}

/** A sheet of a spreadsheet or a CSV file, or cells pasted into the table, with what they would change. */
export function PasteSheet({
  columns,
  rows,
  place,
  pasted,
  onClose,
}: {
  columns: readonly Column[]
  rows: readonly ItemRow[]
  place: RowsPlace | undefined
  pasted?: PastedCells
  onClose: () => void
}) {
  const id = useId()
  const store = useStore()
  const files = useEditor((state) => state.files)
  const [text, setText] = useState(pasted?.text ?? '')
  const plan = useMemo(
    () =>
      pasted && !hasHeads(text, columns)
        ? planCells(text, pasted.from, columns, pasted.rows, rows)
        : planSheet(text, columns, rows),
    [text, columns, rows, pasted],
  )
  const edited = useMemo(() => plan && applySheet(files, plan, place), [plan, files, place])
  const paths = edited?.ok ? changedPaths(files, edited.files) : []
  const counts = plan
    ? [
        plan.edits.length > 0 ? (plan.edits.length === 1 ? '1 cell changes' : `${plan.edits.length} cells change`) : '',
        plan.added.length > 0 ? (plan.added.length === 1 ? '1 is new' : `${plan.added.length} are new`) : '',
        plan.unknown.length === 1 ? `${plan.unknown.join('')} is no column and is left out` : '',
        plan.unknown.length > 1 ? `${listed(plan.unknown)} are no columns and are left out` : '',
      ].filter((part) => part !== '')
    : []

  function apply() {
    if (!plan) return
    const done = store.edit('Paste a sheet', (now) => applySheet(now, plan, place))
    if (done.ok) onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      wide
      title={pasted ? 'Paste cells' : 'Paste a sheet'}
      answers={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabledReason={paths.length > 0 ? undefined : 'Paste lines that change something first'}
            onClick={apply}
          >
            {paths.length === 1 ? 'Change 1 file' : `Change ${paths.length} files`}
          </Button>
        </>
      }
    >
      <TextArea
        mono
        aria-label="Sheet"
        aria-describedby={`${id}n`}
        least={5}
        most={10}
        spellCheck={false}
        placeholder={columns
          .slice(0, 4)
          .map(({ title }) => title)
          .join('\t')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <FieldNote id={`${id}n`} error={edited?.ok === false ? edited.reason : undefined}>
        {counts.length > 0
          ? `${counts.join('; ')}.`
          : 'The first line names the columns, the first column names the rows. Tabs, commas or semicolons part them; empty cells change nothing.'}
      </FieldNote>
      {plan && plan.problems.length > 0 && (
        <ul aria-label="What is left out" className="grid max-h-40 gap-1 overflow-auto pt-2 text-12 text-error">
          {plan.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {edited?.ok && paths.length > 0 && (
        <section aria-label="What changes" className="grid min-w-0 gap-3 pt-3">
          {paths.slice(0, 40).map((path) => (
            <div key={path} className="min-w-0">
              <h3 className="code-text pb-1 text-ink">{path}</h3>
              <DiffLines
                label={`Change of ${path}`}
                path={path}
                before={files.get(path)}
                after={edited.files.get(path)}
              />
            </div>
          ))}
          {paths.length > 40 && <p className="text-12">and {paths.length - 40} more files</p>}
        </section>
      )}
    </Dialog>
  )
}

/** "a, b and c" */
const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
