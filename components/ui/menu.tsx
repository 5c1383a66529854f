'use client'

import { Check, type LucideIcon } from 'lucide-react'
import type * as Primitive from 'radix-ui/dropdown-menu'
import { Root as Slot } from 'radix-ui/slot'
import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Kbd } from './kbd'
import { rowStyle } from './layer-style'
import { whenIdle } from './when-idle'

export interface MenuProps {
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
  className?: string
}

type Parts = Pick<typeof Primitive, 'Item' | 'RadioGroup' | 'RadioItem' | 'ItemIndicator' | 'Separator'>
/** How the menu was opened for the first time. */
export type FirstOpening = 'pointer' | 'keyboard'
type Layer = ComponentType<MenuProps & { opening: FirstOpening }>

/** Gives the entries what draws them; only the layer knows it. */
export const MenuPartsContext = createContext<Parts | undefined>(undefined)

let loading: Promise<{ MenuLayer: Layer }> | undefined
const load = () => (loading ??= import('./menu-layer'))

/**
 * A menu at a button: `<Menu trigger={<IconButton …/>}><MenuItem …/></Menu>`. Until it is opened for the first time only the
 * button is there; what floats loads when the page is quiet, or the pointer or the focus comes near.
 */
export function Menu(props: MenuProps) {
  const [layer, setLayer] = useState<{ Draw: Layer; opening: FirstOpening }>()
  useEffect(() => whenIdle(() => void load()), [])
  if (layer) return <layer.Draw {...props} opening={layer.opening} />
  const open = (opening: FirstOpening) => void load().then(({ MenuLayer }) => setLayer({ Draw: MenuLayer, opening }))
  return (
    <Slot
      aria-haspopup="menu"
      aria-expanded={false}
      data-state="closed"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      // A click without a pointer has no detail: Enter or Space.
      onClick={(event: MouseEvent) => open(event.detail === 0 ? 'keyboard' : 'pointer')}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        open('keyboard')
      }}
    >
      {props.trigger}
    </Slot>
  )
}

function useParts(): Parts {
  const parts = useContext(MenuPartsContext)
  if (!parts) throw new Error('An entry of a menu stands inside a Menu.')
  return parts
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
  const { Item } = useParts()
  return (
    <Item {...usable(onSelect, Boolean(disabledReason))} className={classNames(rowStyle, danger && 'text-error')}>
      {icon && <Icon of={icon} size={14} />}
      {children}
      {disabledReason && <span className="pl-3 text-12">{disabledReason}</span>}
      {shortcut && <Kbd keys={shortcut} className="ml-auto pl-6" />}
    </Item>
  )
}

/** An entry of two lines, `about` it in one sentence; where it cannot be used, `why` is the id of the note that says so. */
export function MenuOffer({
  icon,
  title,
  about,
  why,
  onSelect,
}: {
  icon: ReactNode
  title: string
  about: string
  why?: string
  onSelect: () => void
}) {
  const { Item } = useParts()
  return (
    <Item
      {...usable(onSelect, why !== undefined)}
      textValue={title}
      aria-describedby={why}
      className={classNames(rowStyle, 'h-auto items-start py-1.5 max-sm:h-auto')}
    >
      <span className="mt-0.5 text-ink-3">{icon}</span>
      <span className="grid">
        <span className={why === undefined ? 'font-medium' : undefined}>{title}</span>
        <span className={classNames('text-12', why === undefined ? 'text-ink-2' : 'text-ink-3')}>{about}</span>
      </span>
    </Item>
  )
}

/** An entry that cannot be used is reached like every other, so that nobody misses why. */
function usable(onSelect: () => void, off: boolean) {
  return off ? { 'aria-disabled': true, onSelect: (event: Event) => event.preventDefault() } : { onSelect }
}

/** One of several, with a check at the chosen one; inside MenuChoices. */
export function MenuChoice({ value, icon, children }: { value: string; icon?: LucideIcon; children: ReactNode }) {
  const { RadioItem, ItemIndicator } = useParts()
  return (
    <RadioItem value={value} className={rowStyle}>
      {icon && <Icon of={icon} size={14} />}
      {children}
      <ItemIndicator className="ml-auto pl-6 text-accent">
        <Icon of={Check} size={14} />
      </ItemIndicator>
    </RadioItem>
  )
}

export function MenuChoices(props: { value: string; onValueChange: (value: string) => void; children: ReactNode }) {
  const { RadioGroup } = useParts()
  return <RadioGroup {...props} />
}

/** An entry that is a link: `<MenuLink><Link href="/account">Account</Link></MenuLink>`. */
export function MenuLink({ children }: { children: ReactElement }) {
  const { Item } = useParts()
  return (
    <Item asChild className={rowStyle}>
      {children}
    </Item>
  )
}

/** Text in a menu that is no entry. */
export function MenuNote({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="px-2 py-1.5 text-12 text-ink-2">
      {children}
    </div>
  )
}

export function MenuSeparator() {
  const { Separator } = useParts()
  return <Separator className="-mx-1 my-1 h-px bg-line" />
}
