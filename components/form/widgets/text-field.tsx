'use client'

import { CalendarDays } from 'lucide-react'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { TextArea } from '@/components/ui/text-area'
import { useInherited } from '../inherited'
import { Note, useInvalid } from '../note'
import { useDisabled, useSource, useValue } from '../source-context'
import {
  bytesCodec,
  integerCodec,
  jsonCodec,
  numberCodec,
  textCodec,
  useDraft,
  valueCodec,
  wordCodec,
  type Codec,
} from '../use-draft'
import type { WidgetProps } from '../widget-props'

/** One line of text, a number or any value, by its codec. */
export function LineField({
  node,
  path,
  id,
  noteId,
  ready,
  codec,
  mono,
  end,
  inputMode,
  list,
  optional = !node.required,
}: WidgetProps & {
  codec: Codec
  mono?: boolean
  end?: (text: string) => string | undefined
  inputMode?: 'decimal' | 'numeric'
  /** Id of a list of proposals. */
  list?: string
  /** Left empty it goes out of the file. */
  optional?: boolean
}) {
  const { attach, ...draft } = useDraft(path, codec, {
    label: node.title,
    optional,
    written: node.written,
  })
  const disabled = useDisabled()
  const invalid = useInvalid(path, draft.problem)
  const inherited = useInherited(path)
  const fromTemplate = draft.text === '' && inherited !== undefined
  const reading = fromTemplate ? 'template' : end?.(draft.text)
  return (
    <>
      <Input
        id={id}
        ref={attach}
        value={draft.text}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={draft.leave}
        placeholder={inherited === undefined ? node.example && `For example ${node.example}` : codec.textOf(inherited)}
        mono={mono}
        list={list}
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
  if (props.node.unit === 'bytes') return <LineField {...props} codec={bytesCodec} mono end={bytesText} />
  const whole = props.node.types.length > 0 && props.node.types.every((type) => type === 'integer')
  return (
    <LineField {...props} codec={whole ? integerCodec : numberCodec} mono inputMode={whole ? 'numeric' : 'decimal'} />
  )
}

export function ValueField(props: WidgetProps) {
  return <LineField {...props} codec={valueCodec} mono />
}

/** A time with zone (RFC 3339), typed or with its day chosen from a calendar. */
export function DateField(props: WidgetProps) {
  const source = useSource()
  const value = useValue(props.path)
  const disabled = useDisabled()
  const calendar = useRef<HTMLInputElement>(null)
  const [, day, rest] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(String(value)) ?? []
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
      <div className="min-w-0">
        <LineField {...props} codec={wordCodec} mono end={dateText} />
      </div>
      {!disabled && (
        <span className="relative">
          <IconButton
            icon={CalendarDays}
            label={`Choose the day: ${props.node.title}`}
            onClick={() => calendar.current?.showPicker()}
          />
          <input
            ref={calendar}
            type="date"
            tabIndex={-1}
            aria-hidden
            className="pointer-events-none absolute inset-0 opacity-0"
            value={day ?? ''}
            onChange={({ target }) => {
              if (target.value !== '')
                source.set(props.path, `${target.value}${rest ?? 'T00:00:00Z'}`, props.node.title)
            }}
          />
        </span>
      )}
    </div>
  )
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

/** What stands in the file for a size: 256 MiB is 268435456. A bare number says how much that is. */
function bytesText(text: string): string | undefined {
  const read = bytesCodec.valueOf(text)
  if (read.ok !== true) return undefined
  const bytes = Number(read.value)
  if (text.trim() !== String(bytes)) return `${bytes.toLocaleString('en')} bytes`
  return bytes < 1024 ** 2 ? undefined : `${Number((bytes / 1024 ** 2).toFixed(1))} MiB`
}

function dateText(text: string): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text) : undefined
  if (!time || Number.isNaN(time.getTime())) return undefined
  return time.toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
}
