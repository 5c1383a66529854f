'use client'

import { FileText, Plus } from 'lucide-react'
import { memo } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { NamedIcon } from '@/components/ui/named-icon'
import { Badge } from '@/components/ui/severity'
import { itemListOf } from '@/lib/plugin/item-lists'
import type { OutlineNode } from '@/lib/plugin/outline'
import { documentTypeOf } from '@/lib/plugin/references'
import { useUiStore } from '../store/ui-state'
import { useStore } from '../store/use-editor'
import { dropMark } from './drag-rows'
import { NameInput } from './name-input'
import { isItem, type Line } from './outline-lines'
import { RowMenu } from './row-menu'
import type { SeverityCounts } from './severity-counts'
import type { OutlineActions } from './use-actions'

/** Said where somebody is faster than the network. */
const notLoaded = 'A part of the editor has not loaded yet. Try again.'
const severities = ['error', 'publish', 'advice'] as const
interface RowProps extends Line {
  on: boolean
  stop: boolean
  counts: SeverityCounts | undefined
  movable: boolean
  renaming: boolean
  adding: boolean
  choose: (node: OutlineNode) => void
  actions: OutlineActions | undefined
}

/** Nodes are made anew from the files each time: a row is drawn again only where what it shows is other. */
function looksSame(before: RowProps, after: RowProps): boolean {
  return before.choose === after.choose && before.actions === after.actions && shownOf(before) === shownOf(after)
}

const shownOf = (row: RowProps) =>
  JSON.stringify(row, (key, value: unknown) => (key === 'children' ? undefined : value))

/** One line of the outline, with its name or the field to change it, what is wrong and what can be done. */
export const OutlineRow = memo(function OutlineRow({
  node,
  level,
  on,
  stop,
  counts,
  place,
  movable,
  renaming,
  adding,
  choose,
  actions,
}: RowProps) {
  const ui = useUiStore()
  const store = useStore()
  const parent = node.canAdd
  const broken = node.trouble === 'unreadable'
  if (renaming && node.file !== undefined) {
    const { file } = node
    return (
      <NameInput
        inTree
        label={`New name of ${node.name}`}
        start={node.name}
        hint="Renames its files too, and whatever names them"
        className={level > 1 ? 'pl-8' : undefined}
        onKeep={(name) => {
          const refusal = actions ? actions.rename(file, name) : notLoaded
          if (refusal === undefined) ui.set({ task: undefined, reach: store.get().place.file })
          return refusal
        }}
        onDrop={(byKey) => ui.set({ task: undefined, ...(byKey ? { reach: node.id } : {}) })}
      />
    )
  }
  const own = node.trouble ? node.name.slice(node.name.lastIndexOf('/') + 1) : node.name
  const title = level > 1 && own !== '' && node.type !== 'text' ? own : node.title
  const sub =
    level === 1 && node.type !== 'items' && node.type !== 'manifest' ? own : node.type === 'text' ? node.name : ''
  return (
    <>
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={on}
        data-id={node.id}
        tabIndex={stop ? 0 : -1}
        {...(movable && {
          draggable: true,
          'data-drag': node.file,
          'data-list': place?.list,
          'data-index': place?.index,
        })}
        onClick={() => choose(node)}
        className={classNames(
          dropMark,
          'group quick relative flex h-7 select-none items-center gap-2 pl-3.5 pr-2 hover:bg-hover focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-md:h-11',
          level > 1 && 'pl-[38px]',
          on &&
            "bg-accent-soft font-medium text-accent-ink before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-[''] hover:bg-accent-soft",
        )}
      >
        {level === 1 && <NamedIcon name={node.icon} instead={FileText} className={on ? 'text-accent' : 'text-ink-3'} />}
        <span className="truncate">
          {title} {sub !== '' && <span className={on ? 'font-normal' : 'text-ink-3'}>{sub}</span>}
        </span>
        <span className="ml-auto flex shrink-0 items-center gap-1.5">
          {node.trouble === 'missing' && <span className="text-11 text-error">missing</span>}
          <span
            className="flex items-center gap-1.5 empty:hidden"
            title={broken ? `${node.file} does not parse` : undefined}
          >
            {severities.map((severity) => (
              <Badge
                key={severity}
                of={severity}
                count={counts?.[severity] ?? (broken && severity === 'error' ? 1 : 0)}
              />
            ))}
          </span>
          {node.count !== undefined && node.count > 0 && <span className="text-11 text-ink-3">{node.count}</span>}
          {parent && (
            <IconButton
              icon={Plus}
              size="compact"
              tabIndex={-1}
              label={`Add ${parent.noun}`}
              onClick={(event) => {
                event.stopPropagation()
                ui.set({ task: { kind: 'add', ...parent } })
              }}
            />
          )}
          {hasMenu(node) && place && actions && (
            <RowMenu file={node.file} name={node.name} place={place} actions={actions} />
          )}
        </span>
      </div>
      {adding && parent && (
        <NameInput
          inTree
          label={`Name of the new ${parent.noun}`}
          start=""
          className="pl-8"
          paste={parent.paste}
          onPaste={(text) => {
            const list = itemListOf(documentTypeOf(store.get().files, parent.parent), parent.type)
            if (text !== '' && list?.paste?.inputFor(text) === undefined) return false
            ui.set({ task: undefined, paste: { parent: parent.parent, text } })
            return true
          }}
          onKeep={(name) => {
            const refusal = actions ? actions.add(parent.parent, parent.noun, name, parent.type) : notLoaded
            if (refusal === undefined)
              ui.set({ task: undefined, drawer: false, pane: 'form', reach: store.get().place.file })
            return refusal
          }}
          onDrop={(byKey) => ui.set({ task: undefined, ...(byKey ? { reach: node.id } : {}) })}
        />
      )}
    </>
  )
}, looksSame)

function hasMenu(node: OutlineNode): node is OutlineNode & { file: string } {
  return isItem(node) && node.type !== 'manifest' && node.file !== undefined
}
