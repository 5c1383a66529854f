import {
  ArrowDown,
  ArrowUp,
  BookOpen,
  Copy,
  CopyPlus,
  Download,
  FileArchive,
  FilePlus2,
  History,
  House,
  Keyboard,
  Languages,
  MessageSquare,
  Monitor,
  Moon,
  PanelBottom,
  PanelRight,
  Pencil,
  Plus,
  Redo2,
  Save,
  Search,
  Sun,
  Table2,
  Trash2,
  Undo2,
  Upload,
  UserRoundPlus,
  UserSearch,
  View,
  type LucideIcon,
} from 'lucide-react'
import { chooseTheme } from '@/components/ui/theme'
import { lackingKinds } from '@/lib/plugin/edit/kinds'
import { nameOf } from '@/lib/plugin/edit/place'
import { textOf } from '@/lib/plugin/files'
import { outlineOf, type OutlineNode } from '@/lib/plugin/outline'
import { tablesIn } from '@/lib/plugin/table/item-table'
import { titleInside } from '@/lib/plugin/schema/title-inside'
import { outlineActions, siblings } from '../outline/actions'
import type { Store } from '../store/store'
import { openComments, openFind, type UiStore } from '../store/ui-state'
import { chosenField } from '../history/chosen-field'
import { askWhoChanged } from '../history/who-changed'
import { commandKeys } from './command-keys'
import { fileCommands } from './file-commands'
import { listsOf } from './lists'
import { fixCommands, problemCommands } from './problem-commands'

/** Something that can be done or gone to, as a line of the palette. */
export interface PaletteItem {
  id: string
  text: string
  /** Behind the text, faint: where it is. */
  detail?: string
  /** By what it is found besides its text. */
  words?: string
  icon: LucideIcon
  keys?: string
  run: () => void
}

export interface CommandContext {
  store: Store
  ui: UiStore
  saveNow: () => void
  download: () => void
  downloadZip: () => void
  makeCopy: () => void
  goTo: (address: string) => void
}

