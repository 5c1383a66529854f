'use client'

import type { ReactNode } from 'react'
import { useController, type FieldPathByValue } from 'react-hook-form'
import { Segments } from '@/components/ui/segments'
import { Select, type Choice } from '@/components/ui/select'
import type { PlaygroundForm } from '../playground-form'
import { Labelled } from './labelled'

interface ChoiceFieldProps {
  name: FieldPathByValue<PlaygroundForm, string>
  label: string
  why?: ReactNode
  choices: readonly Choice[]
  /** All choices at once; for two or three short ones. */
  segments?: boolean
}

/** One of some choices of the form. */
export function ChoiceField({ name, label, why, choices, segments = false }: ChoiceFieldProps) {
  const { field } = useController<PlaygroundForm, typeof name>({ name })
  const Control = segments ? Segments : Select
  return (
    <Labelled id={name} label={label} why={why}>
      <Control
        {...(segments ? {} : { id: name })}
        aria-labelledby={`${name}-label`}
        aria-describedby={why === undefined ? undefined : `${name}-note`}
        value={field.value}
        onValueChange={field.onChange}
        choices={choices}
      />
    </Labelled>
  )
}
