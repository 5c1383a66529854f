import type { UiStore } from '../store/ui-state'

/** Opens the history with who changed a line of a text. */
export function askWhoChanged(
  ui: UiStore,
  { file, line }: { file: string; line: number },
  text: string | undefined,
): void {
  if (text === undefined) return
  ui.set({ view: 'history', history: { line: { path: file, line, text } }, pane: 'form' })
}
