'use client'

import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { buttonStyle, type ButtonLook, type ButtonSize } from './button-style'
import { Icon } from './icon'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  /** What it does, as its name and tooltip: "Undo". */
  label: string
  /** The key that does the same, shown in the tooltip: "mod+z" (see Kbd). */
  shortcut?: string
  look?: ButtonLook
  size?: ButtonSize
  disabledReason?: string
}

/** A square button with an icon, 28 px (24 in rows: size compact), always with a name and a tooltip. */
export function IconButton({
  icon,
  label,
  shortcut,
  look = 'ghost',
  size,
  disabledReason,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const off = Boolean(disabledReason) || Boolean(rest.disabled)
  return (
    <Tooltip
      text={disabledReason ?? label}
      describes={Boolean(disabledReason)}
      shortcut={disabledReason ? undefined : shortcut}
    >
      <button
        type="button"
        aria-label={label}
        {...rest}
        aria-disabled={off || undefined}
        onClick={disabledReason ? (event) => event.preventDefault() : onClick}
        className={buttonStyle({ look, size, icon: true, off, className })}
      >
        <Icon of={icon} />
      </button>
    </Tooltip>
  )
}
