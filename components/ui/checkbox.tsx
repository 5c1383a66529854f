'use client'

import { Check, Minus } from 'lucide-react'
import * as Primitive from 'radix-ui/checkbox'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** A check of 14 px. `checked` may be 'indeterminate'. */
export function Checkbox({ className, ...rest }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      {...rest}
      className={classNames(
        'group quick grid size-3.5 shrink-0 place-items-center rounded-tag border border-control bg-surface text-on-accent data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:border-line-strong disabled:bg-chrome',
        className,
      )}
    >
      <Primitive.Indicator>
        <Icon of={Check} size={12} className="group-data-[state=indeterminate]:hidden" />
        <Icon of={Minus} size={12} className="hidden group-data-[state=indeterminate]:block" />
      </Primitive.Indicator>
    </Primitive.Root>
  )
}
