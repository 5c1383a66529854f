'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'
import { fieldControl, fieldStyle } from './field-style'

export interface InputProps extends Omit<ComponentProps<'input'>, 'size'> {
  /** The value stands in a file: mono. */
  mono?: boolean
  /** Inside the right edge: a unit, a reading of the value, the languages. */
  end?: ReactNode
  /** Class of the edge; `className` is the control's. */
  edge?: string
}

/** One line of text. An error is `aria-invalid` and a FieldNote that `aria-describedby` names. */
export function Input({ mono, end, edge, className, type = 'text', ...rest }: InputProps) {
  return (
    <span className={classNames(fieldStyle({ mono }), edge)}>
      <input type={type} {...rest} className={classNames(fieldControl, className)} />
      {end}
    </span>
  )
}
