import { readingOf, type Reading } from './field-reading'
import type { Field } from './fields'
import { lay } from './layout'
import { localNames } from './names'
import type { Reader } from './readers'

/** A field with the local variable that holds it. */
export interface Local {
  field: Field
  reading: Reading
  name: string
  source: string
}

/** Locals for groups of fields, each group read from its own source, all named differently. */
export function localsOf(
  groups: readonly { fields: readonly Field[]; source: string }[],
  reserved: readonly string[],
): Local[] {
  const fields = groups.flatMap(({ fields, source }) => fields.map((field) => ({ field, source })))
  const names = localNames(
    fields.map(({ field }) => field.name),
    reserved,
  )
  return fields.map(({ field, source }, index) => ({
    field,
    source,
    reading: readingOf(field),
    name: names[index] ?? `value_${index}`,
  }))
}

/**
 * Lines that read the locals. Where one can fail they stand in a `try` whose ValueError is answered by `refusal`: lines that
 * use `exc`.
 */
export function readingLines(locals: readonly Local[], indent: number, refusal: readonly string[]): string[] {
  const guarded = locals.some(({ reading }) => reading.canFail)
  const inner = guarded ? indent + 4 : indent
  const lines = locals.flatMap(({ reading, name, source }) => lay(reading.assign(name, source), inner))
  if (!guarded) return lines
  const margin = ' '.repeat(indent)
  return [
    `${margin}try:`,
    ...lines,
    `${margin}except ValueError as exc:`,
    ...refusal.map((line) => `${margin}    ${line}`),
  ]
}

/** The reading functions that these locals call. */
export function readersOf(locals: readonly Local[]): Set<Reader> {
  return new Set(locals.flatMap(({ reading }) => reading.readers))
}

/** True when any local holds a file, whose class has to be imported. */
export function usesFiles(locals: readonly Local[]): boolean {
  return locals.some(({ reading }) => /\bFile\b/.test(reading.annotation))
}
