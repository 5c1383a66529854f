import { call, lay } from './layout'

/** The first lines of a method. */
export function head(name: string, parameters: readonly string[], result: string): string[] {
  return ['', ...lay(call(`def ${name}`, parameters, ` -> ${result}:`), 4)]
}

/** Raises the SDK's error with this text, as it stands in Python. */
export function raise(error: string, text: string, indent: number, after = ''): string[] {
  return lay(call(`raise ${error}`, [text], after), indent)
}
