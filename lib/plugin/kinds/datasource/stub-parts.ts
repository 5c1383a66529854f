import { lay } from '../../python/layout'
import type { Local } from '../../python/locals'

/** What the Python of one type is made of. */
export interface StubInput {
  /** Locals of the parameters, which only some methods are handed. */
  parameters: readonly Local[]
  credentials: readonly Local[]
  outputSchema: unknown
}

/** What one type adds to the module. */
export interface StubParts {
  standard: readonly string[]
  /** Names of `dify_plugin.entities.datasource`. */
  entities: readonly string[]
  constants?: readonly string[]
  /** Lines of the class. */
  lines: readonly string[]
  /** The locals that the lines read. */
  read: readonly Local[]
}

/** Lines that read locals; a value that is missing leaves the method as a ValueError, which Dify shows. */
export function readLines(locals: readonly Local[]): string[] {
  const lines = locals.flatMap(({ reading, name, source }) => lay(reading.assign(name, source), 8))
  return lines.length > 0 ? [...lines, ''] : []
}

/** Parameters of a method that takes over these locals. */
export function takes(locals: readonly Local[]): string[] {
  return locals.map(({ name, reading }) => `${name}: ${reading.annotation}`)
}

/** The same as arguments. */
export function names(locals: readonly Local[]): string[] {
  return locals.map(({ name }) => name)
}
