'use client'

import { Root as Slot } from 'radix-ui/slot'
import { useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Kbd } from './kbd'
import { placeBeside, type Side } from './place-beside'

export interface TooltipProps {
  text: ReactNode
  /** The key that does the same: "mod+z". */
  shortcut?: string
  side?: Side
  /** False where the text is already the element's name. */
  describes?: boolean
  children: ReactElement
}

/**
 * A hint at one element, with the key that does the same; never the only copy of a fact. Shown to a resting pointer after
 * 500 ms and to the keyboard at once, hidden by Escape. Our own and not radix's, which alone would cost Home 25 KiB.
 */
export function Tooltip({ text, shortcut, side = 'bottom', describes = true, children }: TooltipProps) {
  const id = useId()
  const anchor = useRef<HTMLElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [open, setOpen] = useState(false)

  const after = (milliseconds: number, value: boolean) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(value && !hasLayer(anchor.current)), milliseconds)
  }

  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!open) return
    const hide = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('keydown', hide)
    return () => document.removeEventListener('keydown', hide)
  }, [open])

  return (
    <>
      <Slot
        ref={anchor}
        aria-describedby={open && describes ? id : undefined}
        onPointerEnter={(event) => event.pointerType !== 'touch' && after(500, true)}
        onPointerLeave={() => after(100, false)}
        onPointerDown={() => after(0, false)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && after(0, true)}
        onBlur={() => after(0, false)}
        onClick={() => after(0, false)}
      >
        {children}
      </Slot>
      {open &&
        createPortal(
          <div
            ref={(tip) => {
              if (tip && anchor.current) placeBeside(tip, anchor.current, side)
            }}
            id={id}
            role="tooltip"
            onPointerEnter={() => after(0, true)}
            onPointerLeave={() => after(100, false)}
            className="animate-layer fixed left-0 top-0 z-(--z-tooltip) flex w-max max-w-80 items-center gap-2 rounded-control bg-ink px-2 py-1 text-12 text-surface"
          >
            {text}
            {shortcut && <Kbd keys={shortcut} className="text-surface opacity-75" />}
          </div>,
          document.body,
        )}
    </>
  )
}

/** A menu of its own that is open: a hint would cover it. */
function hasLayer(anchor: HTMLElement | null): boolean {
  return anchor?.hasAttribute('aria-haspopup') === true && anchor.ariaExpanded === 'true'
}
