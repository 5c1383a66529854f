import type { z } from 'zod'
import type { Files } from './files'
import type { Drawing } from './drawing'
import type { SignIn } from './project/sign-in'
import type { Ground } from './schema/contrast'
import type { GateRules } from './schema/gate-rules'
import type { Variant } from './variant'
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
  /** Of `color`: what stands on it, for the check of its contrast. */
  ground?: Ground
  /** What Dify assumes when the key is absent. */
  absent?: unknown
  /** Human words for the values of an enum. */
  choices?: Readonly<Record<string, { title: string; description?: string }>>
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
  /** Its documents side by side in a table: dotted paths as columns, in groups by another one. */
  table?: { title: string; columns: readonly { at: string; title?: string }[]; group?: string }
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
  /** Where lists stand of what people fill in before they use it: credentials, settings. */
  asks?: readonly string[]
  /** Where tags stand that Dify takes from the manifest when there are none. */
  inheritsTags?: InheritedTags
  /** What a schema and its gates cannot say. */
  check?: (value: unknown, files: Files, path: string) => Finding[]
}

/** What New plugin and the command line ask for. Times come from the caller: the core has no clock. */
export interface Answers {
  name: string
  author: string
  label?: string
  description?: string
  /** RFC 3339. */
  createdAt: string
  credentials?: SignIn
  /** Id of one of the kind's variants; absent: the first. */
  variant?: string
  /** Names of the items to begin with, by kind id. */
  items?: Readonly<Record<string, readonly string[]>>
  /** Icons in _assets that the new files name; a fresh plugin's own pair when absent. */
  icons?: { readonly light: string; readonly dark?: string }
}

/** One line of New plugin and of `new --list`. `kind` is the command line's word (cli.md), which can be finer than a Kind. */
export interface Starter {
  id: string
  kind: string
  title: string
  summary: string
  answers: Partial<Answers>
  /** Ids of all kinds it makes; absent: the one that lists it. */
  kindIds?: readonly string[]
}

/** What a kind adds to a fresh plugin: its files, the manifest's section, tags and permissions. */
export interface KindFiles {
  files: Files
  section: readonly string[]
  tags?: readonly string[]
  permission?: Readonly<Record<string, unknown>>
  /** What its Python imports besides the SDK: lines of requirements.txt. */
  requirements?: readonly string[]
  /** How people use it: Markdown for the README. */
  readme?: readonly ReadmePart[]
  /** Where it sends what it is given; absent: nowhere, as it is made. */
  connection?: Connection
}

/** Whom a fresh plugin hands data to: a paragraph for the README, and a point for PRIVACY.md as lines of Markdown. */
export interface Connection {
  readme: string
  privacy: string
}

/** A part of a fresh README; parts with the same heading follow each other under it. */
export interface ReadmePart {
  heading: 'Setup' | 'Credentials' | 'Usage'
  text: string
}

/** A permission that a kind needs. */
export interface KindPermission {
  /** The rule is called after it: `endpoint-permission`. */
  name: string
  /** What to switch on under `resource.permission`: `endpoint.enabled`. */
  keys: readonly string[]
  /** "endpoints" */
  what: string
  /** "nobody can set them up" */
  loss: string
  /** Dify's words then. */
  refusal: string
}

export interface Kind {
  id: string
  title: string
  /** "Actions an agent or a workflow can call" */
  summary: string
  icon: string
  docsUrl: string
  /** Key under `plugins` of the manifest. */
  manifestKey: string
  /** True when no other kind may stand in the same plugin. */
  alone: boolean
  /** Where it appears in Dify. */
  picture: Drawing
  /** The first release of Dify that knows this kind: its plugins declare it. */
  since?: string
  /** What fresh plugins declare in its place, where the first release had a fault. */
  declares?: string
  /** The first release of the SDK that has it. */
  sdk?: string
  /** Where it makes several sorts of plugin: `Answers.variant` names one. */
  variants?: readonly Variant[]
  /** What the choice of their titles is called, and behind it the one of their forms. */
  variantChoices?: readonly [title: string, form?: string]
  /** The sign-ins that `create` makes; absent: none and an API key. */
  signIns?: readonly SignIn[]
  /** What a sign-in asks of people, where it is not the usual (`signInNotes`). */
  signInNotes?: Readonly<Partial<Record<SignIn, string>>>
  /** Permissions of the manifest without which the kind is of no use. */
  permissions?: readonly KindPermission[]
  /** Lowest `meta.version` with which Dify gives the kind all it has, and what is missing below (manifest.md section 6). */
  format?: { version: string; loss: string }
  root: DocumentType
  items: readonly DocumentType[]
  starters: readonly Starter[]
  create: (answers: Answers) => KindFiles
}
