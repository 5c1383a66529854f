'use client'

import { useCallback, useRef } from 'react'
import * as Primitive from 'radix-ui/dropdown-menu'
import { classNames } from './class-names'
import { layerStyle } from './layer-style'
import { MenuPartsContext, type FirstOpening, type MenuProps } from './menu'

const parts = {
  Item: Primitive.Item,
  RadioGroup: Primitive.RadioGroup,
  RadioItem: Primitive.RadioItem,
  ItemIndicator: Primitive.ItemIndicator,
  Separator: Primitive.Separator,
}

/** What draws a menu: loaded with the first one that is opened. */
export function MenuLayer({
  trigger,
  align = 'end',
  children,
  className,
  opening,
}: MenuProps & { opening: FirstOpening }) {
  const first = useRef(true)
  // Radix goes to the first entry only when it saw the key that opened the menu: that key only loaded it.
  const enter = useCallback(
    (content: HTMLElement | null) => {
      if (!content || !first.current) return
      first.current = false
      if (opening === 'pointer') return
      requestAnimationFrame(() => content.querySelector<HTMLElement>('[role^=menuitem]:not([data-disabled])')?.focus())
    },
    [opening],
  )
  return (
    <Primitive.Root modal={false} defaultOpen>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          ref={enter}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(layerStyle, className)}
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
