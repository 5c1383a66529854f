import type { Finding } from '@/lib/plugin/document'
import type { Edited } from '@/lib/plugin/edit/edited'
import type { Files } from '@/lib/plugin/files'
import { followPython, readableFiles } from '@/lib/plugin/follow-python'
import { inverseOf, withoutStep, type Step } from '@/lib/plugin/step'
import type { YamlPath } from '@/lib/plugin/yaml/parse'
import { documentFor } from './documents'
import { entryOf, pushEntry, type Entry } from './history'
import { loadedMerge, loadMerge } from './merge-later'
import { placeOfStep, placeWithout, type OpenPlace, type Place, type SelectedBy } from './place'

/** What the server acknowledged last. */
export interface Saved {
  readonly revision: string
  readonly files: Files
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  /** The browser is online, the server does not answer. */
  | { readonly kind: 'unreached' }
  /** The server wants the next save later; it says why. */
  | { readonly kind: 'limited'; readonly reason: string }
  | { readonly kind: 'merged' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'conflict' }

/** Both sides of a save that overlaps: nothing of either is lost until a person chose. */
export interface Conflict {
  readonly head: Saved
  /** What both sides began with. Which files overlap follows from the files as they are now. */
  readonly base: Files
}

export interface EditorState {
  readonly files: Files
  readonly undo: readonly Entry[]
  readonly redo: readonly Entry[]
  readonly place: Place
  readonly saved: Saved
  readonly save: SaveState
  readonly conflict?: Conflict
  /** Why the last edit was refused; a new edit clears it. */
  readonly notice?: string
  readonly findings: readonly Finding[]
  /** Whose work is kept here: the person's own id first, then those of guests who became this person. */
  readonly self: readonly string[]
  /** The person may only look. */
  readonly readOnly: boolean
  /** The files that `findings` speaks of. */
  readonly checked?: Files
  /** A line of a file that the code pane shall show. */
  readonly line?: { readonly file: string; readonly line: number }
  /** The files of a save that is on its way: on the server they are this person's own work, whether or not the answer arrives. */
  readonly sending?: Files
  /** Whether the work as it is now stands on this browser's disk: `soon` while it is being written. */
  readonly kept: 'kept' | 'soon' | 'full' | 'refused'
  /** What the last change brought back; the save of it says so. */
  readonly restores?: { readonly revision: string; readonly path?: string }
  /** The plugin is open elsewhere too, where what is typed here is waited for. */
  readonly accompanied?: boolean
  /** Files of unsaved work of an earlier visit that were taken up. */
  readonly recovered?: number
}

export type Listener = (state: EditorState, before: EditorState) => void

export interface Store {
  readonly get: () => EditorState
  readonly subscribe: (listener: Listener) => () => void
  /** The only way anything changes: pushes a step on the undo stack and returns it. Steps of one group within a second are one. */
  readonly change: (label: string, edit: (files: Files) => Files, options?: { group?: string }) => Entry | undefined
  /** The same for an edit that may be refused; the refusal is returned and, unless the caller shows it, a notice. */
  readonly edit: (
    label: string,
    edit: (files: Files) => Edited,
    options?: { group?: string; quiet?: boolean },
  ) => Edited
  readonly undo: () => void
  /** Takes this one step back, whatever came after it; a step that was taken back already is left alone. */
  readonly undoEntry: (entry: Entry) => void
  readonly redo: () => void
  readonly select: (place: Partial<OpenPlace>, by?: SelectedBy) => void
  /** Whether the chosen field shall take the focus; says so once. */
  readonly takeFocus: () => boolean
  /** Chooses a file wherever it belongs: a document in the form, its Python beside it. */
  readonly open: (path: string, at?: YamlPath, by?: SelectedBy) => void
  /** Others' work or a chosen side of a conflict: new files that are no step of this person. */
  readonly absorb: (files: Files, saved: Saved) => void
  /** Everything that is not the plugin's files. */
  readonly note: (
    part: Partial<
      Pick<
        EditorState,
        | 'saved'
        | 'save'
        | 'conflict'
        | 'notice'
        | 'findings'
        | 'checked'
        | 'recovered'
        | 'line'
        | 'kept'
        | 'sending'
        | 'readOnly'
        | 'restores'
        | 'accompanied'
      >
    >,
  ) => void
  /** The files, where every document that does not parse stands as it did when it last parsed. */
  readonly readable: () => Files
  /** Steps from before a reload go below those made since; what was taken back counts only while nothing new was done. */
  readonly keepSteps: (steps: Pick<EditorState, 'undo' | 'redo'>) => void
  /** Takes over such texts from an earlier visit. */
  readonly keepReadable: (texts: ReadonlyMap<string, string>) => void
  /** Reads all files anew: kinds were loaded that give them a meaning. */
  readonly reread: () => void
}

export interface StoreStart {
  readonly files: Files
  readonly revision: string
  readonly place: OpenPlace
  readonly readOnly?: boolean
  readonly self?: readonly string[]
  readonly now?: () => number
}

/** A plain external store: React reads it through selectors, Monaco and the journal as listeners in the same tick. */
export function createStore({
  files,
  revision,
  place,
  readOnly = false,
  self = [],
  now = Date.now,
}: StoreStart): Store {
  let state: EditorState = {
    files,
    undo: [],
    redo: [],
    place: { ...place, reveal: place.at.length > 0 ? 1 : 0, takesFocus: place.at.length > 0, revealCode: 0 },
    saved: { revision, files },
    save: { kind: 'saved' },
    findings: [],
    kept: 'kept',
    self,
    readOnly,
  }
  let readable = readableFiles(files, files)
  const listeners = new Set<Listener>()

  function put(part: Partial<EditorState>) {
    const before = state
    state = { ...state, ...part }
    if (state.files !== before.files) {
      readable = readableFiles(readable, state.files)
      if (!state.files.has(state.place.file)) state = { ...state, place: placeWithout(state.place, state.files) }
      else if (!state.files.has(state.place.code))
        state = { ...state, place: { ...state.place, code: state.place.file } }
    }
    for (const listener of [...listeners]) listener(state, before)
  }

  function change(label: string, edit: (files: Files) => Files, options: { group?: string } = {}) {
    if (state.readOnly) return undefined
    // Whatever made the change: Python whose YAML did not parse before may catch up now.
    const after = followPython(readable, edit(state.files))
    const made = { at: now(), from: state.place, group: options.group }
    const entry = after === state.files ? undefined : entryOf(label, state.files, after, made)
    if (!entry) return undefined
    // After an undo a new entry never grows an old one: redo was lost at exactly this point.
    const undo = state.redo.length > 0 ? [...state.undo, entry] : pushEntry(state.undo, entry)
    put({ files: after, undo, redo: [], notice: undefined })
    return undo.at(-1)
  }

  function travel(direction: 'undo' | 'redo') {
    const entry = state[direction].at(-1)
    if (!entry || state.readOnly) return
    takeBack(entry, direction, direction === 'undo' ? entry.step : inverseOf(entry.step), (files) => {
      const moved: Entry = { ...entry, group: undefined }
      const [undo, redo] =
        direction === 'undo'
          ? [state.undo.slice(0, -1), [...state.redo, moved]]
          : [[...state.undo, moved], state.redo.slice(0, -1)]
      // What was brought back may be what is taken back.
      put({ files, undo, redo, notice: undefined, restores: undefined })
    })
  }

  /** At once where the files stand as the step left them, else by a merge, which loads when it is needed. */
  function takeBack(entry: Entry, direction: 'undo' | 'redo', step: Step, done: (files: Files) => void) {
    const whole = withoutStep(step, state.files)
    if (whole) return taken(whole)
    const merge = loadedMerge()
    if (merge) return merged(merge)
    loadMerge().then(merged, () =>
      put({ notice: `“${entry.label}” was not taken back: a part of the editor did not load. Connect and try again.` }),
    )

    function merged(applyInverse: NonNullable<typeof merge>) {
      if (!state[direction].includes(entry)) return
      const applied = applyInverse(step, state.files)
      if (!applied.ok) return refuse(entry, direction, applied.conflicts)
      taken(applied.files)
    }

    function taken(files: Files) {
      const { place } = state
      done(files)
      const shown = placeOfStep(entry, place, state.files)
      if (shown) select(shown, 'undo')
    }
  }

  function refuse(entry: Entry, direction: 'undo' | 'redo', conflicts: readonly { path: string }[]) {
    const places = conflicts.map((conflict) => conflict.path).join(', ')
    put({
      notice: `“${entry.label}” was not taken ${direction === 'undo' ? 'back' : 'up again'}: the same lines of ${places} changed since.`,
    })
  }

  function undoEntry({ step }: Entry) {
    // Undo and redo make new entries of the same step.
    const index = state.undo.findIndex((each) => each.step === step)
    const entry = state.undo[index]
    if (!entry || state.readOnly) return
    if (index === state.undo.length - 1) return travel('undo')
    takeBack(entry, 'undo', entry.step, (files) => change(`Take back “${entry.label}”`, () => files))
  }

  function select(next: Partial<OpenPlace>, by: SelectedBy = 'other') {
    const { place: old } = state
    const file = next.file ?? old.file
    const moved = file !== old.file
    const at = next.at ?? (moved ? [] : old.at)
    const code = next.code ?? (moved ? file : old.code)
    // A field that is gone to brings its own tab with it.
    const leaves = moved || (by !== 'form' && next.at !== undefined && next.at.length > 0)
    const section = next.section ?? (leaves ? undefined : old.section)
    const same =
      !moved &&
      code === old.code &&
      section === old.section &&
      at.length === old.at.length &&
      at.every((key, index) => key === old.at[index])
    if (same && (by === 'form' || by === 'code')) return
    const reveal = by !== 'form' && (next.at || next.section !== undefined) ? old.reveal + 1 : old.reveal
    const revealCode = by === 'code' || by === 'undo' ? old.revealCode : old.revealCode + 1
    put({ place: { file, code, at, section, takesFocus: by === 'keys', reveal, revealCode } })
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change,
    edit(label, edit, options) {
      const edited = edit(state.files)
      if (edited.ok) change(label, () => edited.files, options)
      else if (!options?.quiet) put({ notice: edited.reason })
      return edited
    },
    undo: () => travel('undo'),
    undoEntry,
    redo: () => travel('redo'),
    select,
    takeFocus() {
      const { takesFocus = false } = state.place
      if (takesFocus) put({ place: { ...state.place, takesFocus: false } })
      return takesFocus
    },
    open(path, at, by) {
      const document = documentFor(state.files, path)
      select({ file: document?.file ?? path, code: path, ...(at ? { at } : {}) }, by)
    },
    absorb: (files, saved) => put({ files, saved }),
    note: put,
    readable: () => readable,
    keepSteps({ undo, redo }) {
      if (undo.length + redo.length === 0) return
      put({ undo: [...undo, ...state.undo], redo: state.undo.length > 0 ? state.redo : [...redo, ...state.redo] })
    },
    reread() {
      const files = new Map(state.files)
      put({ files, ...(state.saved.files === state.files ? { saved: { ...state.saved, files } } : {}) })
    },
    keepReadable(texts) {
      readable = new Map([...readable, ...[...texts].filter(([path]) => state.files.has(path))])
    },
  }
}
