'use client'

import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import { Note, useInvalid } from '../note'
import { useDisabled } from '../source-context'
import { integerCodec, jsonCodec, numberCodec, textCodec, useDraft, valueCodec, type Codec } from '../use-draft'
import type { WidgetProps } from '../widget-props'

/** One line of text, a number or any value, by its codec. */
function LineField({
  node,
  path,
  id,
  noteId,
  ready,
  codec,
  mono,
  end,
  inputMode,
}: WidgetProps & {
  codec: Codec
  mono?: boolean
  end?: (text: string) => string | undefined
  inputMode?: 'decimal' | 'numeric'
}) {
  const { attach, ...draft } = useDraft(path, codec, {
    label: node.title,
    optional: !node.required,
    written: node.written,
  })
  const disabled = useDisabled()
  const invalid = useInvalid(path, draft.problem)
  const reading = end?.(draft.text)
  return (
    <>
      <Input
        id={id}
        ref={attach}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        placeholder={node.example ? `For example ${node.example}` : undefined}
        mono={mono}
        inputMode={inputMode}
        spellCheck={mono ? false : undefined}
        autoComplete="off"
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={noteId}
        data-ready-control={ready || undefined}
        end={reading && <span className="whitespace-nowrap text-12 text-ink-3">{reading}</span>}
      />
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} />
    </>
  )
}

export function TextField(props: WidgetProps) {
  return <LineField {...props} codec={textCodec} mono={props.node.mono} />
}

export function NumberField(props: WidgetProps) {
  const whole = props.node.types.length > 0 && props.node.types.every((type) => type === 'integer')
  return (
    <LineField
      {...props}
      codec={whole ? integerCodec : numberCodec}
      mono
      inputMode={whole ? 'numeric' : 'decimal'}
      end={props.node.unit === 'bytes' ? bytesText : undefined}
    />
  )
}

export function ValueField(props: WidgetProps) {
  return <LineField {...props} codec={valueCodec} mono />
}

export function DateField(props: WidgetProps) {
  return <LineField {...props} codec={textCodec} mono end={dateText} />
}

/** A text of several lines. */
export function MultilineField(props: WidgetProps) {
  return <AreaField {...props} codec={textCodec} mono={props.node.mono} />
}

/** A JSON Schema, as JSON. */
export function JsonSchemaField(props: WidgetProps) {
  return <AreaField {...props} codec={jsonCodec} mono least={6} most={24} />
}

function AreaField({
  node,
  path,
  id,
  noteId,
  ready,
  codec,
  mono,
  least,
  most,
}: WidgetProps & { codec: Codec; mono?: boolean; least?: number; most?: number }) {
  const { attach, ...draft } = useDraft(path, codec, { label: node.title, optional: !node.required })
  const disabled = useDisabled()
  const invalid = useInvalid(path, draft.problem)
  return (
    <>
      <TextArea
        id={id}
        ref={attach}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        placeholder={node.example ? `For example: ${node.example}` : undefined}
        mono={mono}
        least={least}
        most={most}
        spellCheck={mono ? false : undefined}
        disabled={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={noteId}
        data-ready-control={ready || undefined}
      />
      <Note node={node} path={path} noteId={noteId} problem={draft.problem} />
    </>
  )
}

/** How people say a number of bytes: 268435456 is 256 MiB. */
export function bytesText(text: string): string | undefined {
  const bytes = Number(text)
  if (text.trim() === '' || !Number.isFinite(bytes) || bytes < 1024) return undefined
  const units = ['KiB', 'MiB', 'GiB', 'TiB']
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length)
  return `${Number((bytes / 1024 ** power).toFixed(1))} ${units[power - 1]}`
}

function dateText(text: string): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : undefined
  if (!time || Number.isNaN(time.getTime())) return undefined
  return time.toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
