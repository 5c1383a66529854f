'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import type { FieldNode } from '../field-node'
import { useInherited } from '../inherited'
import { Note, useInvalid } from '../note'
import { useDisabled, useReading, useSource } from '../source-context'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { textCodec, useDraft } from '../use-draft'
import type { WidgetProps } from '../widget-props'
import { rowTracker } from './row-ids'

/** A list of texts, one a line. */
export function StringsField({ node, path, id, noteId }: WidgetProps) {
  const source = useSource()
  const disabled = useDisabled()
  const [tracker] = useState(rowTracker)
  const rows = useReading((each) => tracker.rows(listAt(valueAt(each.value(), path))))
  const inherited = useInherited(path)
  const ids = rows.map((row) => row.id)
  const remove = (gone: string, at: YamlPath) =>
    tracker.during(
      ids.filter((each) => each !== gone),
      () => source.remove(at, node.title),
    )
  return (
    <>
      <div className="grid gap-1.5">
        {rows.length === 0 && Array.isArray(inherited) && (
          <p className="min-h-7 content-center text-ink-3">{inherited.join(', ')}, from the template</p>
        )}
        {rows.map((row, index) => (
          <Line
            key={row.id}
            node={node}
            path={[...path, row.key]}
            index={index}
            remove={() => remove(row.id, [...path, row.key])}
          />
        ))}
        {!disabled && (
          <div>
            <Button
              id={id}
              look="ghost"
              size="compact"
              icon={Plus}
              aria-label={`Add to ${node.title}`}
              aria-describedby={noteId}
              onClick={() => source.insert(path, rows.length, '', node.title)}
            >
              Add
            </Button>
          </div>
        )}
      </div>
      <Note node={node} path={path} noteId={noteId} />
    </>
  )
}

function listAt(value: unknown): unknown {
  return Array.isArray(value) ? value : undefined
}

function Line({ node, path, index, remove }: { node: FieldNode; path: YamlPath; index: number; remove: () => void }) {
  const source = useSource()
  const disabled = useDisabled()
  const map = useReading((each) => typeof valueAt(each.value(), path) === 'object')
  const { attach, ...draft } = useDraft(path, textCodec, { label: node.title })
  const noteId = `${path.join('-')}-note`
  const invalid = useInvalid(path, draft.problem)
  return (
    <div>
      <div className="flex gap-1">
        <Input
          ref={attach}
          mono
          aria-label={`${node.entry?.title || node.title} ${index + 1}`}
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.leave}
          onFocus={(event) => {
            event.preventDefault()
            source.setFocus(path)
          }}
          disabled={disabled || map}
          spellCheck={false}
          aria-invalid={invalid || undefined}
          aria-describedby={noteId}
        />
        {!disabled && <IconButton icon={X} label={`Remove ${draft.text || 'this line'}`} onClick={remove} />}
      </div>
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} help={false} inside />
    </div>
  )
}
