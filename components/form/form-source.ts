import type { Finding } from '@/lib/plugin/document'
import type { YamlPath } from '@/lib/plugin/yaml/parse'

/** Whether an edit reached the files; a refusal is one sentence. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** A further value of the same edit. */
export interface AlsoSet {
  readonly at: YamlPath
  readonly value: unknown
}

/** The path that an uploaded file got; a refusal is one sentence. */
export type UploadOutcome =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string }

/**
 * One document as a form sees it. The files hold the truth: values are read from them and every edit goes to them. Values keep
 * their identity while they are equal, so that a field is drawn again only when its own value changed.
 */
export interface FormSource {
  readonly file: string
  /** Where the name stands that the document's files carry too. */
  readonly nameAt?: string
  readonly subscribe: (listener: () => void) => () => void
  /** The value of the whole document: of its text, or of the last text that parsed. */
  readonly value: () => unknown
  /** No edit can be made: the text does not parse, or the person may only look. */
  readonly disabled: () => boolean
  readonly findings: () => readonly Finding[]
  /** The focused field and the chosen tab, wherever they were chosen; `reveal` counts up when the form shall bring them into view. */
  readonly focus: () => { readonly at: YamlPath; readonly reveal: number; readonly section?: string }
  readonly setFocus: (at: YamlPath) => void
  /** Whether the field that is brought into view takes the keyboard's focus; says so once. */
  readonly takeFocus: () => boolean
  readonly chooseSection: (id: string) => void
  /** Edits. `label` is what undo will say; `also` is set in the same step, at places that are there. */
  readonly set: (at: YamlPath, value: unknown, label: string, also?: readonly AlsoSet[]) => Outcome
  readonly remove: (at: YamlPath, label: string) => Outcome
  /** `at` is of the list; it is made when it is absent. */
  readonly insert: (at: YamlPath, index: number, value: unknown, label: string) => Outcome
  /** Several entries at the end of a list, in one step; the list is made when it is absent. */
  readonly append: (at: YamlPath, values: readonly unknown[], label: string) => Outcome
  readonly move: (at: YamlPath, from: number, to: number, label: string) => Outcome
  /** `at` is of the entry; `also` goes by its new key. */
  readonly rename: (at: YamlPath, key: string, label: string, also?: readonly AlsoSet[]) => Outcome
  /** Paths of the plugin's files, for references. */
  readonly paths: () => readonly string[]
  readonly open: (path: string) => void
  readonly picture: (path: string) => Uint8Array | undefined
  /** Adds a file under a free name; the path that it got, or why it was refused. */
  readonly upload: (folder: string, name: string, bytes: Uint8Array) => UploadOutcome
}
