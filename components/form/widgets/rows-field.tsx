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
import { ClipboardPaste, LayoutTemplate, Plus } from 'lucide-react'
import { useId, useMemo, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Menu, MenuItem } from '@/components/ui/menu'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { isMap } from '../field-node'
import { Note } from '../note'
import { SourceProvider, useDisabled, useReading, useSource } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { OptionRow } from './option-row'
import { PasteOptions } from './paste-options'
import { ItemRow } from './item-row'
import { dragWords } from './drag-words'
import { followName } from './follow-name'
import { rowTracker, type RowId } from './row-ids'
import { isNamed, newRow, nounOf } from './new-row'
import { freeNameOf, itemNames } from './row-names'

/** A list, or a map with free keys, as rows that open: add, duplicate, delete, reorder by pointer and keyboard. */
export function RowsField({ node, path, id, labelId, noteId, ready }: WidgetProps) {
  const source = useSource()
  const itemSource = useMemo(() => followName(source, node.item, path), [source, node.item, path])
  const disabled = useDisabled()
  const dragId = useId()
  const list = useRef<HTMLOListElement>(null)
  const adding = useRef<HTMLButtonElement>(null)
  const [tracker] = useState(rowTracker)
  const rows = useReading((each) => tracker.rows(valueAt(each.value(), path)))
  const ids = rows.map((row) => row.id)
  const named = useReading((each) => isNamed(node, valueAt(each.value(), path)))
  const noun = nounOf(node)
  const room = Math.max(0, (node.most ?? Infinity) - rows.length)
  const pointed = useReading((each) => {
    const { at, reveal } = each.focus()
    const inside = at.length > path.length && path.every((key, index) => String(key) === String(at[index]))
    return inside ? `${reveal} ${String(at[path.length])}` : ''
  })
  const [state, setState] = useState({ open: rowOf(pointed, rows), pointed: revealOf(pointed) })
  if (revealOf(pointed) !== state.pointed)
    setState({ open: rowOf(pointed, rows) ?? state.open, pointed: revealOf(pointed) })
  const [added, setAdded] = useState<string>()
  const [pasting, setPasting] = useState(false)
  const open = (row: string | undefined) => setState({ open: row, pointed: state.pointed })

  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )

  function move(from: number, to: number) {
    if (from < 0 || to < 0 || to >= rows.length || from === to) return
    const order = ids.filter((_, index) => index !== from)
    order.splice(to, 0, ...ids.slice(from, from + 1))
    tracker.during(order, () => source.move(path, from, to, `Move ${noun}`))
  }

  function add(value: unknown, index: number, label: string, key?: string) {
    // A map puts a new key at its end.
    const order = key === undefined ? [...ids.slice(0, index), undefined, ...ids.slice(index)] : [...ids, undefined]
    const outcome = tracker.during(order, () =>
      key === undefined ? source.insert(path, index, value, label) : source.set([...path, key], value, label),
    )
    if (!outcome.ok) return
    const made = tracker.rows(valueAt(source.value(), path)).find((row) => row.key === (key ?? index))
    open(made?.id)
    setAdded(made?.id)
    source.setFocus([...path, key ?? index])
  }

  function toggle(row: RowId) {
    const opens = state.open !== row.id
    open(opens ? row.id : undefined)
    setAdded(undefined)
    if (opens) source.setFocus([...path, row.key])
  }

  function addNew() {
    const row = newRow(node, source.value(), path)
    add(row.value, row.index, `Add ${noun}`, row.key)
  }

  function duplicate(row: RowId, index: number) {
    const list = valueAt(source.value(), path)
    const value = valueAt(list, [row.key])
    const nameKey = node.item?.row[0]
    const old = named
      ? String(row.key)
      : nameKey !== undefined && isMap(value) && typeof value[nameKey] === 'string'
        ? value[nameKey]
        : noun
    const name = freeNameOf(old, itemNames(list))
    const copy = !named && nameKey !== undefined && isMap(value) ? { ...value, [nameKey]: name } : value
    add(copy, index + 1, `Duplicate ${noun}`, named ? name : undefined)
  }

  function remove(row: RowId, index: number) {
    const order = ids.filter((id) => id !== row.id)
    const outcome = tracker.during(order, () => source.remove([...path, row.key], `Delete ${noun}`))
    if (!outcome.ok) return
    if (state.open === row.id) open(undefined)
    // After the menu gave the focus back to a button that is gone: to the row that stands there now, else to "Add".
    setTimeout(() => {
      if (document.activeElement !== document.body) return
      const left = list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? []
      const next = left[Math.min(index, left.length - 1)]?.querySelector<HTMLElement>('button, input')
      ;(next ?? adding.current)?.focus()
    }, 50)
  }

  function nameOf(index: number): string {
    const item = valueAt(source.value(), [...path, rows[index]?.key ?? index])
    return named ? String(rows[index]?.key) : (itemNames([item])[0] ?? `${noun} ${index + 1}`)
  }

  const taken = useReading((each) => itemNames(valueAt(each.value(), path)).join('\n')).split('\n')
  const presets = Object.entries(node.item?.presets?.values ?? {}).filter(([name]) => !taken.includes(name))

  // Options stand beside their label like any other field.
  const boxed = node.widget === 'options'
  const Item = boxed ? OptionRow : ItemRow
  return (
    <section aria-labelledby={labelId} className={classNames('group/rows', boxed ? '[--pad:0px]' : '-mx-(--pad)')}>
      {!boxed && (
        <h3 id={labelId} className="px-(--pad) pb-2 pt-3 font-semibold group-only/rows:sr-only">
          {node.title}
        </h3>
      )}
      {rows.length === 0 && !boxed && <p className="px-(--pad) pb-2 text-ink-2">{node.description}</p>}
      <DndContext
        id={dragId}
        sensors={sensors}
        collisionDetection={closestTop}
        accessibility={{ announcements: dragWords(ids, nameOf) }}
        onDragEnd={({ active, over }) => over && move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)))}
      >
        <SortableContext items={ids} strategy={verticalListSortingStrategy} disabled={disabled}>
          <SourceProvider value={itemSource}>
            <ol ref={list}>
              {rows.map((row, index) => (
                <Item
                  key={row.id}
                  id={row.id}
                  index={index}
                  last={index === rows.length - 1}
                  named={named}
                  node={node}
                  path={[...path, row.key]}
                  noun={noun}
                  open={state.open === row.id}
                  added={added === row.id}
                  onToggle={() => toggle(row)}
                  onDuplicate={room > 0 ? () => duplicate(row, index) : undefined}
                  onRemove={() => remove(row, index)}
                  onMove={(by) => move(index, index + by)}
                />
              ))}
            </ol>
          </SourceProvider>
        </SortableContext>
      </DndContext>
      {!disabled && (
        <div className={boxed ? 'flex items-center gap-1' : undefined}>
          <button
            ref={adding}
            type="button"
            onClick={() => room > 0 && addNew()}
            aria-disabled={room === 0 || undefined}
            aria-describedby={room === 0 ? `${noteId}m` : undefined}
            data-ready-control={ready || undefined}
            id={boxed ? id : undefined}
            aria-label={`Add ${noun}`}
            className={classNames(
              'quick flex h-9 w-full items-center gap-2.5 border-y border-line pl-[max(0px,calc(var(--pad)-12px))] text-ink-2 hover:bg-hover hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:h-11 aria-disabled:text-ink-3 aria-disabled:hover:bg-transparent',
              boxed && 'h-7 w-auto border-0 pr-2',
            )}
          >
            <span className="grid w-4 place-items-center">
              <Icon of={Plus} size={14} />
            </span>
            Add {noun}
          </button>
          {presets.length > 0 && room > 0 && (
            <Menu
              align="start"
              trigger={
                <Button look="ghost" size="compact" icon={LayoutTemplate} className="mx-(--pad) my-1.5">
                  {node.item?.presets?.title}
                </Button>
              }
            >
              {presets.map(([name, value]) => (
                <MenuItem key={name} onSelect={() => add(value, rows.length, `Add ${noun} ${name}`)}>
                  {name}
                </MenuItem>
              ))}
            </Menu>
          )}
          {boxed && room > 0 && (
            <Button look="ghost" size="compact" icon={ClipboardPaste} onClick={() => setPasting(!pasting)}>
              Paste many
            </Button>
          )}
          {room === 0 && (
            <p id={`${noteId}m`} className={classNames('text-12 text-ink-3', !boxed && 'px-(--pad) pt-1.5')}>
              Dify takes {node.most} at most.
            </p>
          )}
        </div>
      )}
      {pasting && !disabled && room > 0 && <PasteOptions path={path} room={room} onDone={() => setPasting(false)} />}
      <div className="px-(--pad)">
        <Note node={node} path={path} noteId={noteId} help={boxed && rows.length === 0} />
      </div>
    </section>
  )
}

function revealOf(pointed: string): string {
  return pointed.split(' ')[0] ?? ''
}

function rowOf(pointed: string, rows: readonly RowId[]): string | undefined {
  if (pointed === '') return undefined
  const key = pointed.slice(pointed.indexOf(' ') + 1)
  return rows.find((row) => String(row.key) === key)?.id
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
