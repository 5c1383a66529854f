'use client'

import { useId, useState } from 'react'
import { Input } from '@/components/ui/input'
import { nameRefusal, type WrittenName } from '@/lib/plugin/schema/written-name'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { Row } from '../field'
import type { FieldNode } from '../field-node'
import { Fields } from '../fields'
import { InheritedProvider } from '../inherited'
import { sectionsOf, type PlacedSection } from '../layout'
import { Note } from '../note'
import { UnknownKeys } from '../unknown-keys'
import { useDisabled, useSource } from '../source-context'

const laidOut = new WeakMap<FieldNode, readonly PlacedSection[]>()

function sections(node: FieldNode, entry: FieldNode): readonly PlacedSection[] {
  const known = laidOut.get(entry)
  if (known) return known
  const made = sectionsOf(entry, node.item?.form ?? [])
  laidOut.set(entry, made)
  return made
}

/** The fields of one entry of a list or map. */
export function ItemForm({ node, path, named }: { node: FieldNode; path: YamlPath; named: boolean }) {
  const entry = (named ? node.namedEntry : undefined) ?? node.entry
  const all = entry ? sections(node, entry) : []
  const rare = all.flatMap((section) => section.rare)
  return (
    <InheritedProvider node={node} path={path}>
      {named && <KeyField path={path} written={node.writtenKeys} />}
      {all.map((section) => (
        <Fields key={section.id} section={{ fields: section.fields, rare: [] }} base={path} />
      ))}
      {rare.length > 0 && <Fields section={{ fields: [], rare }} base={path} />}
      {entry && <UnknownKeys root={entry} form={node.item?.form ?? []} base={path} />}
    </InheritedProvider>
  )
}

/** The key of an entry: it is written when the field is left, since half a name is a name too. */
function KeyField({ path, written }: { path: YamlPath; written: WrittenName | undefined }) {
  const id = useId()
  const source = useSource()
  const key = String(path.at(-1))
  // A draft is of the key that it was typed over: another key from elsewhere ends it.
  const [draft, setDraft] = useState<{ of: string; text: string; problem?: string }>()
  const { text, problem } = draft?.of === key ? draft : { text: key, problem: undefined }
  const node: FieldNode = {
    key: '',
    title: 'Name',
    description: 'The key under which your Python reads the value.',
    widget: 'text',
    required: true,
    types: ['string'],
  }

  function type(next: string) {
    const wanted = next.trim()
    const refusal = wanted === key || wanted === '' ? undefined : nameRefusal(written, wanted)
    setDraft({ of: key, text: next, problem: refusal })
  }

  function write() {
    const wanted = text.trim()
    if (wanted === key || wanted === '') return setDraft(undefined)
    if (nameRefusal(written, wanted) !== undefined) return
    const outcome = source.rename(path, wanted, `Rename ${key} to ${wanted}`)
    setDraft(outcome.ok ? undefined : { of: key, text, problem: outcome.reason })
  }

  return (
    <Row label="Name" path={[...path, '#key']} id={id} labelId={`${id}l`}>
      <Input
        id={id}
        mono
        value={text}
        spellCheck={false}
        disabled={useDisabled()}
        aria-describedby={`${id}n`}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          event.preventDefault()
          source.setFocus(path)
        }}
        onBlur={write}
        onKeyDown={(event) => event.key === 'Enter' && write()}
      />
      <Note node={node} path={[...path, '#key']} noteId={`${id}n`} problem={problem} />
    </Row>
  )
}
