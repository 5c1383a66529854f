'use client'

import { memo, useEffect, useId, useRef, type ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { isShown, type PlacedField } from './layout'
import { holdsFocus, startsWith, useReading, useSource } from './source-context'
import { drawsOwnLabel, widgets } from './widgets'

/** One field of a form: its label, its widget and what is wrong with it. It is drawn again only when its own value changes. */
export const Field = memo(function Field({ node, path, ready }: PlacedField & { ready?: boolean }) {
  const id = useId()
  const shown = useReading((source) =>
    isShown(node, valueAt(source.value(), path), valueAt(source.value(), path.slice(0, -1))),
  )
  if (!shown) return null
  const Widget = widgets[node.widget]
  const ids = { id, labelId: `${id}l`, noteId: `${id}n`, ready }
  const widget = <Widget node={node} path={path} {...ids} />
  if (drawsOwnLabel(node)) return widget
  return (
    <Row label={node.title} path={path} id={id} labelId={ids.labelId} stacked={node.widget === 'options'}>
      {widget}
    </Row>
  )
})

/** The label column and the control beside it; carries the live mark while it is the focused field. */
export function Row({
  label,
  path,
  id,
  labelId,
  covers,
  stacked = false,
  children,
}: {
  label: string
  path: YamlPath
  id: string
  labelId: string
  covers?: readonly YamlPath[]
  /** The label stands above: what it names needs the width. */
  stacked?: boolean
  children: ReactNode
}) {
  const source = useSource()
  const focused = useReading((each) => (covers ?? [path]).some((place) => holdsFocus(each.focus().at, place)))
  const row = useReveal<HTMLDivElement>(path)
  return (
    <div
      ref={row}
      data-field={path.join('.')}
      onFocus={(event) => {
        if (event.defaultPrevented) return
        event.preventDefault()
        source.setFocus(coveredBy(covers, event.target.id, id) ?? path)
      }}
      className={classNames(
        'grid items-start gap-x-3 gap-y-1',
        stacked ? 'grid-cols-1' : 'grid-cols-[112px_minmax(0,1fr)] @max-[440px]/form:grid-cols-1',
        focused && 'live-mark',
      )}
    >
      <label id={labelId} htmlFor={id} className="pt-1 text-ink-2 @max-[440px]/form:pt-0">
        {label}
      </label>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

/** Of several fields in one row, the one whose control has the focus: their ids count up. */
function coveredBy(covers: readonly YamlPath[] | undefined, focusedId: string, firstId: string): YamlPath | undefined {
  return covers?.[Number(focusedId.slice(firstId.length - 1))]
}

/** Brings an element into view when the field at its path was chosen in the file, the problems or the address. */
export function useReveal<T extends HTMLElement>(path: YamlPath) {
  const source = useSource()
  const element = useRef<T>(null)
  const reveal = useReading((source) => {
    const focus = source.focus()
    return focus.at.length > 0 && startsWith(focus.at, path) ? focus.reveal : 0
  })
  useEffect(() => {
    // What stands around or above the field is told later than the field: it must not scroll it away again.
    if (reveal > 0 && !document.querySelector(`[data-revealed="${reveal}"]`)) {
      element.current?.scrollIntoView({ block: 'nearest' })
      element.current?.setAttribute('data-revealed', String(reveal))
      const shown = element.current
      if (source.takeFocus()) focusFirst(shown)
      const timer = setTimeout(() => shown?.removeAttribute('data-revealed'), 100)
      return () => clearTimeout(timer)
    }
    return undefined
  }, [source, reveal])
  return element
}

function focusFirst(element: HTMLElement | null): void {
  const first = element?.querySelector<HTMLElement>('input, textarea, button:not([aria-roledescription])')
  first?.focus()
  if (first instanceof HTMLInputElement) first.select()
}
