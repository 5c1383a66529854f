'use client'

import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { Field, Row } from './field'
import type { FieldNode } from './field-node'
import { isShown, type PlacedField, type PlacedSection } from './layout'
import { useReading } from './source-context'
import { NumberField } from './widgets/text-field'

/** The fields of a section below `base`; numbers that follow each other share a line, rare ones are folded away. */
export function Fields({
  section,
  base = [],
  ready = false,
}: {
  section: Pick<PlacedSection, 'fields' | 'rare'>
  base?: YamlPath
  ready?: boolean
}) {
  return (
    <>
      {runsOf(section.fields).map((run, index) => {
        const [first] = run
        if (!first) return null
        const key = first.path.join('.')
        return run.length > 1 ? (
          <NumberRow key={key} fields={run} base={base} />
        ) : (
          <Placed key={key} field={first} base={base} ready={ready && index === 0} />
        )
      })}
      {section.rare.length > 0 && <More fields={section.rare} base={base} />}
    </>
  )
}

function Placed({ field, base, ready }: { field: PlacedField; base: YamlPath; ready?: boolean }) {
  // A memoised field must see the same path each time, until its entry moves.
  const [kept, setKept] = useState(() => [...base, ...field.path])
  const path = [...base, ...field.path]
  const same = path.length === kept.length && path.every((key, index) => key === kept[index])
  if (!same) setKept(path)
  return <Field node={field.node} path={same ? kept : path} ready={ready} />
}

function runsOf(fields: readonly PlacedField[]): PlacedField[][] {
  const runs: PlacedField[][] = []
  for (const field of fields) {
    const last = runs.at(-1)
    const joins =
      field.node.widget === 'number' && last?.[0]?.node.widget === 'number' && !field.node.unit && !last[0].node.unit
    if (last && joins && last.length < 4) last.push(field)
    else runs.push([field])
  }
  return runs
}

function NumberRow({ fields, base }: { fields: readonly PlacedField[]; base: YamlPath }) {
  const id = useId()
  const shown = useReading((source) =>
    fields
      .map(({ node, path }) =>
        isShown(
          node,
          valueAt(source.value(), [...base, ...path]),
          valueAt(source.value(), [...base, ...path.slice(0, -1)]),
        ),
      )
      .join(),
  )
  const visible = fields.filter((_, index) => shown.split(',')[index] === 'true')
  const [first] = visible
  if (!first) return null
  return (
    <Row
      label="Number"
      path={[...base, ...first.path]}
      id={`${id}0`}
      labelId={`${id}l`}
      covers={visible.map(({ path }) => [...base, ...path])}
    >
      <div className="grid grid-cols-[repeat(auto-fit,minmax(72px,1fr))] gap-2">
        {visible.map(({ node, path }, index) => (
          <NumberCell key={node.key} node={node} path={[...base, ...path]} id={`${id}${index}`} />
        ))}
      </div>
    </Row>
  )
}

function NumberCell({ node, path, id }: { node: FieldNode; path: YamlPath; id: string }) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 text-ink-3">
        {node.title}
      </label>
      <NumberField node={{ ...node, description: '' }} path={path} id={id} labelId={`${id}l`} noteId={`${id}n`} />
    </div>
  )
}

/** Rare fields, behind one line. */
function More({ fields, base }: { fields: readonly PlacedField[]; base: YamlPath }) {
  const pointed = useReading((source) => {
    const { at, reveal } = source.focus()
    const inside = fields.some(({ path }) =>
      [...base, ...path].every((key, index) => String(at[index]) === String(key)),
    )
    return inside ? reveal : 0
  })
  const any = useReading((source) =>
    fields.some(({ node, path }) =>
      isShown(
        node,
        valueAt(source.value(), [...base, ...path]),
        valueAt(source.value(), [...base, ...path.slice(0, -1)]),
      ),
    ),
  )
  const [state, setState] = useState({ open: pointed > 0, pointed })
  if (state.pointed !== pointed) setState({ open: state.open || pointed > 0, pointed })
  if (!any) return null
  return (
    <div className="grid gap-3">
      <button
        type="button"
        aria-expanded={state.open}
        onClick={() => setState({ open: !state.open, pointed })}
        className="flex w-max items-center gap-1 rounded-tag py-0.5 text-12 text-ink-2 hover:text-ink"
      >
        <Icon of={state.open ? ChevronDown : ChevronRight} size={14} />
        More
      </button>
      {state.open && fields.map((field) => <Placed key={field.path.join('.')} field={field} base={base} />)}
    </div>
  )
}
