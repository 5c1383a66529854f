'use client'

import { Segments } from '@/components/ui/segments'
import { Switch } from '@/components/ui/switch'
import { Note } from '../note'
import { useDisabled, useSource, useValue } from '../source-context'
import type { WidgetProps } from '../widget-props'
import { choicesOf } from './choices'

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
        <Switch
          id={id}
          checked={on}
          disabled={useDisabled()}
          aria-describedby={noteId}
          onCheckedChange={(checked) => source.set(path, checked, node.title)}
        />
        <span className="text-ink-2">{node.description}</span>
        {value === undefined && <span className="text-12 text-ink-3">default</span>}
      </div>
      <Note node={node} path={path} noteId={noteId} help={false} />
    </>
  )
}
