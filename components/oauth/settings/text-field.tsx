'use client'

import type { ReactNode } from 'react'
import { useFormContext, type FieldPathByValue } from 'react-hook-form'
import { Input, type InputProps } from '@/components/ui/input'
import type { PlaygroundForm } from '../playground-form'
import { Labelled } from './labelled'

export interface TextFieldProps extends Pick<
  InputProps,
  'placeholder' | 'type' | 'end' | 'autoComplete' | 'inputMode'
> {
  name: FieldPathByValue<PlaygroundForm, string>
  label: string
  why?: ReactNode
  action?: ReactNode
  mono?: boolean
  onLeft?: () => void
}

/** One line of text of the form. Spaces around it are nobody's intent: they go when the field is left. */
export function TextField({ name, label, why, action, mono = true, onLeft, ...rest }: TextFieldProps) {
  const { register, getFieldState, formState, setValue } = useFormContext<PlaygroundForm>()
  const error = getFieldState(name, formState).error?.message
  return (
    <Labelled id={name} label={label} why={why} error={error} action={action}>
      <Input
        id={name}
        mono={mono}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={error !== undefined || why !== undefined ? `${name}-note` : undefined}
        {...rest}
        {...register(name, {
          onBlur: (event: { target: { value: string } }) => {
            const { value } = event.target
            if (value !== value.trim()) setValue(name, value.trim(), { shouldValidate: true })
            onLeft?.()
          },
        })}
      />
    </Labelled>
  )
}
