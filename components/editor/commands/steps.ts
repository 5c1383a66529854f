import { History, RotateCw } from 'lucide-react'
import { timeText } from '@/components/projects/time-text'
import type { Entry } from '../store/history'
import type { Store } from '../store/store'
import type { PaletteItem } from './commands'

/** One's own steps, the newest first; choosing one goes back or forward to how things were right after it. */
export function stepsOf(store: Store, now: Date): PaletteItem[] {
  const { undo, redo } = store.get()
  const item = (entry: Entry, id: string, icon: typeof History, run: () => void, what: string): PaletteItem => ({
    id,
    text: entry.label,
    detail: `${what}${entry.step.paths.length === 1 ? entry.step.paths[0] : `${entry.step.paths.length} files`} · ${timeText(new Date(entry.at), now)}`,
    icon,
    run,
  })
  return [
    ...redo.map((entry, index) =>
      item(entry, `redo ${index}`, RotateCw, () => travel(store, 'redo', index), 'Taken back · '),
    ),
    ...undo
      .map((entry, index) => item(entry, `undo ${index}`, History, () => travel(store, 'undo', index + 1), ''))
      .reverse(),
    ...(undo.length > 0
      ? [{ id: 'start', text: 'As it was opened', icon: History, run: () => travel(store, 'undo', 0) }]
      : []),
  ]
}

/** Undo or redo until so many entries are left; stops where a step cannot be taken because its lines changed since. */
function travel(store: Store, direction: 'undo' | 'redo', left: number): void {
  while (store.get()[direction].length > left) {
    const before = store.get()[direction].length
    store[direction]()
    if (store.get()[direction].length === before) return
  }
}
