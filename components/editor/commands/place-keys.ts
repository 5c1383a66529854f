export const formatKey = 'shift+alt+f'

/** Keys that belong to a place, for the list of keys. */
export const placeKeys: readonly { place: string; keys: readonly { keys: string; does: string }[] }[] = [
  {
    place: 'Between the panes',
    keys: [{ keys: 'f6', does: 'To the next pane; Shift and F6 to the one before' }],
  },
  {
    place: 'In the outline and the files',
    keys: [
      { keys: 'up', does: 'Move up; down, left and right alike' },
      { keys: 'enter', does: 'Open' },
      { keys: 'f2', does: 'Rename; a file or folder also moves, its whole path is typed' },
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
      { keys: formatKey, does: 'Format Python' },
      { keys: 'alt+f8', does: 'Next mark in this file' },
      { keys: 'mod+shift+o', does: 'Go to a class or function' },
      { keys: 'f12', does: 'Go to the file named here' },
      { keys: 'mod+alt+m', does: 'Comment on these lines, or read what was said of them' },
      { keys: 'mod+alt+b', does: 'Who changed this line?' },
    ],
  },
]
