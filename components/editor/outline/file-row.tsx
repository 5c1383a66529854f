import { ChevronDown, ChevronRight, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { folderOf, intoMark } from './drag-into'
import type { FolderRow } from './folder-rows'

/** A file or folder: its name, whether it is saved, and what can be done with it. */
export function FileRow({
  row: { path, name, level, folder },
  chosen,
  stop,
  open,
  changed,
  fixed,
  onChoose,
  onRename,
  onRemove,
}: {
  row: FolderRow
  chosen: boolean
  /** Tab comes here. */
  stop: boolean
  /** Of a folder. */
  open: boolean
  changed: boolean
  /** It keeps its path. */
  fixed: boolean
  onChoose: () => void
  onRename: () => void
  onRemove: () => void
}) {
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={folder ? open : undefined}
      data-id={path}
      data-into={folder ? path : folderOf(path)}
      {...(!fixed && { draggable: true, 'data-drag': path })}
      tabIndex={stop ? 0 : -1}
      title={path}
      onClick={onChoose}
      style={{ paddingLeft: 14 + (level - 1) * 18 + (folder ? 0 : 18) }}
      className={classNames(
        intoMark,
        'group quick flex h-6 select-none items-center gap-1.5 pr-2 font-mono text-12 text-ink-2 hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:h-11',
        chosen && 'text-accent-ink',
      )}
    >
      {folder && <Icon of={open ? ChevronDown : ChevronRight} size={12} />}
      <span className="truncate">{name}</span>
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {changed && <span title="Not saved yet" className="size-1.5 rounded-round bg-accent" />}
        {!fixed && (
          <span
            className="w-0 overflow-hidden pointer-coarse:w-auto focus-within:w-auto group-hover:w-auto has-[[data-state=open]]:w-auto"
            onClick={(event) => event.stopPropagation()}
          >
            <Menu trigger={<IconButton icon={Ellipsis} size="compact" tabIndex={-1} label={`More for ${path}`} />}>
              <MenuItem icon={Pencil} shortcut="F2" onSelect={onRename}>
                Rename or move
              </MenuItem>
              <MenuItem icon={Trash2} danger onSelect={onRemove}>
                Delete
              </MenuItem>
            </Menu>
          </span>
        )}
      </span>
    </div>
  )
}
