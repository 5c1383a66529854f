'use client'

import { ArrowDown, ArrowUp, Copy, Pencil, Trash2 } from 'lucide-react'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toast'
import { useUiStore } from '../store/ui-state'
import { undoNewest } from '../store/undo-newest'
import { useStore } from '../store/use-editor'
import type { OutlineActions } from './use-actions'

/** What can be done with an item of the plugin, in the outline and at the head of its form. */
export function ItemMenuEntries({
  file,
  place,
  actions,
}: {
  file: string
  place: { index: number; count: number }
  actions: OutlineActions
}) {
  const ui = useUiStore()
  const store = useStore()
  return (
    <>
      <MenuItem
        icon={Pencil}
        shortcut="F2"
        onSelect={() => ui.set({ task: { kind: 'rename', file }, drawer: true, pane: 'outline' })}
      >
        Rename
      </MenuItem>
      <MenuItem icon={Copy} shortcut="mod+d" onSelect={() => actions.duplicate(file)}>
        Duplicate
      </MenuItem>
      {place.index > 0 && (
        <MenuItem icon={ArrowUp} shortcut="alt+up" onSelect={() => actions.move(file, -1)}>
          Move up
        </MenuItem>
      )}
      {place.index < place.count - 1 && (
        <MenuItem icon={ArrowDown} shortcut="alt+down" onSelect={() => actions.move(file, 1)}>
          Move down
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        danger
        onSelect={() => {
          if (actions.removeAndReach(ui, file) === undefined)
            showToast(`${file} deleted`, { label: 'Undo', run: undoNewest(store) })
        }}
      >
        Delete
      </MenuItem>
    </>
  )
}
