'use client'

import { useState } from 'react'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import type { Column, ItemRow } from '@/lib/plugin/table/item-table'
import { setCells, type CellEdit } from '@/lib/plugin/table/set-cells'
import type { Cell } from '../grid/use-grid'
import { useEditor, useStore } from '../store/use-editor'

/** Edits of the cells of a table, each one step of undo, and why the last one was refused. */
export function useCellEdits(columns: readonly Column[], rows: readonly ItemRow[]) {
  const store = useStore()
  const readOnly = useEditor((state) => state.readOnly)
  const [problem, setProblem] = useState<string>()
  const textOf = ({ row, column }: Cell) => rows[row]?.cells[column] ?? ''

  /** How many cells changed; undefined where the text was refused. */
  function edit(cells: readonly (Cell & { text: string })[], said = 'Change'): number | undefined {
    const edits = cells.flatMap((each): CellEdit[] => {
      const [row, column] = [rows[each.row], columns[each.column]]
      // Many rows with one name are none.
      const wanted = row && column && textOf(each) !== each.text && (!column.renames || cells.length === 1)
      return wanted ? [{ file: row.file, column, text: each.text }] : []
    })
    return change(edits, said)
  }

  function change(edits: readonly CellEdit[], said: string): number | undefined {
    const [first] = edits
    setProblem(undefined)
    if (readOnly || !first) return 0
    const name = rows.find(({ file }) => file === first.file)?.name ?? first.file
    const one = `Change ${titleInside(first.column.title)} of ${name}`
    const label = edits.length === 1 ? one : `${said} ${edits.length} cells`
    const edited = store.edit(label, (now) => setCells(now, edits), { quiet: true })
    if (!edited.ok) setProblem(edited.reason)
    return edited.ok ? edits.length : undefined
  }

  const fill = (cells: readonly Cell[], text: string) => edit(cells.map((each) => ({ ...each, text })))

  return { readOnly, problem, setProblem, textOf, edit, change, fill }
}
