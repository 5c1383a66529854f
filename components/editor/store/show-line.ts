import type { Store } from './store'

/** Brings a line of a file into the code pane's view, also when it was the last one shown. */
export function showLine(store: Store, file: string, line: number): void {
  store.note({ line: { file, line } })
}
