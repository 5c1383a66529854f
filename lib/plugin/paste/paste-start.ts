import type { Edited } from '../edit/edited'
import type { Files } from '../files'

/** How an item of a kind begins with something pasted: a request, an answer, a webhook's payload. */
export interface PasteStart {
  /** What the dialog is called: "New tool from a request". */
  title: string
  inputs: readonly PasteInput[]
  /** What the texts, by input, make of an item of `parent`; or what is wrong with one of them. Absent texts are empty. */
  propose: (texts: Readonly<Record<string, string>>, files: Files, parent: string) => PasteReading
}

export interface PasteInput {
  id: string
  label: string
  /** What to put in, one line under the label. */
  help: string
  placeholder: string
}

export type PasteReading = { ok: true; proposal: PasteProposal } | { ok: false; input: string; reason: string }

export interface PasteProposal {
  /** A name that would do. */
  name: string
  /** Readings of it to choose from, where there are several. */
  pick?: PastePick
  /** What was found to vary: each may become a parameter or stay as it was pasted. */
  values: readonly PastedValue[]
  /** What happens to the rest, a sentence each. */
  notes: readonly string[]
  /** Adds the item to the list of `parent`; `asked` are the ids of the values that become parameters. */
  add: (files: Files, parent: string, choice: { name: string; asked: ReadonlySet<string>; picked?: string }) => Edited
}

export interface PastePick {
  label: string
  /** One line under the field. */
  help: string
  /** At least one; the first is the likeliest. */
  options: readonly { id: string; title: string; name: string }[]
}

export interface PastedValue {
  id: string
  /** Name of the parameter that it would be. */
  name: string
  /** Where it stood: "query", "body › user › name". */
  place: string
  /** As pasted, on one line. */
  sample: string
  asked: boolean
}
