'use client'

import * as Primitive from 'radix-ui/dropdown-menu'
import { classNames } from './class-names'
import { layerStyle } from './layer-style'
import { MenuPartsContext, type MenuProps } from './menu'

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
  defaultOpen,
}: MenuProps & { defaultOpen: boolean }) {
  return (
    <Primitive.Root modal={false} defaultOpen={defaultOpen}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
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
