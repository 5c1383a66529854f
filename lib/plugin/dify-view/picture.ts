import type { YamlPath } from '../yaml/parse'

/** Where a drawn value stands in the plugin. */
export interface Source {
  file: string
  at: YamlPath
}

/** Something that the console does and that the YAML does not tell: what authors look at the picture for. */
export interface Remark {
  message: string
  source?: Source
}

/** A text of the plugin as the console shows it. */
export interface Text {
  text: string
  source: Source
  remarks?: readonly Remark[]
}

export interface Icon {
  /** A path below `_assets`, or what the file says where nothing stands there. */
  file: string
  /** How the place fits a picture that is not square: `stretch` distorts, `cover` cuts, `contain` leaves margins. */
  fit: 'stretch' | 'cover' | 'contain'
  size: number
  radius: number
}

export type Control =
  | { kind: 'input'; text?: string; placeholder?: string; secret?: boolean; badge?: string; variable?: boolean }
  | { kind: 'select'; text?: string; placeholder?: string; variable?: boolean }
  | {
      kind: 'choices'
      options: readonly string[]
      chosen?: number
      variable?: boolean
      /** Below each other, with a dot in each. */
      column?: boolean
      dots?: boolean
    }
  | { kind: 'checks'; options: readonly string[] }
  | { kind: 'picker'; text: string }
  | { kind: 'json' }
  | { kind: 'area'; text?: string }
  /** `share` of the way from the smallest value to the largest. */
  | { kind: 'slider'; text: string; share: number; stepper?: boolean }
  | { kind: 'none' }

/** How far a number is between two others, from 0 to 1. */
export function shareOf(number: number, min: number, max: number): number {
  return max > min ? Math.min(1, Math.max(0, (number - min) / (max - min))) : 0
}

/** One field of a dialog or a node. */
export interface Field {
  label: Text
  /** In the type of code, as in the agent's reasoning config. */
  code?: boolean
  required: boolean
  /** The control stands at the right of the label. */
  beside?: boolean
  /** What is required says so in a word, not by a star: in drawers. */
  worded?: boolean
  /** The switch before the label that sends the value at all. */
  sent?: boolean
  /** The word behind the label: `string`. */
  typeWord?: string
  control: Control
  /** The switch that lets the model fill the field in. */
  auto?: boolean
  /** Behind a question mark. */
  tooltip?: Text
  /** Readable under the label. */
  note?: Text
  /** Under the control; without words a bare glyph. */
  link?: { text: string; source: Source }
  remarks?: readonly Remark[]
}

export type Block =
  | {
      kind: 'card'
      look: 'list' | 'install' | 'header' | 'node' | 'provider'
      icon?: Icon
      label: Text
      version?: string
      byline?: string
      /** A corner mark or a badge: "Tool". */
      category?: string
      description?: Text
      /** Lines of the description before it is cut. */
      lines?: number
      strip?: readonly string[]
      /** At the end of the strip: where the plugin comes from. */
      mark?: string
      /** In upper case below the label. */
      badges?: readonly string[]
      /** A box at the right: what state the thing is in, and what to do about it. */
      side?: { status?: string; button: string; primary?: boolean; ready?: boolean }
    }
  | { kind: 'heading'; text: string; upper?: boolean }
  | { kind: 'button'; text: string; primary?: boolean }
  | { kind: 'or' }
  | {
      kind: 'box'
      title: Text
      description?: Text
      icon?: Icon
      /** Beside the icon, above the title. */
      byline?: string
      groups?: readonly BadgeGroup[]
    }
  | {
      kind: 'model'
      icon?: Icon
      label: Text
      badges?: readonly string[]
      /** The switch at the end of the row. */
      on?: boolean
      chosen?: boolean
      struck?: boolean
    }
  | { kind: 'field'; field: Field }
  | { kind: 'textarea'; label: string; text: Text }
  | { kind: 'route'; method: string; path: Text }
  | { kind: 'setting'; name: Text; value: string }
  | { kind: 'output'; name: string; type: string; description?: string; depth: number; source?: Source }
  | { kind: 'actions'; buttons: readonly { text: string; primary?: boolean }[]; link?: Text }
  | { kind: 'fine'; text: string }
  | { kind: 'link'; text: string }
  /** A value to copy, with what to do with it. */
  | { kind: 'info'; text: string; value: string; button: string }

export interface BadgeGroup {
  title?: string
  badges: readonly string[]
}

/** Something that can be chosen in the place, and on which depends what it shows. */
export interface Ask {
  key: string
  title: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
}

/** One place of the console: a picture of so many CSS pixels, and what to know of it. */
export interface DifyView {
  id: string
  title: string
  width: number
  /** What of the plugin it is a picture of: it opens for these documents and places. */
  shows: readonly Source[]
  /** The title of a dialog or drawer. */
  heading?: string
  subline?: string
  asks?: readonly Ask[]
  blocks: readonly Block[]
  remarks: readonly Remark[]
}
