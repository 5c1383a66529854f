/** One of the sorts of plugin that a kind makes. */
export interface Variant {
  id: string
  title: string
  /** "Reads the pages of a website" */
  summary: string
  /** Among variants of the same title, what sets it apart: "Added by people". */
  form?: string
}
