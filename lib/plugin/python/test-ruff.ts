import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs'
import { ruffOptions } from './ruff-options'

const workspace = new Workspace(ruffOptions, PositionEncoding.Utf16)

/** What ruff finds in a generated file, as `line: code message`; for tests. */
export function lintPython(text: string): string[] {
  const diagnostics: { code: string | null; message: string; start_location: { row: number } }[] = workspace.check(text)
  return diagnostics.map(({ code, message, start_location }) => `${start_location.row}: ${code ?? ''} ${message}`)
}

/** The text as `ruff format --line-length 100` leaves it; for tests. Throws where it does not parse. */
export function formatPython(text: string): string {
  return workspace.format(text)
}
