'use client'

import { Check, type LucideIcon } from 'lucide-react'
import * as Primitive from 'radix-ui/dropdown-menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Kbd } from './kbd'
import { layerStyle, rowStyle } from './layer-style'

/** A menu at a button: `<Menu trigger={<IconButton …/>}><MenuItem …/></Menu>`. */
export function Menu({
  trigger,
  align = 'end',
  children,
  className,
}: {
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
  className?: string
}) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={classNames(layerStyle, className)}
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

export interface MenuItemProps {
  children: ReactNode
  onSelect: () => void
  icon?: LucideIcon
  shortcut?: string
  danger?: boolean
  /** Why it cannot be used now, shown behind its name. */
  disabledReason?: string
}

export function MenuItem({ children, onSelect, icon, shortcut, danger, disabledReason }: MenuItemProps) {
  return (
    <Primitive.Item
      onSelect={onSelect}
      disabled={Boolean(disabledReason)}
      className={classNames(rowStyle, danger && 'text-error')}
    >
      {icon && <Icon of={icon} size={14} />}
      {children}
      {disabledReason && <span className="pl-3 text-12">{disabledReason}</span>}
      {shortcut && <Kbd keys={shortcut} className="ml-auto pl-6" />}
    </Primitive.Item>
  )
}

/** One of several, with a check at the chosen one; inside MenuChoices. */
export function MenuChoice({ value, icon, children }: { value: string; icon?: LucideIcon; children: ReactNode }) {
  return (
    <Primitive.RadioItem value={value} className={rowStyle}>
      {icon && <Icon of={icon} size={14} />}
      {children}
      <Primitive.ItemIndicator className="ml-auto pl-6 text-accent">
        <Icon of={Check} size={14} />
      </Primitive.ItemIndicator>
    </Primitive.RadioItem>
  )
}

export const MenuChoices = Primitive.RadioGroup

/** An entry that is a link: `<MenuLink><Link href="/account">Account</Link></MenuLink>`. */
export function MenuLink({ children }: { children: ReactElement }) {
  return (
    <Primitive.Item asChild className={rowStyle}>
      {children}
    </Primitive.Item>
  )
}

/** Text in a menu that is no entry. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 text-12 text-ink-2">{children}</div>
}

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />
}
