'use client'

import { useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { valueAt } from '@/lib/plugin/schema/file-reference'
import { nameRefusal, type WrittenName } from '@/lib/plugin/schema/written-name'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { useSource, useValue } from './source-context'

/** What is typed and the value that it stands for. */
export interface Codec {
  readonly textOf: (value: unknown) => string
  /** The value of a text; a sentence where it has none; `empty` where the key should go. */
  readonly valueOf: (text: string) => { ok: true; value: unknown } | { ok: false; problem: string } | { ok: 'empty' }
}

export interface Draft {
  readonly text: string
  readonly problem?: string
  readonly change: (text: string) => void
  readonly leave: () => void
  readonly attach: (element: HTMLElement | null) => void
}

/**
 * The one place where what is typed (react-hook-form) and the files meet. Typing writes the value at once when the text has one;
 * a change of the file from elsewhere (the code pane, undo) replaces the draft, unless the draft already means that value.
 * An optional field that is left empty goes out of the file, any other shows again what stands there. A name that its rule refuses stays a draft.
 */
export function useDraft(
  path: YamlPath,
  codec: Codec,
  { label, optional = false, written }: { label: string; optional?: boolean; written?: WrittenName },
): Draft {
  const source = useSource()
  const value = useValue(path)
  const { control, setError, clearErrors } = useFormContext<Record<string, string>>()
  // A draft belongs to the field on the screen, not to a place in the file: another entry may stand there by now.
  const name = `draft${useId()}`
  const shown = codec.textOf(value)
  const { field, fieldState } = useController({ control, name, defaultValue: shown, shouldUnregister: true })
  const text = typeof field.value === 'string' ? field.value : shown
  const seen = useRef(value)
  const element = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    if (Object.is(seen.current, value)) return
    seen.current = value
    if (means(codec, text, value)) return
    clearErrors(name)
    field.onChange(shown)
  }, [value, shown, text, codec, field, name, clearErrors])

  const draft: Draft = {
    text,
    problem: fieldState.error?.message,
    attach(given) {
      element.current = given
      field.ref(given)
    },
    change(next) {
      field.onChange(next)
      const read = codec.valueOf(next)
      if (read.ok === 'empty') return clearErrors(name)
      if (!read.ok) return setError(name, { message: read.problem })
      if (Object.is(read.value, valueAt(source.value(), path))) return clearErrors(name)
      const refusal = typeof read.value === 'string' ? nameRefusal(written, read.value) : undefined
      if (refusal !== undefined) return setError(name, { message: refusal })
      const outcome = source.set(path, read.value, label)
      if (!outcome.ok) setError(name, { message: outcome.reason })
      else if (fieldState.error) clearErrors(name)
    },
    leave() {
      field.onBlur()
      const read = codec.valueOf(text)
      if (value === undefined) return
      if (optional && (read.ok === 'empty' || (read.ok === true && read.value === ''))) source.remove(path, label)
      // What has to stand there has no empty value: the file kept what it had, and that is what is seen.
      else if (read.ok === 'empty') field.onChange(shown)
    },
  }

  // what was typed while the page was not awake yet stands in the element alone, until it is drawn again
  const early = useEffectEvent(() => {
    const input = element.current
    const isText = input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement
    if (isText && input === document.activeElement && input.value !== text) draft.change(input.value)
  })
  useLayoutEffect(() => early(), [])

  return draft
}

function means(codec: Codec, text: string, value: unknown): boolean {
  if (codec.textOf(value) === text) return true
  const read = codec.valueOf(text)
  if (read.ok === 'empty') return value === undefined
  return read.ok && Object.is(read.value, value)
}

export const textCodec: Codec = {
  textOf: (value) =>
    value === undefined || value === null
      ? ''
      : typeof value === 'string'
        ? value
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
  valueOf: (text) => ({ ok: true, value: text }),
}

/** A time or a price as it is written; none is no text. */
export const wordCodec: Codec = {
  textOf: textCodec.textOf,
  valueOf: (text) => (text.trim() === '' ? { ok: 'empty' } : { ok: true, value: text }),
}

export const numberCodec: Codec = {
  textOf: textCodec.textOf,
  valueOf(text) {
    if (text.trim() === '') return { ok: 'empty' }
    const number = Number(text)
    return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text.trim()) && Number.isFinite(number)
      ? { ok: true, value: number }
      : { ok: false, problem: 'Write a number, for example 3 or 0.5.' }
  },
}

export const integerCodec: Codec = {
  textOf: textCodec.textOf,
  valueOf(text) {
    if (text.trim() === '') return { ok: 'empty' }
    return /^[-+]?\d+$/.test(text.trim())
      ? { ok: true, value: Number(text) }
      : { ok: false, problem: 'Write a whole number, for example 3.' }
  },
}

const powers = ['', 'k', 'm', 'g', 't']

/**
 * A number of bytes, typed with a unit of 1,024 (256 MB, 256 MiB). A bare number is one of MB, but for those that only bytes can be: a
 * million and more. Whole mebibytes are shown as such.
 */
export const bytesCodec: Codec = {
  textOf(value) {
    if (typeof value !== 'number' || value <= 0) return textCodec.textOf(value)
    return value % 1024 ** 2 === 0 ? `${value / 1024 ** 2} MiB` : `${value} bytes`
  },
  valueOf(text) {
    if (text.trim() === '') return { ok: 'empty' }
    const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]?i?b|[kmgt]|bytes?)?$/i.exec(text.trim()) ?? []
    const bare = Number(number) < 1_000_000 ? 'm' : ''
    const letter = unit === '' ? bare : /^b/i.test(unit) ? '' : unit.charAt(0).toLowerCase()
    const bytes = Number(number) * 1024 ** powers.indexOf(letter)
    if (bytes > 1024 ** 4) return { ok: false, problem: 'Write less: no plugin gets more than 1 TB.' }
    return Number.isSafeInteger(bytes)
      ? { ok: true, value: bytes }
      : { ok: false, problem: 'Write a size, for example 256 MB.' }
  },
}

/** Any value, as JSON; a text stands without quotes where nothing else could be read in it. */
export const valueCodec: Codec = {
  textOf(value) {
    if (value === undefined) return ''
    if (typeof value !== 'string') return JSON.stringify(value)
    return parsed(value) === undefined && value !== '' && value.trim() === value ? value : JSON.stringify(value)
  },
  valueOf(text) {
    if (text.trim() === '') return { ok: 'empty' }
    const value = parsed(text)
    if (value !== undefined) return { ok: true, value }
    return /^["[{]/.test(text.trim())
      ? { ok: false, problem: 'Close what was opened: this starts like JSON and does not end.' }
      : { ok: true, value: text }
  },
}

export const jsonCodec: Codec = {
  textOf: (value) => (value === undefined ? '' : JSON.stringify(value, null, 2)),
  valueOf(text) {
    if (text.trim() === '') return { ok: 'empty' }
    const value = parsed(text)
    return value === undefined ? { ok: false, problem: jsonProblem(text) } : { ok: true, value }
  },
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function jsonProblem(text: string): string {
  try {
    JSON.parse(text)
  } catch (error) {
    if (error instanceof Error) return `Mend the JSON, the file keeps its last good value: ${error.message}`
  }
  return 'Mend the JSON, the file keeps its last good value.'
}
