'use client'

import { useId } from 'react'
import { useFormContext, useController } from 'react-hook-form'
import { Input } from '@/components/ui/input'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { Row } from '../field'
import type { FieldNode } from '../field-node'
import { Fields } from '../fields'
import { sectionsOf, type PlacedSection } from '../layout'
import { Note } from '../note'
import { UnknownKeys } from '../unknown-keys'
import { useDisabled, useSource } from '../source-context'
import { draftName } from '../use-draft'

const laidOut = new WeakMap<FieldNode, readonly PlacedSection[]>()

function sections(node: FieldNode): readonly PlacedSection[] {
  const known = laidOut.get(node)
  if (known) return known
  const made = node.entry ? sectionsOf(node.entry, node.item?.form ?? []) : []
  laidOut.set(node, made)
  return made
}

/** The fields of one entry of a list or map. */
export function ItemForm({
  node,
  path,
  named,
  onRenamed,
}: {
  node: FieldNode
  path: YamlPath
  named: boolean
  onRenamed: (key: string) => void
}) {
  const all = sections(node)
  const rare = all.flatMap((section) => section.rare)
  return (
    <>
      {named && <KeyField path={path} onRenamed={onRenamed} />}
      {all.map((section) => (
        <Fields key={section.id} section={{ fields: section.fields, rare: [] }} base={path} />
      ))}
      {rare.length > 0 && <Fields section={{ fields: [], rare }} base={path} />}
      {node.entry && <UnknownKeys root={node.entry} form={node.item?.form ?? []} base={path} />}
    </>
  )
}

/** The key of an entry: it is written when the field is left, since half a name is a name too. */
function KeyField({ path, onRenamed }: { path: YamlPath; onRenamed: (key: string) => void }) {
  const id = useId()
  const source = useSource()
  const key = String(path.at(-1))
  const { control, setError, clearErrors } = useFormContext<Record<string, string>>()
  const { field, fieldState } = useController({ control, name: `${draftName(path)}#key`, defaultValue: key })
  const node: FieldNode = {
    key: '',
    title: 'Name',
    description: 'The key under which your Python reads the value.',
    widget: 'text',
    required: true,
    types: ['string'],
  }

  function write() {
    field.onBlur()
    const wanted = String(field.value).trim()
    if (wanted === key) return
    if (wanted === '') return field.onChange(key)
    const outcome = source.rename(path, wanted, 'Name')
    if (outcome.ok) onRenamed(wanted)
    else setError(field.name, { message: outcome.reason })
  }

  return (
    <Row label="Name" path={[...path, '#key']} id={id} labelId={`${id}l`}>
      <Input
        id={id}
        mono
        value={String(field.value)}
        spellCheck={false}
        disabled={useDisabled()}
        aria-describedby={`${id}n`}
        aria-invalid={fieldState.error ? true : undefined}
        onChange={(event) => {
          clearErrors(field.name)
          field.onChange(event.target.value)
        }}
        onFocus={(event) => {
          event.preventDefault()
          source.setFocus(path)
        }}
        onBlur={write}
        onKeyDown={(event) => event.key === 'Enter' && write()}
      />
      <Note node={node} path={[...path, '#key']} noteId={`${id}n`} problem={fieldState.error?.message} />
    </Row>
  )
}
