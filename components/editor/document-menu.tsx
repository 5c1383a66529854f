import { Ellipsis, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { showToast } from '@/components/ui/toast'
import type { DocumentType } from '@/lib/plugin/document'
import { itemLists } from '@/lib/plugin/item-lists'
import { ListActions } from './list-actions'
import { outlineActions, removableKind, siblings } from './outline/actions'
import { ItemMenuEntries } from './outline/item-menu'
import { undoNewest } from './store/undo-newest'
import { useEditor, useStore } from './store/use-editor'

/** What can be done with the open document, one that a list names or that lists others, at the head of its form. */
export function DocumentMenu({ file, type, name }: { file: string; type: DocumentType; name: string }) {
  const store = useStore()
  const readOnly = useEditor((state) => state.readOnly)
  const index = useEditor((state) => {
    const place = siblings(state.files, file)
    return place ? `${place.index} ${place.count}` : ''
  })
  const removable = useEditor((state) => removableKind(state.files, file))
  const actions = useMemo(() => outlineActions(store), [store])
  if (readOnly) return null
  if (itemLists(type).length > 0) {
    return (
      <>
        <ListActions file={file} type={type} />
        {removable !== undefined && (
          <Menu trigger={<IconButton icon={Ellipsis} size="compact" label={`More for ${name}`} />}>
            <MenuItem
              icon={Trash2}
              danger
              onSelect={() => {
                if (actions.removeKind(removable) === undefined)
                  showToast(`${type.title} removed`, { label: 'Undo', run: undoNewest(store) })
              }}
            >
              Remove with all that it lists
            </MenuItem>
          </Menu>
        )}
      </>
    )
  }
  const [at, count] = index.split(' ').map(Number)
  if (index === '' || at === undefined || count === undefined || at < 0) return null
  return (
    <Menu trigger={<IconButton icon={Ellipsis} size="compact" label={`More for ${name}`} />}>
      <ItemMenuEntries file={file} place={{ index: at, count }} actions={actions} />
    </Menu>
  )
}
