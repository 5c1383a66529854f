'use client'

import { Select, type Choice } from '@/components/ui/select'
import { useInherited } from '../inherited'
import { Note, useInvalid } from '../note'
import { useDisabled, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { choicesOf } from './choices'

const ABSENT = '\u0000absent'

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
  const inherited = useInherited(path)
  const given =
    typeof inherited === 'string' ? `${node.choices?.[inherited]?.title ?? inherited}, from the template` : 'Not set'
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
        placeholder={value === undefined || value === null ? given : String(value)}
        choices={
          node.required || value === undefined
            ? withWords(choices)
            : [...withWords(choices), { value: ABSENT, label: <span className="text-ink-3">Not set</span> }]
        }
        onValueChange={(word) =>
          word === ABSENT ? source.remove(path, node.title) : source.set(path, word, node.title)
        }
      />
      <Note node={help ? { ...node, description: help } : node} path={path} noteId={noteId} />
    </>
  )
}
