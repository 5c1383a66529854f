import { Plus, Table2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import type { DocumentType } from '@/lib/plugin/document'
import type { ItemList } from '@/lib/plugin/item-list'
import { valueOf } from '@/lib/plugin/edit/place'
import { offeredLists } from '@/lib/plugin/item-lists'
import { documentTypeById } from '@/lib/plugin/kinds/registry'
import { useUiStore } from './store/ui-state'
import { useEditor } from './store/use-editor'

/** What can be done with the items that a document lists: a button each where it offers one list, menus where several. */
export function ListActions({ file, type }: { file: string; type: DocumentType }) {
  const ui = useUiStore()
  const lists = offeredLists(
    type,
    useEditor((state) => valueOf(state.files, file)),
  )
  const tables = lists.filter((list) => documentTypeById(list.type)?.table)
  const add = ({ noun, type }: ItemList) =>
    ui.set({ task: { kind: 'add', parent: file, noun, type }, drawer: true, pane: 'outline' })
  return (
    <>
      <OneOrMenu
        icon={Table2}
        one={() => 'Table'}
        several="Tables"
        entry={({ title, noun }) => title ?? noun}
        lists={tables}
        onSelect={(list) => ui.set({ view: list.type })}
      />
      <OneOrMenu
        icon={Plus}
        one={({ noun }) => `Add ${noun}`}
        several="Add"
        entry={({ noun }) => noun}
        lists={lists}
        onSelect={add}
      />
    </>
  )
}

interface OneOrMenuProps {
  icon: LucideIcon
  /** The button for the only list. */
  one: (list: ItemList) => string
  /** The button that opens the menu, and its entries. */
  several: string
  entry: (list: ItemList) => string
  lists: readonly ItemList[]
  onSelect: (list: ItemList) => void
}

function OneOrMenu({ icon, one, several, entry, lists, onSelect }: OneOrMenuProps) {
  const [list, another] = lists
  if (!list) return null
  if (!another)
    return (
      <Button size="compact" look="ghost" icon={icon} onClick={() => onSelect(list)}>
        {one(list)}
      </Button>
    )
  return (
    <Menu
      trigger={
        <Button size="compact" look="ghost" icon={icon}>
          {several}
        </Button>
      }
    >
      {lists.map((each) => (
        <MenuItem key={each.type} onSelect={() => onSelect(each)}>
          {entry(each)}
        </MenuItem>
      ))}
    </Menu>
  )
}
