'use client'

import { useSortable } from '@dnd-kit/sortable'
import { ArrowDown, ArrowUp, Copy, Ellipsis, GripVertical, Trash2 } from 'lucide-react'
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { FieldNode } from '../field-node'
import { useDisabled } from '../source-context'

export interface RowProps {
  readonly id: string
  readonly index: number
  readonly last: boolean
  /** The row is an entry of a map: its name is its key. */
  readonly named: boolean
  /** The list. */
  readonly node: FieldNode
  readonly path: YamlPath
  readonly noun: string
  readonly open: boolean
  /** It was made just now: its first field takes the focus. */
  readonly added: boolean
  readonly onToggle: () => void
  /** Absent where the list is full. */
  readonly onDuplicate?: () => void
  readonly onRemove: () => void
  readonly onMove: (by: 1 | -1) => void
}

/** What can be dragged: the element to move and its handle. */
export function useRowDrag(id: string) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
  })
  const style: CSSProperties = {
    transform: transform ? `translate3d(${isDragging ? 8 : 0}px, ${Math.round(transform.y)}px, 0)` : undefined,
    transition,
  }
  return { setNodeRef, handle: { ref: setActivatorNodeRef, ...attributes, ...listeners }, style, lifted: isDragging }
}

/** For the fields of a row: the first takes the focus once, when the row was made just now. */
export function useFocusWhenAdded(added: boolean) {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = added ? fields.current?.querySelector('input') : undefined
    first?.focus()
    // Typing replaces the name that was made up.
    first?.select()
  }, [added])
  return fields
}

export const liftedRow = 'relative z-10 rounded-control bg-raised shadow-lift'

/** The handle that is always there; Space lifts the row, arrows move it, Escape puts it back. */
export function RowHandle({ name, handle }: { name: string; handle: ReturnType<typeof useRowDrag>['handle'] }) {
  const disabled = useDisabled()
  return (
    <button
      type="button"
      {...handle}
      disabled={disabled}
      aria-label={`Move ${name}`}
      className="grid h-6 w-4 touch-none place-items-center rounded-tag text-ink-3 opacity-75 hover:opacity-100 disabled:opacity-40 max-sm:hidden"
    >
      <Icon of={GripVertical} size={14} />
    </button>
  )
}

export function RowMenu({
  name,
  row,
}: {
  name: string
  row: Pick<RowProps, 'index' | 'last' | 'onDuplicate' | 'onMove' | 'onRemove'>
}) {
  return (
    <Menu
      trigger={
        <IconButton
          icon={Ellipsis}
          size="compact"
          label={`More for ${name}`}
          className="max-sm:size-11 sm:opacity-0 sm:focus-visible:opacity-100 sm:pointer-coarse:opacity-100 sm:group-hover:opacity-100 sm:data-[state=open]:opacity-100"
        />
      }
    >
      {row.onDuplicate && (
        <MenuItem icon={Copy} onSelect={row.onDuplicate}>
          Duplicate
        </MenuItem>
      )}
      {row.index > 0 && (
        <MenuItem icon={ArrowUp} onSelect={() => row.onMove(-1)}>
          Move up
        </MenuItem>
      )}
      {!row.last && (
        <MenuItem icon={ArrowDown} onSelect={() => row.onMove(1)}>
          Move down
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={row.onRemove}>
        Delete
      </MenuItem>
    </Menu>
  )
}

/** The bar at the left edge of an open row and of its lines in the file. */
export function RowBar({ children, open }: { children: ReactNode; open: boolean }) {
  return (
    <div
      className={classNames(
        'relative',
        open && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-line-strong before:content-['']",
      )}
    >
      {children}
    </div>
  )
}
