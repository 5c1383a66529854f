'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { isMap } from '../field-node'
import type { FormSource } from '../form-source'
import { useDisabled, useReading, useSource, useValue } from '../source-context'
import { textCodec, useDraft } from '../use-draft'

const words = [
  'string',
  'number',
  'integer',
  'boolean',
  'object',
  'array[string]',
  'array[number]',
  'array[object]',
  'array',
]
const choices = words.map((word) => ({ value: word, label: word }))

/** A name that no variable of this object has yet. */
export function freeVariable(source: FormSource, path: YamlPath): string {
  const taken = Object.keys(Object(valueAt(source.value(), [...path, 'properties'])))
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'variable' : `variable_${count}`
    if (!taken.includes(name)) return name
  }
}

/** The properties of an object schema, and below each what it holds. */
export function SchemaRows({ path, depth }: { path: YamlPath; depth: number }) {
  const names: unknown = JSON.parse(
    useReading((source) => {
      const properties = valueAt(source.value(), [...path, 'properties'])
      return JSON.stringify(isMap(properties) ? Object.keys(properties) : [])
    }),
  )
  return (
    <ul className="grid gap-1.5" style={depth > 0 ? { paddingLeft: 20 } : undefined}>
      {(Array.isArray(names) ? names.map(String) : []).map((name, index) => (
        // By place: what is renamed, or follows what is removed, keeps the focus.
        <Property key={index} object={path} name={name} depth={depth} />
      ))}
    </ul>
  )
}

function Property({ object, name, depth }: { object: YamlPath; name: string; depth: number }) {
  const source = useSource()
  const disabled = useDisabled()
  const path = [...object, 'properties', name]
  const value = useValue(path)
  const word = wordOf(value)
  const inside = word === 'object' ? path : word === 'array[object]' ? [...path, 'items'] : undefined
  const description = useDraft([...path, 'description'], textCodec, { label: 'Description', optional: true })
  const { attach, ...draft } = description
  return (
    <li className="grid gap-1.5">
      <div className="grid grid-cols-[minmax(90px,1fr)_132px_minmax(90px,1.4fr)_auto] gap-1.5 @max-[440px]/form:grid-cols-[1fr_132px_auto]">
        <Name object={object} name={name} />
        <Select
          aria-label={`Type of ${name}`}
          mono
          value={word}
          placeholder="any"
          disabled={disabled}
          choices={choices}
          onValueChange={(next) => source.set(path, typed(value, next), `Change the type of ${name}`)}
        />
        <Input
          ref={attach}
          aria-label={`Description of ${name}`}
          placeholder="What it holds"
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.leave}
          onFocus={() => source.setFocus([...path, 'description'])}
          disabled={disabled}
          edge="@max-[440px]/form:order-last @max-[440px]/form:col-span-3"
        />
        <span className="flex w-[60px] justify-end">
          {inside && !disabled && (
            <IconButton
              icon={Plus}
              label={`Add a variable inside ${name}`}
              onClick={() =>
                source.set(
                  [...inside, 'properties', freeVariable(source, inside)],
                  { type: 'string' },
                  'Add a variable',
                )
              }
            />
          )}
          {!disabled && (
            <IconButton icon={X} label={`Remove ${name}`} onClick={() => source.remove(path, `Remove ${name}`)} />
          )}
        </span>
      </div>
      {inside && <SchemaRows path={inside} depth={depth + 1} />}
    </li>
  )
}

interface Draft {
  /** The variable that it would rename. */
  of: string
  text: string
  problem?: string
}

/** The name is a key: it is written when it is left, and only where no other variable has it. */
function Name({ object, name }: { object: YamlPath; name: string }) {
  const source = useSource()
  const disabled = useDisabled()
  const [{ of, text, problem }, setDraft] = useState<Draft>({ of: name, text: name })
  // Another variable may stand here by now: a draft belongs to its own.
  if (of !== name) setDraft({ of: name, text: name })
  function keep() {
    const wanted = text.trim()
    if (wanted === name || wanted === '') return setDraft({ of: name, text: name })
    const outcome = source.rename([...object, 'properties', name], wanted, `Rename ${name}`)
    if (!outcome.ok) setDraft({ of: name, text, problem: outcome.reason })
  }
  return (
    <Input
      mono
      aria-label={`Name of ${name}`}
      title={problem}
      aria-invalid={problem !== undefined || undefined}
      value={text}
      disabled={disabled}
      spellCheck={false}
      onFocus={() => source.setFocus([...object, 'properties', name])}
      onChange={(event) => setDraft({ of: name, text: event.target.value, problem })}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}

/** The type of a schema as one word; undefined where it says nothing that the list has. */
function wordOf(schema: unknown): string | undefined {
  const type = valueAt(schema, ['type'])
  if (type !== 'array') return typeof type === 'string' && words.includes(type) ? type : undefined
  const items = valueAt(schema, ['items', 'type'])
  const word = `array[${String(items)}]`
  return words.includes(word) ? word : 'array'
}

/** The schema with another type: what says nothing of the new type goes, the rest stays. */
function typed(schema: unknown, word: string): unknown {
  const kept = isMap(schema)
    ? Object.entries(schema).filter(([key]) => !['type', 'items', 'properties'].includes(key))
    : []
  const list = /^array\[(.*)\]$/.exec(word)
  if (list) return { type: 'array', items: { type: list[1] }, ...Object.fromEntries(kept) }
  return { type: word, ...Object.fromEntries(kept) }
}
