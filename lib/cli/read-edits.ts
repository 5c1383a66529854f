import { z } from 'zod'
import { UsageError } from './command'

/** One wanted edit, as given on the command line or in a line of `--edits`. */
export type Edit = { file: string; pointer: string } & ({ remove: true } | { value: unknown })

const line = z
  .object({ file: z.string(), pointer: z.string(), remove: z.boolean().optional(), value: z.unknown().optional() })
  .refine(({ remove, value }) => (remove === true) !== (value !== undefined))

/** The edits of JSON lines; a UsageError names the first line that is none, so that a slip writes nothing. */
export function editsOf(text: string): Edit[] {
  return text.split('\n').flatMap((source, index) => (source.trim() === '' ? [] : [editOf(source, index + 1)]))
}

function editOf(source: string, number: number): Edit {
  const read = line.safeParse(parsed(source))
  if (!read.success) {
    throw new UsageError(
      `Mend line ${number} of the edits: each line is {"file", "pointer", "value"} or {"file", "pointer", "remove": true} in JSON.`,
    )
  }
  const { file, pointer, remove, value } = read.data
  return remove ? { file, pointer, remove } : { file, pointer, value: exact(value, source) }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    return undefined
  }
}

/** VALUE of the command line: JSON, or the text itself where it is not JSON. */
export function valueOfArgument(argument: string): unknown {
  const value = parsed(argument)
  if (value === undefined) return argument
  return typeof value === 'number' && /^\s*-?[0-9]+\s*$/.test(argument) ? BigInt(argument.trim()) : value
}

/**
 * JSON numbers lose how they were written: `1` and `1.0` differ in YAML, and large integers would be rounded. An integer is
 * given on as a bigint. (A quote inside of a JSON text has a backslash before it, so this finds the entry itself.)
 */
function exact(value: unknown, source: string): unknown {
  if (typeof value !== 'number') return value
  const digits = /(?<!\\)"value"\s*:\s*(-?[0-9]+)\s*[,}]/.exec(source)?.[1]
  return digits === undefined ? value : BigInt(digits)
}
