'use client'

import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names'
import { fieldControl, fieldStyle } from './field-style'

export interface TextAreaProps extends ComponentProps<'textarea'> {
  mono?: boolean
  end?: ReactNode
  edge?: string
  /** Lines it grows between. */
  least?: number
  most?: number
}

/** Text of several lines; grows with its text, 2 to 12 lines. */
export function TextArea({ mono, end, edge, least = 2, most = 12, className, onInput, ref, ...rest }: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  // Only where the browser cannot size it from its text.
  const fit = () => {
    const area = own.current
    if (!area || CSS.supports('field-sizing', 'content')) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }
  useLayoutEffect(fit)
  return (
    <span className={classNames(fieldStyle({ mono }), 'items-start', edge)}>
      <textarea
        rows={least}
        {...rest}
        ref={(area) => {
          own.current = area
          if (typeof ref === 'function') ref(area)
          else if (ref) ref.current = area
        }}
        onInput={(event) => {
          fit()
          onInput?.(event)
        }}
        style={{ minHeight: least * 20 + 6, maxHeight: most * 20 + 6, ...rest.style }}
        className={classNames(fieldControl, 'block resize-none [field-sizing:content] max-sm:py-[9px]', className)}
      />
      {end}
    </span>
  )
}
