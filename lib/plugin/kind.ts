import type { DocumentType } from './document'
import type { Drawing } from './drawing'
import type { Files } from './files'
import type { SignIn } from './project/sign-in'
import type { Variant } from './variant'

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
  /** Its word in the path to which Dify lets services send people back; absent: Dify has no OAuth for it (oauth.md section 4). */
  callbackWord?: 'tool' | 'datasource' | 'trigger'
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
