'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import { ownAccess, type ProjectAccess } from '@/components/share/project-access'
import type { YamlPath } from '@/lib/plugin/yaml/parse'

/** A name that is being typed in the outline or the file list. */
export type Task =
  | { readonly kind: 'rename'; readonly file: string }
  | {
      readonly kind: 'add'
      readonly parent: string
      readonly noun: string
      readonly paste?: string
      readonly type?: string
    }
  | { readonly kind: 'new-file'; readonly folder: string }
  | { readonly kind: 'rename-file'; readonly file: string }
  /** Not typed: files are chosen from the disk. */
  | { readonly kind: 'upload' }

export type PaneId = 'outline' | 'form' | 'file' | 'problems'

/** What the history was asked for: which version a package is, or who changed a field or a line. */
export interface HistoryQuestion {
  readonly file?: File
  readonly field?: { readonly path: string; readonly at: YamlPath; readonly title: string }
  /** The line, from 1, and the text of the file that it is in. */
  readonly line?: { readonly path: string; readonly line: number; readonly text: string }
}

/** What is open and shown; nothing of it belongs to the plugin. */
export interface Ui {
  /** What the person may do with the project. */
  readonly access: ProjectAccess
  /** Of a narrow window, which shows one pane at a time. */
  readonly pane: PaneId
  readonly drawer: boolean
  readonly problemsFolded: boolean
  /** What the pane below shows. */
  readonly bottom: 'problems' | 'find' | 'comments'
  /** Lines of a file that a comment is being written on; without them it is the chosen field. */
  readonly commentOn?: { readonly file: string; readonly line: number; readonly lines: number }
  /** A thread that is gone to: it takes the focus once it is drawn. */
  readonly thread?: string
  /** Where the cursor stood when the code editor was left. */
  readonly cursor?: { readonly file: string; readonly line: number }
  /** What was looked for last. */
  readonly findWords: string
  /** Counts up when somebody wants to look for something: the field takes the focus. */
  readonly findAsked: number
  readonly fileFolded: boolean
  /** What stands in place of the form: all texts of the plugin, its history, or the table of the document type with this id. */
  readonly view?: string
  readonly history?: HistoryQuestion
  /** The file pane shows the plugin as Dify would. */
  readonly inDify: boolean
  readonly task?: Task
  /** The layer for commands and places, one's steps, or the keys. */
  readonly palette?: 'all' | 'steps' | 'keys'
  /** The dialog of links and people is open. */
  readonly sharing?: boolean
  /** A new item of `parent` begins with something pasted. */
  readonly paste?: { readonly parent: string; readonly text: string }
  /** Said at the head of the problems, until the next edit. */
  readonly message?: string
  /** The message refuses a package: then the files can still be had as they are. */
  readonly refused?: boolean
  /** The document whose row in the outline takes the focus, once it is drawn. */
  readonly reach?: string
}

export interface UiStore {
  readonly get: () => Ui
  readonly set: (part: Partial<Ui>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createUi(access = ownAccess): UiStore {
  let ui: Ui = {
    access,
    pane: 'form',
    drawer: false,
    problemsFolded: false,
    bottom: 'problems',
    findWords: '',
    findAsked: 0,
    fileFolded: false,
    inDify: false,
  }
  const listeners = new Set<() => void>()
  return {
    get: () => ui,
    set(part) {
      ui = { ...ui, ...part }
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Opens the pane for finding, its field in focus; closes the palette. */
export function openFind(ui: UiStore): void {
  ui.set({
    bottom: 'find',
    problemsFolded: false,
    pane: 'problems',
    palette: undefined,
    findAsked: ui.get().findAsked + 1,
  })
}

/** Opens the comments, for one on these lines or on the chosen field. */
export function openComments(ui: UiStore, commentOn?: Ui['commentOn']): void {
  ui.set({ bottom: 'comments', problemsFolded: false, pane: 'problems', palette: undefined, commentOn })
}

const UiContext = createContext<UiStore | undefined>(undefined)

export const UiProvider = UiContext.Provider

export function useUiStore(): UiStore {
  const store = useContext(UiContext)
  if (!store) throw new Error('useUiStore needs a UiProvider around it.')
  return store
}

export function useUi<T>(select: (ui: Ui) => T): T {
  const store = useUiStore()
  const read = () => select(store.get())
  return useSyncExternalStore(store.subscribe, read, read)
}
