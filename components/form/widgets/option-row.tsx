'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { useReveal } from '../field'
import { Fields } from '../fields'
import { isShown, unknownKeys } from '../layout'
import { holdsFocus, startsWith, useDisabled, useReading } from '../source-context'
import { UnknownKeys } from '../unknown-keys'
import { LocalizedField } from './localized-field'
import { liftedRow, RowBar, RowHandle, RowMenu, useFocusWhenAdded, useRowDrag, type RowProps } from './row-frame'
import { TextField } from './text-field'
import { useNear } from '@/components/ui/use-near'

/** So many rows are drawn at once, whatever is seen of them. */
const FIRST = 30

/** A choice: its value and its label beside each other, both open at once; what else it can hold opens below. Far out of sight only its
 * place is kept. */
export function OptionRow(row: RowProps) {
  const { setNodeRef, handle, style, lifted } = useRowDrag(row.id)
  const place = useRef<HTMLLIElement>(null)
  const near = useNear(place, row.index < FIRST)
  const focused = useReading((source) => holdsFocus(source.focus().at, row.path))
  return (
    <li
      ref={(element) => {
        place.current = element
        setNodeRef(element)
      }}
      style={style}
      className={classNames('min-h-9 max-sm:min-h-12', lifted && liftedRow)}
    >
      {(near || focused || lifted || row.added) && <OptionFields row={row} handle={handle} />}
    </li>
  )
}

function OptionFields({ row, handle }: { row: RowProps; handle: ReturnType<typeof useRowDrag>['handle'] }) {
  const { node, path } = row
  const id = useId()
  const inputs = useFocusWhenAdded(row.added)
  const disabled = useDisabled()
  const element = useReveal<HTMLDivElement>(path)
  const name = useReading((source) => String(valueAt(source.value(), [...path, 'value']) ?? row.index + 1))
  const { entry } = node
  const form = node.item?.form ?? []
  const isInRow = ({ key }: { key: string }) => node.item?.row.includes(key) === true
  const fields = entry?.fields?.filter(isInRow) ?? []
  const further = entry?.fields?.filter((field) => !isInRow(field)) ?? []
  const more = useReading((source) => {
    const value = valueAt(source.value(), path)
    const shown = further.some((field) => isShown(field, valueAt(value, [field.key]), value))
    return shown || (entry !== undefined && unknownKeys(entry, form, value).length > 0)
  })
  const pointed = useReading((source) => {
    const { at, reveal } = source.focus()
    return startsWith(at, path) && at.length > path.length && !isInRow({ key: String(at[path.length]) }) ? reveal : 0
  })
  const [state, setState] = useState({ open: pointed > 0, pointed })
  if (state.pointed !== pointed) setState({ open: state.open || pointed > 0, pointed })
  const open = more && state.open
  return (
    <RowBar open={open}>
      <div
        ref={element}
        className="group grid grid-cols-[16px_minmax(0,1fr)_auto] items-start gap-2.5 py-1 pl-[max(0px,calc(var(--pad)-12px))] max-sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <RowHandle name={name} handle={handle} />
        <div ref={inputs} className="grid grid-cols-[minmax(72px,1fr)_minmax(0,2fr)] gap-2">
          {fields.map((field) => {
            const Widget = field.widget === 'localized' ? LocalizedField : TextField
            return (
              <div key={field.key}>
                <label id={`${id}${field.key}l`} htmlFor={`${id}${field.key}`} className="sr-only">
                  {field.title} of option {row.index + 1}
                </label>
                <Widget
                  node={{ ...field, description: '' }}
                  path={[...path, field.key]}
                  id={`${id}${field.key}`}
                  labelId={`${id}${field.key}l`}
                  noteId={`${id}${field.key}n`}
                />
              </div>
            )
          })}
        </div>
        <span className="flex">
          {more && (
            <IconButton
              icon={open ? ChevronDown : ChevronRight}
              size="compact"
              label={`More of ${name}`}
              aria-expanded={open}
              onClick={() => setState({ open: !open, pointed })}
            />
          )}
          {!disabled && <RowMenu name={name} row={row} />}
        </span>
      </div>
      {open && entry && (
        <div className="grid gap-3 py-2 pl-[max(14px,calc(var(--pad)+14px))]">
          <Fields
            section={{ fields: further.map((field) => ({ node: field, path: [field.key] })), rare: [] }}
            base={path}
          />
          <UnknownKeys root={entry} form={form} base={path} />
        </div>
      )}
    </RowBar>
  )
}
