import { textOf, writeFile } from '@/lib/plugin/files'
import type { Store } from '../store/store'
import { ruffFormat } from './ruff'

/** Lays out a Python file as `ruff format` does, in one step of undo; why not, a notice says. Other files are left alone. */
export async function formatPython(store: Store, path: string): Promise<void> {
  const before = textOf(store.get().files, path)
  if (before === undefined || !isPython(path)) return
  const after = await ruffFormat(before)
  if (after === undefined)
    return store.note({ notice: `${path} was not formatted: its Python does not parse, or ruff did not load.` })
  // what was typed meanwhile is not written over
  if (textOf(store.get().files, path) === before)
    store.change(`Format ${path}`, (files) => writeFile(files, path, after))
}

export function isPython(path: string): boolean {
  return path.endsWith('.py')
}