/** Everything that can be done now; what cannot be done is not listed. */
export function commandsOf(context: CommandContext): PaletteItem[] {
  const { store, ui } = context
  const { readOnly, undo, redo } = store.get()
  const { access } = ui.get()
  const shows = (part: Parameters<UiStore['set']>[0]) => () => ui.set(part)
  return [
    ...(access.download
      ? [
          { id: 'download', text: 'Download .difypkg', icon: Download, run: context.download },
          { id: 'zip', text: 'Download files as zip', icon: FileArchive, run: context.downloadZip },
          { id: 'copy', text: 'Make a copy', words: 'duplicate, fork', icon: CopyPlus, run: context.makeCopy },
        ]
      : []),
    ...(access.role === 'own'
      ? [
          {
            id: 'share',
            text: 'Share: links and people',
            words: 'invite, access, revoke',
            icon: UserRoundPlus,
            run: shows({ sharing: true }),
          },
        ]
      : []),
    ...(readOnly ? [] : editing()),
    {
      id: 'find',
      text: readOnly ? 'Find in all files' : 'Find and replace in all files',
      icon: Search,
      keys: commandKeys.find[0],
      run: () => openFind(ui),
    },
    ...problemCommands(context),
    ...fileCommands(store),
    {
      id: 'history',
      text: 'History: versions, who changed what',
      words: 'restore, compare, name, revision, installed package',
      icon: History,
      run: shows({ view: 'history', history: undefined, pane: 'form' }),
    },
    ...whoChanged(),
    { id: 'comments', text: 'Comments', icon: MessageSquare, run: () => openComments(ui) },
    { id: 'texts', text: 'All texts in all languages', icon: Languages, run: shows({ view: 'texts' }) },
    ...tablesIn(store.get().files).map((type) => ({
      id: `table ${type.id}`,
      text: `${type.table?.title ?? type.title} as a table`,
      words: 'paste a sheet, spreadsheet, CSV',
      icon: Table2,
      run: shows({ view: type.id }),
    })),
    {
      id: 'in-dify',
      text: 'Show the plugin in Dify',
      icon: View,
      run: shows({ inDify: true, fileFolded: false, pane: 'file' }),
    },
    {
      id: 'file-pane',
      text: ui.get().fileFolded ? 'Open the file pane' : 'Fold the file pane',
      icon: PanelRight,
      run: shows({ fileFolded: !ui.get().fileFolded }),
    },
    {
      id: 'problems-pane',
      text: ui.get().problemsFolded ? 'Open the problems pane' : 'Fold the problems pane',
      icon: PanelBottom,
      run: shows({ problemsFolded: !ui.get().problemsFolded }),
    },
    { id: 'light', text: 'Light theme', icon: Sun, run: () => chooseTheme('light') },
    { id: 'dark', text: 'Dark theme', icon: Moon, run: () => chooseTheme('dark') },
    { id: 'system', text: 'Theme as the system has it', icon: Monitor, run: () => chooseTheme('system') },
    { id: 'keys', text: 'List of keys', icon: Keyboard, run: shows({ palette: 'keys' }) },
    {
      id: 'help',
      text: 'Help: what the checks mean',
      icon: BookOpen,
      run: () => window.open('/help', '_blank', 'noreferrer'),
    },
    { id: 'home', text: 'All plugins', icon: House, run: () => context.goTo('/') },
  ]

  /** Of the field that is chosen, and of the line that the cursor stood in. */
  function whoChanged(): PaletteItem[] {
    const field = chosenField(store.get())
    const { cursor } = ui.get()
    const { place, files } = store.get()
    const line = cursor?.file === place.code ? cursor : undefined
    const shared = { words: 'blame, author', icon: UserSearch }
    return [
      ...(field
        ? [
            {
              ...shared,
              id: 'blame',
              text: `Who changed “${field.title}”?`,
              run: shows({ view: 'history', history: { field }, pane: 'form' }),
            },
          ]
        : []),
      ...(line
        ? [
            {
              ...shared,
              id: 'blame-line',
              text: `Who changed line ${line.line}?`,
              detail: line.file,
              run: () => askWhoChanged(ui, line, textOf(files, line.file)),
            },
          ]
        : []),
    ]
  }

  function editing(): PaletteItem[] {
    return [
      { id: 'save', text: 'Save now', icon: Save, keys: commandKeys.save[0], run: context.saveNow },
      ...step('undo', undo.at(-1)?.label),
      ...step('redo', redo.at(-1)?.label),
      ...(undo.length + redo.length > 0
        ? [{ id: 'steps', text: 'Go back to an earlier step', icon: History, run: shows({ palette: 'steps' }) }]
        : []),
      ...listsOf(context),
      ...addable(outlineOf(store.get().files)).map((item) => ({ ...item, icon: Plus })),
      ...lackingKinds(store.get().files).flatMap(({ id, title, refusal }) =>
        refusal === undefined
          ? [
              {
                id: `kind ${id}`,
                text: `Add ${titleInside(title)}`,
                icon: Plus,
                run: () => void outlineActions(store).addKind(id),
              },
            ]
          : [],
      ),
      ...openItem(),
      {
        id: 'new-file',
        text: 'New file',
        icon: FilePlus2,
        run: shows({ task: { kind: 'new-file', folder: '' }, drawer: true, pane: 'outline' }),
      },
      {
        id: 'upload',
        text: 'Upload file',
        icon: Upload,
        run: shows({ task: { kind: 'upload' }, drawer: true, pane: 'outline' }),
      },
      ...fixCommands(context),
    ]
  }

  /** What can be done with the open document, where it is one of a list. */
  function openItem(): PaletteItem[] {
    const { files, place } = store.get()
    const where = siblings(files, place.file)
    const name = nameOf(files, place.file)
    if (!where || name === undefined) return []
    const actions = outlineActions(store)
    const { file } = place
    return [
      {
        id: 'rename',
        text: `Rename ${name}`,
        icon: Pencil,
        run: shows({ task: { kind: 'rename', file }, drawer: true, pane: 'outline' }),
      },
      { id: 'duplicate', text: `Duplicate ${name}`, icon: Copy, run: () => void actions.duplicate(file) },
      ...(where.index > 0
        ? [{ id: 'up', text: `Move ${name} up`, icon: ArrowUp, run: () => void actions.move(file, -1) }]
        : []),
      ...(where.index < where.count - 1
        ? [{ id: 'down', text: `Move ${name} down`, icon: ArrowDown, run: () => void actions.move(file, 1) }]
        : []),
      {
        id: 'delete',
        text: `Delete ${name}`,
        icon: Trash2,
        run: () => void actions.removeAndReach(ui, file),
      },
    ]
  }

  function step(direction: 'undo' | 'redo', label: string | undefined): PaletteItem[] {
    if (label === undefined) return []
    const [word, icon] = direction === 'undo' ? (['Undo', Undo2] as const) : (['Redo', Redo2] as const)
    return [{ id: direction, text: `${word}: ${label}`, icon, keys: commandKeys[direction][0], run: store[direction] }]
  }

  function addable(nodes: readonly OutlineNode[]): Omit<PaletteItem, 'icon'>[] {
    return nodes.flatMap(({ id, canAdd, children }) => {
      const below = addable(children)
      if (!canAdd) return below
      const { parent, noun, paste, type } = canAdd
      const run = () => ui.set({ task: { kind: 'add', parent, noun, paste, type }, drawer: true, pane: 'outline' })
      const pasted = {
        id: `${id} paste`,
        text: `Add ${noun} from ${paste}`,
        words: 'paste JSON, payload, cURL',
        run: () => ui.set({ paste: { parent, text: '' } }),
      }
      return [...below, { id, text: `Add ${noun}`, run }, ...(paste === undefined ? [] : [pasted])]
    })
  }
}
