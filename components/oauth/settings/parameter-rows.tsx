'use client'

import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { PlaygroundForm } from '../playground-form'

type Lists = 'authorizationParameters' | 'tokenParameters' | 'refreshParameters' | 'tokenHeaders'

/** Further parameters of one step, a name and a value each. */
export function ParameterRows({ list, title, why }: { list: Lists; title: string; why: string }) {
  const { register, control, setFocus } = useFormContext<PlaygroundForm>()
  const { fields, append, remove } = useFieldArray({ control, name: `settings.${list}` })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-12 text-ink-2">{title}</legend>
      <div className="grid gap-1.5">
        {fields.map(({ id }, index) => (
          <div key={id} className="flex items-center gap-1.5">
            <Input
              mono
              aria-label={`Name of ${index + 1}, ${title}`}
              placeholder="name"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              {...register(`settings.${list}.${index}.name`)}
            />
            <Input
              mono
              aria-label={`Value of ${index + 1}, ${title}`}
              placeholder="value"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              {...register(`settings.${list}.${index}.value`)}
            />
            <IconButton
              icon={X}
              size="compact"
              label={`Remove ${index + 1}, ${title}`}
              className="max-sm:size-10"
              onClick={() => {
                remove(index)
                document.getElementById(`add-${list}`)?.focus()
              }}
            />
          </div>
        ))}
      </div>
      <Button
        id={`add-${list}`}
        size="compact"
        look="ghost"
        icon={Plus}
        className="mt-1 -ml-2 max-sm:h-10"
        onClick={() => {
          append({ name: '', value: '' }, { shouldFocus: false })
          setTimeout(() => setFocus(`settings.${list}.${fields.length}.name`))
        }}
      >
        Add
        <span className="sr-only">, {title}</span>
      </Button>
      <p className="text-12 text-ink-3">{why}</p>
    </fieldset>
  )
}
