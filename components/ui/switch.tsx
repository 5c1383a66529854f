'use client'

import * as Primitive from 'radix-ui/switch'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

/** On or off, at once. Name it by `id` and a label or by aria-label. */
export function Switch({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      {...rest}
      className={classNames(
        'group quick relative h-4 w-7 shrink-0 rounded-round border border-control bg-surface data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:border-line-strong disabled:bg-chrome',
        "after:absolute after:-inset-x-1 after:-inset-y-1.5 after:content-['']",
        className,
      )}
    >
      <Primitive.Thumb className="block size-2.5 translate-x-[2px] rounded-round bg-control transition-transform duration-(--t-quick) ease-out group-disabled:bg-line-strong data-[state=checked]:translate-x-[14px] data-[state=checked]:bg-on-accent" />
    </Primitive.Root>
  )
}
