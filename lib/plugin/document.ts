import type { z } from 'zod'
import type { Files } from './files'
import type { ItemList } from './item-list'
import type { OAuthClasses } from './python/oauth-flow'
import type { Ground } from './schema/contrast'
import type { GateRules } from './schema/gate-rules'
import type { Offers } from './schema/offers'
import type { YamlPath } from './yaml/parse'

/** The gates of Dify that read a plugin (spec: package-format.md section 1). */
export type Gate = 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6'

/** `error`: Dify would not install, start or list it. `publish`: the marketplace would refuse it. `advice`: the rest. */
export type Severity = 'error' | 'publish' | 'advice'

/** One trouble with a plugin. `path` and `range` (offsets in the text) are places in `file`. */
export interface Finding {
  rule: string
  severity: Severity
  gates: readonly Gate[]
  /** An instruction, then the reason: "Put the Python version in quotes. Unquoted 3.12 is a number, the SDK wants text." */
  message: string
  file: string
  path?: YamlPath
  range?: { from: number; to: number }
  /** The mechanical repair, with a verb for its button ("Lower-case the author"). */
  fix?: { title: string; apply: (files: Files) => Files }
}

/** How a field is drawn. What a widget needs to know beyond the JSON Schema stands in `FieldMeta`. */
export type WidgetId =
  | 'text'
  | 'multiline'
  | 'number'
  | 'switch'
  | 'segments'
  | 'select'
  | 'localized'
  | 'tags'
  | 'permissions'
  | 'icon'
  | 'file'
  | 'date'
  | 'list' // rows that open: `item` says what a row shows and how its form is grouped
  | 'entries' // a map whose keys are names (credentials): rows like a list
  | 'options'
  | 'value' // any JSON value (defaults)
  | 'schema' // a JSON Schema (output_schema)
  | 'strings'
  | 'offered' // one of the words that `offers` finds, or another text
  | 'price' // a decimal as text, with what it is for beside it
  | 'color' // `ground` says what stands on it
  | 'group' // a nested map drawn in place

/** What a schema says of a field for people and for the gates; `z.toJSONSchema` keeps it. */
export interface FieldMeta {
  title: string
  description: string
  widget?: WidgetId
  /** Shown as placeholder or example. */
  example?: string
  /** Folded away under "More". */
  rare?: boolean
  mono?: boolean
  unit?: 'bytes'
  /** Of `price`: the keys beside it that hold what it is for and its currency; absent for the former itself. */
  price?: { unit: string; currency: string }
  /** It holds the code of a currency. */
  currency?: true
  /** Of `color`: what stands on it, for the check of its contrast. */
  ground?: Ground
  /** What Dify assumes when the key is absent. */
  absent?: unknown
  /** Human words for the values of an enum. */
  choices?: Readonly<Record<string, { title: string; description?: string }>>
  /** Words to choose from that stand elsewhere in the document. */
  offers?: Offers
  /** Of `list` and `entries`: how an item is called, what its row shows, how its form is grouped. */
  item?: ItemMeta
  /** Shown only while this holds for the surrounding map: `{ type: ['select'] }`. */
  showFor?: Readonly<Record<string, readonly string[]>>
  /** An older or discouraged way to write something: drawn only where the file has it. */
  onlyWhenPresent?: boolean
  /** What the gates of Dify make of the value; the check reads it. */
  gates?: GateRules
}

