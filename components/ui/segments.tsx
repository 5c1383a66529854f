'use client'

import * as Primitive from 'radix-ui/radio-group'
import { classNames } from './class-names'
import type { Choice } from './select'

export interface SegmentsProps {
  value: string | undefined
  onValueChange: (value: string) => void
  choices: readonly Choice[]
  id?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  className?: string
}

/** One of two to four choices; arrows move. */
export function Segments({ value, onValueChange, choices, className, ...rest }: SegmentsProps) {
  return (
    <Primitive.Root
      {...rest}
      value={value ?? null}
      onValueChange={onValueChange}
      orientation="horizontal"
      className={classNames(
        'inline-flex max-w-full rounded-control border border-control bg-surface data-[disabled]:border-line-strong data-[disabled]:bg-chrome',
        className,
      )}
    >
      {choices.map((choice) => (
        <Primitive.Item
          key={choice.value}
          value={choice.value}
          disabled={choice.disabled}
          className="quick flex h-[26px] flex-auto items-center justify-center gap-1.5 whitespace-nowrap border-l border-line px-2.5 text-ink-2 first:rounded-l-[4px] first:border-l-0 last:rounded-r-[4px] hover:bg-hover data-[state=checked]:bg-accent-soft data-[state=checked]:font-medium data-[state=checked]:text-accent-ink max-sm:h-[38px]"
        >
          {choice.label}
          {choice.word && <code className="opacity-85">{choice.word}</code>}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  )
}
