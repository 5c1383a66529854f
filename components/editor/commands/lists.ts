import { Plus } from 'lucide-react'
import { fieldsOf } from '@/components/form/field-node'
import { isShown, sectionsOf } from '@/components/form/layout'
import { newRow } from '@/components/form/widgets/new-row'
import { documentTypeOf } from '@/lib/plugin/references'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { nameKeyOf } from '@/lib/plugin/schema/new-item'
import { documentSource } from '../document-source'
import type { CommandContext, PaletteItem } from './commands'

/** "Add parameter" for each list of the open document; the new row is gone to, its name in focus. */
export function listsOf({ store, ui }: Pick<CommandContext, 'store' | 'ui'>): PaletteItem[] {
  const { files, place } = store.get()
  const type = documentTypeOf(files, place.file)
  const source = documentSource(store, place.file)
  if (!type || source.disabled()) return []
  return sectionsOf(fieldsOf(type), type.form).flatMap((section) =>
    [...section.fields, ...section.rare].flatMap(({ node, path }): PaletteItem[] => {
      const list = valueAt(source.value(), path)
      const isList = node.widget === 'list' || node.widget === 'entries'
      const count = Array.isArray(list) ? list.length : Object.keys(list ?? {}).length
      if (
        !isList ||
        !node.item ||
        count >= (node.most ?? Infinity) ||
        !isShown(node, list, valueAt(source.value(), path.slice(0, -1)))
      )
        return []
      const { item } = node
      const run = () => {
        const row = newRow(node, source.value(), path)
        const label = `Add ${item.noun}`
        const added =
          row.key === undefined
            ? source.insert(path, row.index, row.value, label)
            : source.set([...path, row.key], row.value, label)
        if (!added.ok) return store.note({ notice: added.reason })
        const own = row.key === undefined ? nameKeyOf(item) : '#key'
        ui.set({ pane: 'form', view: undefined })
        store.select({ file: place.file, at: [...path, row.key ?? row.index, ...(own ? [own] : [])] }, 'keys')
      }
      return [{ id: `add ${path.join('.')}`, text: `Add ${item.noun}`, detail: section.title, icon: Plus, run }]
    }),
  )
}
