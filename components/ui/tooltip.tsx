'use client'

import * as Primitive from 'radix-ui/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './kbd'

/** A hint at one element, with the key that does the same. Never the only copy of a fact. */
export function Tooltip({
  text,
  shortcut,
  side = 'bottom',
  children,
}: {
  text: ReactNode
  shortcut?: string
  side?: 'top' | 'bottom' | 'left' | 'right'
  children: ReactElement
}) {
  return (
    <Primitive.Provider delayDuration={500} skipDelayDuration={300}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="animate-layer z-(--z-tooltip) flex max-w-80 items-center gap-2 rounded-control bg-ink px-2 py-1 text-12 text-surface"
          >
            {text}
            {shortcut && <Kbd keys={shortcut} className="text-surface opacity-75" />}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
