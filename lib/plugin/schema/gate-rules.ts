import type { Gate } from '../document'
import type { WrittenName } from './written-name'

/**
 * Who refuses: a gate, or `struct` for the daemon's struct rules, which are G2 and G4 in the manifest and G4 alone in
 * every other file (package-format.md section 1).
 */
export type By = Gate | 'struct'

/** What Go's decoder makes of a value (G1). `texts` is a list of text; `free` any value that JSON can hold. */
export type GoShape =
  | 'text'
  | 'bool'
  | 'int'
  | 'uint'
  | 'float'
  | 'time'
  | 'list'
  | 'texts'
  | 'map'
  | 'list-or-map'
  | 'list-or-maps' // a list, or a map all of whose values are maps
  | 'map-entry' // a map; anything else is skipped without a word
  | 'items'
  | 'basic'
  | 'free'

/** What pydantic wants of the value that PyYAML gives it (G5). */
export type SdkShape =
  | 'text'
  | 'bool'
  | 'int'
  | 'float'
  | 'time'
  | 'list'
  | 'texts'
  | 'map'
  | 'list-or-map'
  | 'items'
  | 'scalar'
  | 'default'
  | 'json'
  | 'any'

/** Dify releases that break a rule of G6: from `since` on, up to but without `fixed`. Both absent: every release. */
export interface Releases {
  since?: string
  fixed?: string
}

/** The releases that brought something: older ones do not know it. */
export interface Origin {
  sdk?: string
  dify?: string
  /** What plugins declare in place of `dify`, where that release had a fault. */
  declares?: string
}

/** Words that a gate accepts, with the reason that a person reads. */
export interface WordRule extends Releases {
  rule: string
  by: readonly By[]
  words: readonly string[]
  /** Only these words are judged (for words that came with a release). */
  only?: readonly string[]
  /** The release of the SDK that brought them; older ones refuse them. */
  sdk?: string
  why: string
}

export interface PatternRule extends Releases {
  rule: string
  by: readonly By[]
  /** ECMAScript without flags. */
  pattern: string
  /** What to do, then why. */
  message: string
  /** A mechanical repair of the text. */
  repair?: 'lower-case' | 'name'
  /** Empty text is judged too. */
  empty?: boolean
}

/**
 * How the gates read one field, as data beside its texts (`meta.gates`): the check walks YAML and schema together, so
 * a rule is written once, where the field is described.
 */
export interface GateRules {
  /** What the editor writes here, stricter than what the gates take. */
  written?: WrittenName
  /** The same for the keys of a map. */
  writtenKeys?: WrittenName
  go?: GoShape
  sdk?: SdkShape
  /** The key must stand there: the gates that refuse its absence. */
  required?: readonly By[]
  /** A null is as bad as absence for these gates (default: those of `required`). */
  noNull?: readonly By[]
  /** Empty text, or 0 of a number, is refused by these gates. */
  notEmpty?: readonly By[]
  /** Longest text in code points. */
  max?: { length: number; by: readonly By[] }
  /** Most entries of a list. */
  maxItems?: { count: number; by: readonly By[] }
  range?: { min: number; max: number; by: readonly By[] }
  words?: readonly WordRule[]
  patterns?: readonly PatternRule[]
  /** Named checks of more than one field; `rules/` holds them. */
  checks?: readonly string[]
  /** What the fix "add" writes where the key is missing and the value is known. */
  add?: unknown
  /** The daemon drops the key: said as advice. */
  dropped?: string
  /** The daemon's validator does not look inside: `struct` counts for nothing below. */
  notValidated?: true
  /** The daemon takes the map for absent while all texts in it are empty: `struct` counts for nothing below then. */
  emptyIsAbsent?: true
  /** Keys must be text for the SDK (it passes them as keyword arguments). */
  textKeys?: boolean
  /** A map of any values that the daemon alone keeps: what stands in it must be storable as JSON (G3). */
  storable?: boolean
  /** The field came with these releases: older ones do without it. */
  came?: Origin
  /** Keys that the schema does not know are refused by these gates. */
  keys?: readonly By[]
}
