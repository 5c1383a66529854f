'use client'

import { useId, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { useReveal } from '../field'
import { holdsFocus, useDisabled, useReading } from '../source-context'
import { LocalizedField } from './localized-field'
import { liftedRow, RowBar, RowHandle, RowMenu, useFocusWhenAdded, useRowDrag, type RowProps } from './row-frame'
import { TextField } from './text-field'
import { useNear } from './use-near'

/** So many rows are drawn at once, whatever is seen of them. */
const FIRST = 30

/** A choice: its value and its label beside each other, both open at once. Far out of sight only its place is kept. */
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
  const fields = node.entry?.fields?.filter((field) => node.item?.row.includes(field.key)) ?? []
  return (
    <RowBar open={false}>
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
        {!disabled && <RowMenu name={name} row={row} />}
      </div>
    </RowBar>
  )
}
