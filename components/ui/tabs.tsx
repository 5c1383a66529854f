'use client'

import * as Primitive from 'radix-ui/tabs'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

export const Tabs = Primitive.Root
export const TabPanel = Primitive.Content

/** A row of tabs, 36 px; its lower hairline belongs to the pane. */
export function TabList({ className, ...rest }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List {...rest} className={classNames('flex gap-5 overflow-x-auto border-b border-line', className)} />
  )
}

/** A tab with a count behind its name. `mono` for file names. */
export function Tab({
  count,
  mono,
  className,
  children,
  ...rest
}: ComponentProps<typeof Primitive.Trigger> & { count?: ReactNode; mono?: boolean }) {
  return (
    <Primitive.Trigger
      {...rest}
      className={classNames(
        'relative flex h-9 items-center gap-1.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] data-[state=active]:font-medium data-[state=active]:text-ink',
        "after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 data-[state=active]:after:bg-accent data-[state=active]:after:content-['']",
        mono && 'code-12',
        className,
      )}
    >
      {children}
      {count !== undefined && <span className="font-normal text-ink-3">{count}</span>}
    </Primitive.Trigger>
  )
}
