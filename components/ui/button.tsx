'use client'

import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { buttonStyle, type ButtonLook, type ButtonSize } from './button-style'
import { Icon } from './icon'
import { Tooltip } from './tooltip'
import { useLater } from './use-later'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  children: ReactNode
  look?: ButtonLook
  size?: ButtonSize
  icon?: LucideIcon
  /** A verb in -ing while the work runs ("Creating"); shown after 300 ms, the width stays. */
  busy?: string | false
  /** Why it cannot be used now; the button stays reachable and says so. */
  disabledReason?: string
}

/** A button with a verb on it. */
export function Button({
  look,
  size,
  icon,
  busy = false,
  disabledReason,
  children,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const showsBusy = useLater(Boolean(busy), 300)
  const off = Boolean(disabledReason) || Boolean(rest.disabled)
  const idle = (
    <>
      {icon && <Icon of={icon} size={size === 'compact' ? 14 : 16} />}
      {children}
    </>
  )
  const button = (
    <button
      type={type}
      {...rest}
      aria-disabled={off || Boolean(busy) || undefined}
      aria-busy={Boolean(busy) || undefined}
      onClick={(event) => {
        if (disabledReason || busy) return event.preventDefault()
        onClick?.(event)
      }}
      className={buttonStyle({ look, size, off, className })}
    >
      {showsBusy ? (
        <span className="grid">
          <span className="invisible col-start-1 row-start-1 inline-flex items-center gap-1.5" aria-hidden>
            {idle}
          </span>
          <span className="col-start-1 row-start-1 inline-flex items-center justify-center gap-1.5">
            <Icon of={LoaderCircle} className="animate-busy" />
            {busy}
          </span>
        </span>
      ) : (
        idle
      )}
    </button>
  )
  return disabledReason ? <Tooltip text={disabledReason}>{button}</Tooltip> : button
}
