import type { Drawing } from '../../drawing'

/** A workflow whose node in the middle is the tool. */
export const toolPicture: Drawing = {
  says: 'In Dify: a node of a workflow, and a tool of an agent',
  shapes: [
    { box: [6, 24, 18, 16] },
    { bar: [10, 31, 10] },
    {
      wire: [
        [24, 32],
        [32, 32],
      ],
    },
    { box: [32, 20, 32, 24], own: true },
    { icon: [37, 26] },
    { bar: [52, 31, 8], own: true },
    {
      wire: [
        [64, 32],
        [72, 32],
      ],
    },
    { box: [72, 24, 18, 16] },
    { bar: [76, 31, 10] },
  ],
}
