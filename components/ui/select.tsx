'use client'

import { Check, ChevronsUpDown } from 'lucide-react'
import * as Primitive from 'radix-ui/select'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import { layerStyle, rowStyle } from './layer-style'

export interface Choice {
  value: string
  label: ReactNode
  /** The YAML word, in mono behind the human one. */
  word?: string
  disabled?: boolean
}

export interface SelectProps {
  value: string | undefined
  onValueChange: (value: string) => void
  choices: readonly Choice[]
  placeholder?: string
  mono?: boolean
  id?: string
  disabled?: boolean
  'aria-label'?: string
  'aria-labelledby'?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean
  className?: string
}

/** One of many. For two to four choices use Segments. */
export function Select({
  value,
  onValueChange,
  choices,
  placeholder,
  mono,
  disabled,
  className,
  ...rest
}: SelectProps) {
  return (
    <Primitive.Root value={value ?? ''} onValueChange={onValueChange} disabled={disabled}>
      <Primitive.Trigger
        {...rest}
        className={classNames(
          'quick flex h-7 w-full min-w-0 items-center justify-between gap-2 rounded-control border border-control bg-surface px-2 text-left hover:border-ink-3 focus-visible:border-accent focus-visible:shadow-[0_0_0_1px_var(--accent)] aria-invalid:border-error disabled:border-line-strong disabled:bg-chrome disabled:text-ink-3 data-[placeholder]:text-ink-3 max-sm:h-10 max-sm:text-[16px]',
          mono && 'code-text',
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <Icon of={ChevronsUpDown} size={14} className="-mr-0.5 text-ink-3" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            layerStyle,
            'max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width)',
          )}
        >
          <Primitive.Viewport>
            {choices.map((choice) => (
              <Primitive.Item
                key={choice.value}
                value={choice.value}
                disabled={choice.disabled}
                className={classNames(rowStyle, mono && 'code-text')}
              >
                <Primitive.ItemText>{choice.label}</Primitive.ItemText>
                {choice.word && <code className="text-ink-3">{choice.word}</code>}
                <Primitive.ItemIndicator className="ml-auto pl-3 text-accent">
                  <Icon of={Check} size={14} />
                </Primitive.ItemIndicator>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
