'use client'

import { FileOutput } from 'lucide-react'
import { useId } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { cleanPath } from '@/lib/plugin/schema/file-reference'
import { Note, useInvalid } from '../note'
import { useDisabled, useReading, useSource } from '../source-context'
import { textCodec, useDraft } from '../use-draft'
import type { WidgetProps } from '../widget-props'

/** A path of another file, with the plugin's files as suggestions and a way there. */
export function FileField({ node, path, id, noteId, ready }: WidgetProps) {
  const source = useSource()
  const listId = useId()
  const { attach, ...draft } = useDraft(path, textCodec, { label: node.title, optional: !node.required })
  const disabled = useDisabled()
  const invalid = useInvalid(path, draft.problem)
  const paths = useReading((each) => each.paths())
  const target = cleanPath(draft.text)
  const ending = target.includes('.') ? target.slice(target.lastIndexOf('.')) : ''
  return (
    <>
      <div className="flex gap-1">
        <Input
          id={id}
          ref={attach}
          list={listId}
          mono
          value={draft.text}
          onChange={(event) => draft.change(event.target.value)}
          onBlur={draft.leave}
          placeholder={node.example ? `For example ${node.example}` : undefined}
          spellCheck={false}
          autoComplete="off"
          disabled={disabled}
          aria-invalid={invalid || undefined}
          aria-describedby={noteId}
          data-ready-control={ready || undefined}
        />
        {paths.includes(target) && (
          <IconButton icon={FileOutput} label={`Open ${target}`} onClick={() => source.open(target)} />
        )}
      </div>
      <datalist id={listId}>
        {paths
          .filter((each) => ending !== '' && each.endsWith(ending))
          .map((each) => (
            <option key={each} value={each} />
          ))}
      </datalist>
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} />
    </>
  )
}
