'use client'

import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { newItem } from '@/lib/plugin/schema/new-item'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { isMap } from '../field-node'
import { Note } from '../note'
import { useDisabled, useReading, useSource } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { OptionRow } from './option-row'
import { ItemRow } from './item-row'
import { freeNameOf, itemNames, rowKeys } from './row-names'

/** A list, or a map with free keys, as rows that open: add, duplicate, delete, reorder by pointer and keyboard. */
export function RowsField({ node, path, id, labelId, noteId, ready }: WidgetProps) {
  const source = useSource()
  const disabled = useDisabled()
  const dragId = useId()
  const keys = useReading((each) => rowKeys(valueAt(each.value(), path)).join('\u0000'))
  const rows = keys === '' ? [] : keys.split('\u0000')
  const named = useReading(
    (each) =>
      isMap(valueAt(each.value(), path)) || (node.widget === 'entries' && !Array.isArray(valueAt(each.value(), path))),
  )
  const noun = node.item?.noun ?? node.title.toLowerCase()
  const pointed = useReading((each) => {
    const { at, reveal } = each.focus()
    const inside = at.length > path.length && path.every((key, index) => String(key) === String(at[index]))
    return inside ? `${reveal} ${String(at[path.length])}` : ''
  })
  const [state, setState] = useState({ open: rowOf(pointed), pointed: revealOf(pointed) })
  if (revealOf(pointed) !== state.pointed) setState({ open: rowOf(pointed) ?? state.open, pointed: revealOf(pointed) })
  const [added, setAdded] = useState<string>()
  const open = (row: string | undefined) => setState({ open: row, pointed: state.pointed })

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )

  function move(from: number, to: number) {
    if (to < 0 || to >= rows.length || from === to) return
    const outcome = source.move(path, from, to, `Move ${noun}`)
    if (outcome.ok && !named && state.open !== undefined) open(String(moved(Number(state.open), from, to)))
  }

  function add(value: unknown, index: number, label: string, key?: string) {
    const outcome =
      key === undefined ? source.insert(path, index, value, label) : source.set([...path, key], value, label)
    if (!outcome.ok) return
    open(key ?? String(index))
    setAdded(key ?? String(index))
    source.setFocus([...path, key ?? index])
  }

  function toggle(row: string, index: number) {
    const opens = state.open !== row
    open(opens ? row : undefined)
    setAdded(undefined)
    if (opens) source.setFocus([...path, named ? row : index])
  }

  function addNew() {
    const list = valueAt(source.value(), path)
    const name = freeNameOf(noun, itemNames(list))
    const value = node.item ? newItem(node.item, name) : null
    add(value, rows.length, `Add ${noun}`, named ? name : undefined)
  }

  function duplicate(index: number) {
    const list = valueAt(source.value(), path)
    const row = rows[index]
    if (row === undefined) return
    const value = valueAt(list, [named ? row : index])
    const nameKey = node.item?.row[0]
    const old = named
      ? row
      : nameKey !== undefined && isMap(value) && typeof value[nameKey] === 'string'
        ? value[nameKey]
        : noun
    const name = freeNameOf(old, itemNames(list))
    const copy = !named && nameKey !== undefined && isMap(value) ? { ...value, [nameKey]: name } : value
    add(copy, index + 1, `Duplicate ${noun}`, named ? name : undefined)
  }

  function remove(index: number) {
    const row = rows[index]
    if (row === undefined) return
    const outcome = source.remove([...path, named ? row : index], `Delete ${noun}`)
    if (!outcome.ok) return
    if (named ? state.open === row : Number(state.open) === index) open(undefined)
    else if (!named && Number(state.open) > index) open(String(Number(state.open) - 1))
  }

  // Options stand beside their label like any other field.
  const boxed = node.widget === 'options'
  const Item = boxed ? OptionRow : ItemRow
  return (
    <section aria-labelledby={labelId} className={classNames('group/rows', boxed ? '[--pad:0px]' : '-mx-(--pad)')}>
      {!boxed && (
        <h2 id={labelId} className="px-(--pad) pb-2 pt-3 font-semibold group-only/rows:sr-only">
          {node.title}
        </h2>
      )}
      {rows.length === 0 && !boxed && <p className="px-(--pad) pb-2 text-ink-2">{node.description}</p>}
      <DndContext
        id={dragId}
        sensors={sensors}
        collisionDetection={closestTop}
        onDragEnd={({ active, over }) => over && move(rows.indexOf(String(active.id)), rows.indexOf(String(over.id)))}
      >
        <SortableContext items={rows} strategy={verticalListSortingStrategy} disabled={disabled}>
          <ol>
            {rows.map((row, index) => (
              <Item
                key={row}
                id={row}
                index={index}
                last={index === rows.length - 1}
                named={named}
                node={node}
                path={[...path, named ? row : index]}
                noun={noun}
                open={state.open === row}
                added={added === row}
                onToggle={() => toggle(row, index)}
                onDuplicate={() => duplicate(index)}
                onRemove={() => remove(index)}
                onMove={(by) => move(index, index + by)}
                onRenamed={(key) => open(key)}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {!disabled && (
        <button
          type="button"
          onClick={addNew}
          data-ready-control={ready || undefined}
          id={boxed ? id : undefined}
          aria-label={`Add ${noun}`}
          className={classNames(
            'quick flex h-9 w-full items-center gap-2.5 border-y border-line pl-[max(0px,calc(var(--pad)-12px))] text-ink-2 hover:bg-hover hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:h-11',
            boxed && 'h-7 border-0',
          )}
        >
          <span className="grid w-4 place-items-center">
            <Icon of={Plus} size={14} />
          </span>
          Add {noun}
        </button>
      )}
      <div className="px-(--pad)">
        <Note node={node} path={path} noteId={noteId} help={boxed && rows.length === 0} />
      </div>
    </section>
  )
}

function revealOf(pointed: string): string {
  return pointed.split(' ')[0] ?? ''
}

function rowOf(pointed: string): string | undefined {
  return pointed === '' ? undefined : pointed.slice(pointed.indexOf(' ') + 1)
}

/** By upper edges: an open row is tall, its middle says little. */
const closestTop: CollisionDetection = ({ collisionRect, droppableRects, droppableContainers }) =>
  droppableContainers
    .flatMap((container) => {
      const rect = droppableRects.get(container.id)
      return rect
        ? [{ id: container.id, data: { droppableContainer: container, value: Math.abs(collisionRect.top - rect.top) } }]
        : []
    })
    .sort((one, other) => one.data.value - other.data.value)

/** Where a row stands after another one moved. */
function moved(row: number, from: number, to: number): number {
  if (row === from) return to
  if (from < row && to >= row) return row - 1
  if (from > row && to <= row) return row + 1
  return row
}
