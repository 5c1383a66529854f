import { Ellipsis } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { outlineActions } from './actions'
import { ItemMenuEntries } from './item-menu'

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
  actions: ReturnType<typeof outlineActions>
}) {
  return (
    <span
      className="w-0 overflow-hidden focus-within:w-auto group-hover:w-auto has-[[data-state=open]]:w-auto"
      onClick={(event) => event.stopPropagation()}
    >
      <Menu trigger={<IconButton icon={Ellipsis} size="compact" tabIndex={-1} label={`More for ${name}`} />}>
        <ItemMenuEntries file={file} place={place} actions={actions} />
      </Menu>
    </span>
  )
}
