import { showToast } from '@/components/ui/toast'
import { andThen, type Edited } from '@/lib/plugin/edit/edited'
import { duplicateItem } from '@/lib/plugin/edit/duplicate-item'
import { moveItem } from '@/lib/plugin/edit/move-item'
import { nameOf } from '@/lib/plugin/edit/place'
import { removeItem } from '@/lib/plugin/edit/remove-item'
import type { Files } from '@/lib/plugin/files'
import type { ItemRow } from '@/lib/plugin/table/item-table'
import type { Store } from '../store/store'
import { undoNewest } from '../store/undo-newest'

/** What is done with whole rows, each one step of undo; a refusal is one sentence. */
export function rowActions(store: Store) {
  function all(label: string, rows: readonly ItemRow[], edit: (files: Files, row: ItemRow) => Edited) {
    const edited = store.edit(
      label,
      (files) => rows.reduce<Edited>((done, row) => andThen(done, (now) => edit(now, row)), { ok: true, files }),
      { quiet: true },
    )
    return edited.ok ? undefined : edited.reason
  }

  const called = (rows: readonly ItemRow[]) => (rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length} rows`)

  return {
    /** Each copy stands behind its own original. */
    duplicate: (rows: readonly ItemRow[]) =>
      all(`Duplicate ${called(rows)}`, rows, (files, { file }) => duplicateItem(files, file)),
    remove(rows: readonly ItemRow[]) {
      const refusal = all(`Delete ${called(rows)}`, rows, (files, { file }) => removeItem(files, file))
      if (refusal === undefined) showToast(`${called(rows)} deleted`, { label: 'Undo', run: undoNewest(store) })
      return refusal
    },
    /** To this place among all rows of its list. */
    moveTo(file: string, to: number) {
      const edited = store.edit(
        `Move ${nameOf(store.get().files, file) ?? file}`,
        (files) => moveItem(files, file, to),
        { quiet: true },
      )
      return edited.ok ? undefined : edited.reason
    },
    /** To the place of `beside`, past it; the rows stay together as they are. */
    move(rows: readonly ItemRow[], beside: ItemRow) {
      const own = rows.filter(({ parent, file }) => parent === beside.parent && file !== beside.file)
      const down = own.every(({ index }) => index < beside.index)
      const ordered = down ? own : [...own].reverse()
      return all(`Move ${called(own)}`, ordered, (files, { file }) => moveItem(files, file, beside.index))
    },
  }
}