export interface ItemMeta {
  /** "parameter" */
  noun: string
  /** Paths inside the item that its row shows, in order: name, type, label. */
  row: readonly string[]
  form: readonly Section[]
  /** A new item's value; the texts `$name` and `$title` stand for a free name and its words (`newItem` in schema/new-item.ts). */
  starter: unknown
  /** What holds where an entry says nothing, by the word that it has under a key: shown greyed. */
  inherits?: { from: string; values: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
  /** Ready-made entries to add, by name. */
  presets?: { title: string; values: Readonly<Record<string, unknown>> }
}

/** A group of a form. Fields are dotted paths: `identity.label`, `parameters`. What no section lists is shown under "Other". */
export interface Section {
  id: string
  title: string
  summary?: string
  fields: readonly string[]
}

/** A place that names another file. `as` is a document type's id, or `python`, `asset`, `text`. */
export interface Ref {
  at: YamlPath
  /** As written in the YAML; `file` is what it means as a path of the plugin. */
  target: string
  file: string
  as: string
  /**
   * `target` is a pattern of Go's `filepath.Match` for any number of files; `except` is how those end that it does not mean. In
   * its place stands one reference for each file (pattern-refs.ts).
   */
  pattern?: { readonly except?: string }
  /** The gates that refuse the plugin where the file is missing, when they are not all that read such a file. */
  missing?: readonly Gate[]
  /** Of Python: the SDK takes whatever classes it finds in the file, and none. */
  anyClasses?: true
}

/** What stubs and starters are told of an item to make. */
export interface StarterInput {
  name: string
  author: string
  label?: string
  /** A row of a sheet: what it does not say is not said, as far as Dify and the SDK can do without. */
  bare?: true
}

/** Tags of a provider that Dify takes from the manifest. */
export interface InheritedTags {
  at: string
  /** Those that Dify refuses in this place. */
  refused: readonly string[]
  /** Those that came with a release. */
  since?: Readonly<Record<string, string>>
  /** The first release that takes a provider for which the manifest has no tag either. */
  noneSince?: string
}

/** A column of a table of documents. */
export interface TableColumn {
  /** A dotted path. */
  at: string
  title?: string
  /** What sheets of people call it besides. */
  also?: readonly string[]
}

export interface DocumentType<T = unknown> {
  id: string
  /** "Tool" */
  title: string
  /** Loose objects without transforms; texts and widgets for the form in `.meta()`. */
  schema: z.ZodType<T>
  form: readonly Section[]
  /** Icon name of lucide, for outline and tabs. */
  icon: string
  /** How the outline names a document of this type: its value's own name, or the title. */
  label: (value: unknown, path: string) => string
  refs: (value: unknown) => Ref[]
  /** Item documents that a document of this type lists (`itemLists` in item-lists.ts reads both forms). */
  items?: ItemList | readonly ItemList[]
  /** Its documents side by side in a table: dotted paths as columns, in groups by another one; `nameAlso` is what sheets call the name. */
  table?: { title: string; columns: readonly TableColumn[]; group?: string; nameAlso?: readonly string[] }
  /** Where the name of a document of this type stands: `identity.name`. */
  namePath?: string
  /** The SDK's words where two documents of this type have one name and it refuses the second; else it keeps the last. */
  repeatedName?: string
  /** Further texts that no two items of a list may share (an endpoint's path): a duplicate's get a number. */
  unique?: readonly string[]
  /** YAML text of a new one; `parent` is the value of the document that will list it, where there is one. */
  starter: (input: StarterInput & { path: string; python: string; parent?: unknown }) => string
  /**
   * Python that goes with the document at `path`; a function of the files alone: of the document itself, of the paths in
   * `items.read` of the one that lists it, and of those in `items.readBack` of the items that it lists.
   */
  stub?: (files: Files, path: string) => string
  /** The same, in place of `stub`, where a document names several Python files: the text of each that is generated. */
  stubs?: (files: Files, path: string) => ReadonlyMap<string, string>
  /**
   * The base of which the Python source of a document holds exactly one subclass: `Tool` (sdk.md section c.3). A function where the
   * document that lists it decides; undefined where that cannot be told.
   */
  pythonBase?: string | ((files: Files, path: string) => string | undefined)
  /** A second base, of which the source holds a subclass too while a map stands at `at`, and the SDK's words where it does not. */
  pythonAlso?: { base: string; at: string; refusal: string }
  /** Named entries that the Python source reads from a map handed to it: the list, and what the map is called there. */
  pythonReads?: { at: string; variable: string; noun: string }
  /** Of a provider whose people can sign in at a service: how its Python does that. */
  oauth?: OAuthPlace
  /** Where lists stand of what people fill in before they use it: credentials, settings. */
  asks?: readonly string[]
  /** Where tags stand that Dify takes from the manifest when there are none. */
  inheritsTags?: InheritedTags
  /** What a schema and its gates cannot say. */
  check?: (value: unknown, files: Files, path: string) => Finding[]
}

/** Where a provider keeps its sign-in by OAuth. */
export interface OAuthPlace {
  /** Of the `oauth_schema` in its YAML. */
  at: readonly string[]
  /** The base of the class that has the methods, and what the SDK has for them. */
  base: string
  classes: OAuthClasses
}
