import type { Files } from './files'

/** How the names of the items of a list changed. */
export interface NameChange {
  readonly renamed: readonly (readonly [from: string, to: string])[]
  readonly added: readonly { readonly name: string; readonly file: string }[]
  readonly removed: readonly string[]
  /** All names as they are now. */
  readonly names: readonly string[]
}

/** A list of item documents in the document that they belong to. */
export interface ItemList {
  /** Where it stands: `tools`. */
  at: string
  /** Id of the items' document type. */
  type: string
  /** What an item is called. */
  noun: string
  /** Where the first one goes. */
  folder: string
  /** Paths of the listing document that the stubs of the items read. */
  read: readonly string[]
  /** Paths of the items that the listing document's own stub reads. */
  readBack?: readonly string[]
  /**
   * What else the listing document at `path` and its Python say of its items by their names, after some came, went or got another
   * name; of Python only where `touched`, since what nobody touched is written anew.
   */
  namesFollow?: (files: Files, path: string, change: NameChange & { touched: boolean }) => Files
  /** From what a new item may begin ("a request"), where `kindPastes` has the type, and which of its inputs takes a text that is no name. */
  paste?: { from: string; inputFor: (text: string) => string | undefined }
  /** Its line in the outline; the kind's own title where there is one list only. */
  title?: string
  /** What the list holds in place of single files: `models/llm/*.yaml`. */
  pattern?: string
  /** Where a file is named that lists the names of the items as Dify shall show them, and how a new one is called (item-order.ts). */
  order?: { at: string; file: string }
  /** Whether a document that nothing names would belong to the list. */
  claims?: (value: unknown) => boolean
  /** It is offered while the document's list at `at` holds this word, and wherever it has items. */
  offered?: { at: string; word: string }
}
