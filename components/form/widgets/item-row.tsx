'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { Badge } from '@/components/ui/severity'
import { Tag } from '@/components/ui/tag'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { useReveal } from '../field'
import { isMap } from '../field-node'
import { inheritedBy } from '../inherited'
import { useDisabled, useFindings, useValue } from '../source-context'
import { ItemForm } from './item-form'
import { liftedRow, RowBar, RowHandle, RowMenu, useFocusWhenAdded, useRowDrag, type RowProps } from './row-frame'

/** A row in fixed columns, so that the list reads as a table; open, its fields stand below at the same edge. */
export function ItemRow(row: RowProps) {
  const { node, path, open } = row
  const value = useValue(path)
  const detailId = useId()
  const { setNodeRef, handle, style, lifted } = useRowDrag(row.id)
  const fields = useFocusWhenAdded(row.added)
  const disabled = useDisabled()
  const element = useReveal<HTMLDivElement>(path)
  const columns = node.item?.row ?? []
  const [first, second, third] = row.named ? ['', ...columns.filter((key) => key !== 'name')] : columns
  const name = row.named ? String(path.at(-1)) : shownText(value, first) || `${row.noun} ${row.index + 1}`
  return (
    <li ref={setNodeRef} style={style} className={classNames(lifted && liftedRow)}>
      <RowBar open={open}>
        <div
          ref={element}
          className="group quick grid h-9 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-2.5 border-t border-line pl-[max(0px,calc(var(--pad)-12px))] pr-[calc(var(--pad)-8px)] hover:bg-hover max-sm:h-12 max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:pl-(--pad)"
        >
          <RowHandle name={name} handle={handle} />
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? detailId : undefined}
            onClick={() => {
              row.onToggle()
              if (!open)
                requestAnimationFrame(() => document.getElementById(detailId)?.scrollIntoView({ block: 'nearest' }))
            }}
            className="grid h-full grid-cols-[minmax(72px,30%)_88px_minmax(0,1fr)_auto_16px] items-center gap-2.5 text-left focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-sm:grid-cols-[minmax(76px,auto)_minmax(0,1fr)_auto_16px]"
          >
            <span className="code-text truncate font-medium">{name}</span>
            <span className="truncate text-ink-2">{shownText(value, second)}</span>
            <span className="truncate text-ink-2 max-sm:hidden">
              {shownText(value, third) || (
                <span className="text-ink-3">{shownText(inheritedBy(node.item, value), third)}</span>
              )}
            </span>
            <Marks row={row} value={value} />
            <Icon of={open ? ChevronDown : ChevronRight} size={14} className="text-ink-3" />
          </button>
          {!disabled && <RowMenu name={name} row={row} />}
        </div>
        {open && (
          <div
            id={detailId}
            ref={fields}
            className="pb-4 pl-[calc(var(--pad)+14px)] pr-(--pad) pt-1.5 [--edge:calc(var(--pad)+14px)] max-sm:px-(--pad) max-sm:[--edge:var(--pad)]"
          >
            <div className="grid gap-3 [--pad:0px]">
              <ItemForm node={node} path={path} named={row.named} />
            </div>
          </div>
        )}
      </RowBar>
    </li>
  )
}

/** What else is worth knowing of a row; what every row has stands last, so that it lines up. */
function Marks({ row, value }: { row: RowProps; value: unknown }) {
  const fields = row.node.entry?.fields ?? []
  return (
    <span className="flex items-center gap-2">
      <Counts path={row.path} />
      {isMap(value) && value.required === true && <span className="text-12 text-ink-3">Required</span>}
      {fields.map(({ key, widget }) => {
        const found = valueAt(value, [key])
        if (widget !== 'options' || !Array.isArray(found)) return null
        return (
          <span key={key} className="whitespace-nowrap text-12 text-ink-3">
            {found.length === 1 ? '1 option' : `${found.length} options`}
          </span>
        )
      })}
      {fields.map(({ key, widget }) => {
        const found = valueAt(value, [key])
        return widget === 'segments' && typeof found === 'string' ? (
          <Tag key={key} mono>
            {found}
          </Tag>
        ) : null
      })}
    </span>
  )
}

/** How many findings stand inside, by severity. */
function Counts({ path }: { path: YamlPath }) {
  const findings = useFindings(path, true)
  return (['error', 'publish', 'advice'] as const).map((severity) => (
    <Badge key={severity} of={severity} count={findings.filter((finding) => finding.severity === severity).length} />
  ))
}

/** What a row shows of a value: a localized text in English. */
export function shownText(value: unknown, key: string | undefined): string {
  const found = key === undefined ? undefined : valueAt(value, key.split('.'))
  if (isMap(found)) return shownText(found, 'en_US') || shownText(found, Object.keys(found)[0])
  return found === undefined || found === null || typeof found === 'object' ? '' : String(found)
}
