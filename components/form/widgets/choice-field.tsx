'use client'

import { Segments } from '@/components/ui/segments'
import { Select, type Choice } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { FieldNode } from '../field-node'
import { Note, useInvalid } from '../note'
import { useDisabled, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'

const ABSENT = '\u0000absent'

function choicesOf(node: FieldNode, value: unknown): Choice[] {
  const words = [...(node.words ?? Object.keys(node.choices ?? {}))]
  if (typeof value === 'string' && !words.includes(value)) words.push(value)
  return words.map((word) => {
    const title = node.choices?.[word]?.title
    return title === undefined || title === word ? { value: word, label: <code>{word}</code> } : { value: word, label: title, word }
  })
}

/** A closed select shows what is chosen whole: the human word and that of the file. */
function withWords(choices: readonly Choice[]): Choice[] {
  return choices.map(({ value, label, word }) => ({
    value,
    label: (
      <>
        {label} {word && <code className="pl-1 text-ink-3">{word}</code>}
      </>
    ),
  }))
}

/** One of many words; an optional one can be taken back out of the file. */
export function SelectField({ node, path, id, labelId, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const choices = choicesOf(node, value)
  const chosen = typeof value === 'string' ? value : undefined
  const help = chosen === undefined ? undefined : node.choices?.[chosen]?.description
  return (
    <>
      <Select
        id={id}
        aria-labelledby={labelId}
        aria-describedby={noteId}
        aria-invalid={useInvalid(path) || undefined}
        value={chosen}
        disabled={useDisabled()}
        placeholder={value === undefined || value === null ? 'Not set' : String(value)}
        choices={node.required || value === undefined ? withWords(choices) : [...withWords(choices), { value: ABSENT, label: <span className="text-ink-3">Not set</span> }]}
        onValueChange={(word) => (word === ABSENT ? source.remove(path, node.title) : source.set(path, word, node.title))}
      />
      <Note node={help ? { ...node, description: help } : node} path={path} noteId={noteId} />
    </>
  )
}

/** One of two to four words, all in sight. */
export function SegmentsField({ node, path, id, labelId, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const chosen = typeof value === 'string' ? value : undefined
  const help = chosen === undefined ? undefined : node.choices?.[chosen]?.description
  return (
    <>
      <Segments
        id={id}
        aria-labelledby={labelId}
        aria-describedby={noteId}
        value={chosen}
        disabled={useDisabled()}
        choices={choicesOf(node, value)}
        onValueChange={(word) => source.set(path, word, node.title)}
      />
      <Note node={help ? { ...node, description: help } : node} path={path} noteId={noteId} />
    </>
  )
}

/** On or off. An absent one shows what Dify assumes, and says so. */
export function SwitchField({ node, path, id, noteId }: WidgetProps) {
  const source = useSource()
  const value = useValue(path)
  const on = value === undefined ? node.absent === true : value === true
  return (
    <>
      <div className="flex min-h-7 items-center gap-2">
        <Switch id={id} checked={on} disabled={useDisabled()} aria-describedby={noteId} onCheckedChange={(checked) => source.set(path, checked, node.title)} />
        <span className="text-ink-2">{node.description}</span>
        {value === undefined && <span className="text-12 text-ink-3">default</span>}
      </div>
      <Note node={node} path={path} noteId={noteId} help={false} />
    </>
  )
}
