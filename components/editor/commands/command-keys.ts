/**
 * The keys of the editor's commands, in one place: what listens, tooltips, the palette and the list of keys read them here. None is reserved
 * by a browser (Ctrl+T, N, W, Tab and the digits are) and none is one that Monaco needs while typing; F8 means the same there. The first of a
 * list is the one shown.
 */
export const commandKeys = {
  palette: ['mod+k'],
  find: ['mod+shift+f'],
  save: ['mod+s'],
  undo: ['mod+z'],
  redo: ['mod+shift+z', 'mod+y'],
  nextProblem: ['f8'],
  previousProblem: ['shift+f8'],
} as const

export type CommandId = keyof typeof commandKeys

const ids: readonly CommandId[] = ['palette', 'find', 'save', 'undo', 'redo', 'nextProblem', 'previousProblem']

/** The command whose key this is; mod is ⌘ or Ctrl. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>,
): CommandId | undefined {
  if (event.altKey) return undefined
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const pressed = `${mod}${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`
  return ids.find((id) => commandKeys[id].some((keys) => keys === pressed))
}
