'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { classNames } from '@/components/ui/class-names'

/** A line between two panes that can be moved: by pointer, by arrow keys in steps of 16, back to its start by a double click. */
export function Splitter({
  label,
  vertical,
  value,
  min,
  max,
  reverse = false,
  onChange,
  onReset,
  className,
}: {
  label: string
  /** The line stands upright. */
  vertical: boolean
  value: number
  min: number
  max: number
  /** The pane whose size it is stands behind the line. */
  reverse?: boolean
  onChange: (size: number) => void
  onReset: () => void
  className?: string
}) {
  const clamp = (size: number) => Math.max(min, Math.min(max, size))
  const sign = reverse ? -1 : 1

  function drag(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return
    event.preventDefault()
    const line = event.currentTarget
    line.setPointerCapture(event.pointerId)
    const start = vertical ? event.clientX : event.clientY
    const move = (now: globalThis.PointerEvent) =>
      onChange(clamp(value + sign * ((vertical ? now.clientX : now.clientY) - start)))
    const end = () => {
      line.removeEventListener('pointermove', move)
      line.removeEventListener('pointerup', end)
    }
    line.addEventListener('pointermove', move)
    line.addEventListener('pointerup', end)
  }

  function keys(event: KeyboardEvent) {
    const [less, more] = vertical ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const by = event.key === more ? 16 : event.key === less ? -16 : 0
    if (by === 0) return
    event.preventDefault()
    onChange(clamp(value + sign * by))
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={Math.round(max)}
      tabIndex={0}
      onPointerDown={drag}
      onDoubleClick={onReset}
      onKeyDown={keys}
      className={classNames(
        'z-(--z-splitter) touch-none focus-visible:shadow-none',
        vertical ? 'w-[9px] cursor-col-resize' : 'h-[9px] cursor-row-resize',
        'relative after:absolute after:bg-transparent hover:after:bg-line-strong focus-visible:after:bg-accent',
        vertical
          ? "after:inset-y-0 after:left-[4px] after:w-px after:content-[''] focus-visible:after:w-0.5"
          : "after:inset-x-0 after:top-[4px] after:h-px after:content-[''] focus-visible:after:h-0.5",
        className,
      )}
    />
  )
}
