import { Ellipsis } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { ItemMenuEntries } from './item-menu'
import type { OutlineActions } from './use-actions'

/** What can be done with the item of a row; to be seen while the pointer or the focus is there. */
export function RowMenu({
  file,
  name,
  place,
  actions,
}: {
  file: string
  name: string
  place: { index: number; count: number }
  actions: OutlineActions
}) {
  return (
    <span
      className="w-0 overflow-hidden pointer-coarse:w-auto focus-within:w-auto group-hover:w-auto has-[[data-state=open]]:w-auto"
      onClick={(event) => event.stopPropagation()}
    >
      <Menu trigger={<IconButton icon={Ellipsis} size="compact" tabIndex={-1} label={`More for ${name}`} />}>
        <ItemMenuEntries file={file} place={place} actions={actions} />
      </Menu>
    </span>
  )
}
