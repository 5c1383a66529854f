/** Left, top, width, height. */
type Box = readonly [x: number, y: number, width: number, height: number]

/**
 * A part of a drawing, in units of a pixel. `own` marks what the plugin brings, everything else is Dify's. `bar` is a line of
 * text, `wire` goes through its points, `icon` is that of the kind.
 */
export type Shape =
  | { readonly box: Box; readonly own?: true }
  | { readonly bar: readonly [x: number, y: number, width: number]; readonly own?: true }
  | { readonly wire: readonly (readonly [x: number, y: number])[]; readonly own?: true }
  | { readonly icon: readonly [x: number, y: number] }

/** Where something appears in Dify, as a small schematic picture of 96 × 64. */
export interface Drawing {
  /** The same in words: "A node of a workflow". */
  says: string
  shapes: readonly Shape[]
}
