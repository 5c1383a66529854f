'use client'

import { useState } from 'react'
import { useController } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { fieldControl, fieldStyle } from '@/components/ui/field-style'
import { Tag } from '@/components/ui/tag'
import type { PlaygroundForm } from '../playground-form'
import { Labelled } from './labelled'

const id = 'settings.scopes'

/** The scopes, one a tag; what is typed or pasted is divided at spaces and commas. */
export function ScopesField() {
  const {
    field: { ref, value: scopes, onChange, onBlur },
  } = useController<PlaygroundForm, typeof id>({ name: id })
  const [typed, setTyped] = useState('')

  function add(text: string) {
    const more = text.split(/[\s,]+/).filter(Boolean)
    if (more.length > 0) onChange([...new Set([...scopes, ...more])])
    setTyped('')
  }

  return (
    <Labelled
      id={id}
      label="Scopes"
      why="What the token may do. Ask for the least that the plugin needs: people read it before they agree."
    >
      <span className={classNames(fieldStyle(), 'flex-wrap gap-1 px-1 py-[3px]')}>
        {scopes.map((scope) => (
          <Tag
            key={scope}
            mono
            className="h-auto min-h-5 max-w-full break-all whitespace-normal"
            removeLabel={`Remove ${scope}`}
            onRemove={() => onChange(scopes.filter((each) => each !== scope))}
          >
            {scope}
          </Tag>
        ))}
        <input
          id={id}
          ref={ref}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-note`}
          placeholder={scopes.length === 0 ? 'read write' : undefined}
          onChange={(event) =>
            /[\s,]/.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
          }
          onBlur={() => {
            add(typed)
            onBlur()
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter' && typed !== '') {
              event.preventDefault()
              add(typed)
            }
            if (event.key === 'Backspace' && typed === '') onChange(scopes.slice(0, -1))
          }}
          className={classNames(fieldControl, 'code-text min-w-24 px-1 py-0')}
        />
      </span>
    </Labelled>
  )
}
