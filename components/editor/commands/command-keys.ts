/**
 * The keys of the editor's commands, in one place: what listens, tooltips, the palette and the list of keys read them here. None is reserved
 * by a browser (Ctrl+T, N, W, Tab and the digits are) and none is one that Monaco needs while typing. The first of a list is the one shown.
 */
export const commandKeys = {
  palette: ['mod+k'],
  find: ['mod+shift+f'],
  save: ['mod+s'],
  undo: ['mod+z'],
  redo: ['mod+shift+z', 'mod+y'],
} as const

export type CommandId = keyof typeof commandKeys

const ids: readonly CommandId[] = ['palette', 'find', 'save', 'undo', 'redo']

/** The command whose key this is; mod is ⌘ or Ctrl. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey'>,
): CommandId | undefined {
  if (!(event.metaKey || event.ctrlKey) || event.altKey) return undefined
  const pressed = `mod+${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`
  return ids.find((id) => commandKeys[id].some((keys) => keys === pressed))
}

/** Keys that belong to a place, for the list of keys. */
export const placeKeys: readonly { place: string; keys: readonly { keys: string; does: string }[] }[] = [
  {
    place: 'In the outline and the files',
    keys: [
      { keys: 'up', does: 'Move up; down, left and right alike' },
      { keys: 'enter', does: 'Open' },
      { keys: 'f2', does: 'Rename' },
      { keys: 'delete', does: 'Delete' },
      { keys: 'mod+d', does: 'In the outline: duplicate' },
      { keys: 'alt+up', does: 'In the outline: move up; Alt and down the other way' },
    ],
  },
  {
    place: 'In a list of a form',
    keys: [{ keys: 'space', does: 'On the handle: lift the row, then arrows move it, Escape puts it back' }],
  },
  {
    place: 'In a text with languages',
    keys: [{ keys: 'alt+right', does: 'Next language; Alt and left for the one before' }],
  },
  {
    place: 'In the problems',
    keys: [
      { keys: 'enter', does: 'Go to its place' },
      { keys: 'mod+.', does: 'Fix it' },
    ],
  },
  {
    place: 'In the code editor',
    keys: [
      { keys: 'escape', does: 'Then Tab leaves the editor' },
      { keys: 'ctrl+m', does: 'Tab moves the focus instead of indenting' },
      { keys: 'mod+f', does: 'Find in this file' },
      { keys: 'mod+space', does: 'Offer what may stand here' },
      { keys: 'mod+.', does: 'Mend what is wrong here' },
      { keys: 'shift+alt+f', does: 'Format Python' },
      { keys: 'mod+shift+o', does: 'Go to a class or function' },
      { keys: 'f12', does: 'Go to the file named here' },
    ],
  },
]
