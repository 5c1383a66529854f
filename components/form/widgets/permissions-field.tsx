'use client'

import { useId } from 'react'
import { Switch } from '@/components/ui/switch'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { Field, useReveal } from '../field'
import type { FieldNode } from '../field-node'
import { Note } from '../note'
import { useDisabled, useReading, useSource } from '../source-context'
import type { WidgetProps } from '../widget-props'

/** What a plugin may do: one switch a subject, its details while it is on. */
export function PermissionsField({ node, path, noteId }: WidgetProps) {
  return (
    <div>
      <p className="py-3 text-ink-3">{node.description}</p>
      {node.fields?.map((subject) => (
        <Subject key={subject.key} node={subject} path={[...path, subject.key]} />
      ))}
      <Note node={node} path={path} noteId={noteId} help={false} />
    </div>
  )
}

function Subject({ node, path }: { node: FieldNode; path: YamlPath }) {
  const source = useSource()
  const disabled = useDisabled()
  const id = useId()
  const row = useReveal<HTMLDivElement>(path)
  const on = useReading((each) => valueAt(each.value(), [...path, 'enabled']) === true)
  const details = node.fields?.filter((field) => field.key !== 'enabled') ?? []

  function toggle(checked: boolean) {
    const sized = details.find((field) => field.required && field.example !== undefined)
    const present = sized && valueAt(source.value(), [...path, sized.key]) !== undefined
    // What Dify asks for beside the switch comes with it.
    const value = checked && sized && !present ? { enabled: true, [sized.key]: Number(sized.example) } : undefined
    if (value && valueAt(source.value(), path) === undefined) source.set(path, value, node.title)
    else {
      source.set([...path, 'enabled'], checked, node.title)
      if (value && sized) source.set([...path, sized.key], Number(sized.example), node.title)
    }
  }

  return (
    <div ref={row} className="border-t border-line py-2">
      <div className="flex items-start gap-3">
        <Switch
          id={id}
          className="mt-0.5"
          checked={on}
          disabled={disabled}
          onCheckedChange={toggle}
          aria-describedby={`${id}d`}
          onFocus={(event) => {
            event.preventDefault()
            source.setFocus([...path, 'enabled'])
          }}
        />
        <div className="min-w-0">
          <label htmlFor={id}>{node.title}</label>
          <p id={`${id}d`} className="text-12 text-ink-3">
            {node.description}
          </p>
          <Note node={node} path={path} noteId={`${id}n`} help={false} />
        </div>
      </div>
      {on && details.length > 0 && (
        <div className="grid gap-2 pl-10 pt-2">
          {details.map((field) => (
            <Field key={field.key} node={field} path={[...path, field.key]} />
          ))}
        </div>
      )}
    </div>
  )
}
